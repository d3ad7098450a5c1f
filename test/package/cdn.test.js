import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const DIST = new URL('../../dist/', import.meta.url);
const read = (file) => readFileSync(new URL(file, DIST));
const { version, files } = JSON.parse(read('cdn/integrity.json'));
const { version: released } = JSON.parse(read('../package.json'));

test('each single file has a copy with its version in the name, with the same bytes and hash', () => {
  const single = readdirSync(DIST).filter((name) => /^ddb-debt-overview(\..+)?\.js$/.test(name));
  assert.equal(version, released);
  assert.deepEqual(
    Object.keys(files).sort(),
    single.map((name) => name.replace(/^([^.]+)/, `$1-${version}`)).sort(),
  );
  for (const [name, integrity] of Object.entries(files)) {
    const bytes = read(`cdn/${name}`);
    assert.ok(bytes.equals(read(name.replace(`-${version}`, ''))), name);
    assert.equal(integrity, `sha384-${createHash('sha384').update(bytes).digest('base64')}`, name);
  }
});

test('the licences are beside it, as its first line says', () => {
  for (const name of Object.keys(files)) {
    const [, licences] = /^\/\*! .*: (\S+) \*\//.exec(read(`cdn/${name}`).toString()) ?? [];
    assert.match(read(`cdn/${licences}`).toString(), /MIT License/);
  }
});
