/** The class says which version it is; package.json says it too. They must not differ. */
import { readFileSync } from 'node:fs';

const read = (file) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
const { version } = JSON.parse(read('package.json'));
if (!read('src/version.ts').includes(`'${version}'`)) {
  console.error(`src/version.ts is not ${version}, which package.json is.`);
  process.exitCode = 1;
} else console.log(`Version ${version}.`);
