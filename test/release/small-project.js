import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeRepository } from './repository.js';

const RELEASE = fileURLToPath(new URL('../../.ci/release', import.meta.url));

export const CHANGELOG = `# Changelog

## Unreleased

### Added

- Something.

## [0.1.0] - 2026-11-01

### Added

- The beginning.
`;

/** A fast build with the files that a release needs, made from version.ts. */
const BUILD = `
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
const [, version] = /'(.*)'/.exec(readFileSync('src/version.ts', 'utf8'));
mkdirSync('dist/cdn', { recursive: true });
const code = \`export class DdbDebtOverview {}\\nDdbDebtOverview.version = '\${version}';\\n\`;
const files = {};
for (const ending of ['js', 'intl.js', 'start.js']) {
  writeFileSync(\`dist/ddb-debt-overview.\${ending}\`, code);
  writeFileSync(\`dist/cdn/ddb-debt-overview-\${version}.\${ending}\`, code);
  files[\`ddb-debt-overview-\${version}.\${ending}\`] =
    'sha384-' + createHash('sha384').update(code).digest('base64');
}
writeFileSync('dist/define.js', code);
writeFileSync('dist/cdn/integrity.json', JSON.stringify({ version, files }));
mkdirSync('dist/integrations');
writeFileSync('dist/integrations/settings.schema.json', '{}');
writeFileSync(\`dist/integrations/module-\${version}.zip\`, '');
`;

const PACKAGE = {
  name: 'ddb-debt-overview',
  version: '0.1.0',
  license: 'MIT',
  type: 'module',
  files: ['dist', '!dist/cdn', '!dist/integrations', 'CHANGELOG.md'],
  exports: {
    '.': './dist/define.js',
    './define': './dist/define.js',
    './ddb-debt-overview.js': './dist/ddb-debt-overview.js',
    './ddb-debt-overview.intl.js': './dist/ddb-debt-overview.intl.js',
    './ddb-debt-overview.start.js': './dist/ddb-debt-overview.start.js',
  },
  scripts: { build: 'node build.js', release: 'node .ci/release/release.js' },
};

const LOCK = {
  name: 'ddb-debt-overview',
  version: '0.1.0',
  lockfileVersion: 3,
  packages: { '': { name: 'ddb-debt-overview', version: '0.1.0' } },
};

const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

/** A project that is released by the same script, and takes a second. */
export const makeSmallProject = () =>
  makeRepository((folder) => {
    cpSync(RELEASE, join(folder, '.ci/release'), { recursive: true });
    mkdirSync(join(folder, 'src'));
    mkdirSync(join(folder, 'node_modules'));
    const files = {
      '.gitignore': 'node_modules/\ndist/\n/release/\n',
      'CHANGELOG.md': CHANGELOG,
      'build.js': BUILD,
      'package.json': json(PACKAGE),
      'package-lock.json': json(LOCK),
      'src/version.ts': "export const VERSION = '0.1.0';\n",
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  });
