import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { command } from './command.js';

/** Every way in that is a script; all of them can be imported without a page. */
const LOADING = `
const { DdbDebtOverview } = await import('ddb-debt-overview');
for (const entry of ['define', 'ddb-debt-overview.js', 'ddb-debt-overview.intl.js', 'ddb-debt-overview.start.js']) {
  await import('ddb-debt-overview/' + entry);
}
console.log(DdbDebtOverview.version);
`;

/** Installs a tarball as others will, in a folder with nothing in it, and loads it once. */
export async function prove(tarball, folder, version) {
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  writeFileSync(join(folder, 'load.js'), LOADING);
  const quietly = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock'];
  await command('npm', ['install', ...quietly, tarball], { cwd: folder });
  const said = (await command('node', ['load.js'], { cwd: folder })).trim();
  if (said !== version) throw new Error(`The package says that it is ${said}.`);
}
