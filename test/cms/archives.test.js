import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, test } from 'node:test';
import { archives } from '../../.ci/integrations/archives.js';
import { ARCHIVES, filesIn, INTEGRATIONS } from './archive.js';
import { CDN } from './recipe-copy.js';

const { version } = JSON.parse(readFileSync(`${CDN}integrity.json`, 'utf8'));
const MODULES = {
  'ddb-debt-overview-wordpress': 'ddb-debt-overview',
  'ddb_debt_overview-drupal': 'ddb_debt_overview',
  'ddb_debt_overview-drupal-7': 'ddb_debt_overview',
};

const schema = readFileSync(`${INTEGRATIONS}settings.schema.json`, 'utf8');

/** The archives as they are built in a time zone. */
function built(text, zone = process.env.TZ) {
  const { TZ } = process.env;
  try {
    if (zone) process.env.TZ = zone;
    return Object.fromEntries(
      Object.entries(archives(version, text)).map(([name, bytes]) => [name, Buffer.from(bytes)]),
    );
  } finally {
    if (TZ === undefined) delete process.env.TZ;
    else process.env.TZ = TZ;
  }
}

/** The date and time of each file, as the directory of the archive has them. */
function timesIn(bytes) {
  const times = {};
  let at = bytes.readUInt32LE(bytes.length - 6);
  while (bytes.readUInt32LE(at) === 0x02014b50) {
    const [name, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
    times[bytes.toString('utf8', at + 46, at + 46 + name)] = bytes.readUInt32LE(at + 12);
    at += 46 + name + extra + comment;
  }
  return times;
}

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

    test('has the same bytes when it is built again, in any time zone', () => {
      assert.ok(built(schema, 'Pacific/Auckland')[name].equals(readFileSync(INTEGRATIONS + name)));
    });

    test('gives a file another time when its contents change, and only then', () => {
      const before = timesIn(readFileSync(INTEGRATIONS + name));
      const after = timesIn(built(`${schema} `)[name]);
      const changed = Object.keys(before).filter((path) => before[path] !== after[path]);
      assert.deepEqual(changed, [`${folder}/assets/settings.schema.json`]);
    });
  });
}
