import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, test } from 'node:test';
import { ARCHIVES, filesIn, INTEGRATIONS } from './archive.js';
import { CDN } from './recipe-copy.js';

const { version } = JSON.parse(readFileSync(`${CDN}integrity.json`, 'utf8'));
const MODULES = {
  'ddb-debt-overview-wordpress': 'ddb-debt-overview',
  'ddb_debt_overview-drupal': 'ddb_debt_overview',
  'ddb_debt_overview-drupal-7': 'ddb_debt_overview',
};

test('there is an archive for each system, with the version in its name', () => {
  assert.deepEqual(
    [...ARCHIVES].sort(),
    Object.keys(MODULES)
      .map((name) => `${name}-${version}.zip`)
      .sort(),
  );
});

for (const name of ARCHIVES) {
  describe(name, () => {
    const all = filesIn(INTEGRATIONS + name);
    const folder = MODULES[basename(name, `-${version}.zip`)];
    const file = (path) => all[`${folder}/${path}`] ?? assert.fail(`${path} is missing`);

    test('has one folder, which the system calls the module by', () => {
      const folders = new Set(Object.keys(all).map((path) => path.split('/')[0]));
      assert.deepEqual([...folders], [folder]);
    });

    test('has both scripts, as their hashes say, and their licences', () => {
      const { version: packed, files } = JSON.parse(file('assets/integrity.json'));
      assert.equal(packed, version);
      const script = `ddb-debt-overview-${version}`;
      assert.deepEqual(Object.keys(files), [`${script}.js`, `${script}.start.js`]);
      for (const [path, integrity] of Object.entries(files)) {
        const bytes = file(`assets/${path}`);
        assert.ok(bytes.equals(readFileSync(CDN + path)), path);
        assert.equal(`sha384-${createHash('sha384').update(bytes).digest('base64')}`, integrity);
        const [, licences] = /^\/\*! .*: (\S+) \*\//.exec(bytes.toString());
        assert.match(file(`assets/${licences}`).toString(), /MIT License/);
      }
    });

    test('has the shared class, the schema, the themes, a licence and instructions', () => {
      assert.match(file('includes/DdbDebtOverview.php').toString(), /^<\?php/);
      assert.ok(
        file('assets/settings.schema.json').equals(
          readFileSync(`${INTEGRATIONS}settings.schema.json`),
        ),
      );
      assert.match(file('assets/themes/dpl.css').toString(), /ddb-debt-overview/);
      assert.match(file('LICENSE').toString(), /MIT License/);
      assert.match(file('README.md').toString(), /^# /);
    });

    test('says which version it is', () => {
      const texts = Object.entries(all).filter(([path]) => !path.includes('/assets/'));
      const open = texts.filter(([, bytes]) => bytes.includes('@version@')).map(([path]) => path);
      assert.deepEqual(open, []);
      const says = new RegExp(
        `^(?: \\* )?version ?[:=] *["']?${version.replaceAll('.', '\\.')}\\b`,
        'im',
      );
      assert.ok(texts.some(([, bytes]) => says.test(bytes.toString())));
    });

    test('has the earliest time that an archive can have, so that a build can be repeated', () => {
      const bytes = readFileSync(INTEGRATIONS + name);
      const at = bytes.indexOf('PK\x01\x02', 0, 'latin1');
      // 1 January 1980, 00:00.
      assert.deepEqual([bytes.readUInt16LE(at + 12), bytes.readUInt16LE(at + 14)], [0, 0x21]);
    });
  });
}
