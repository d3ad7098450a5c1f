import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MODULES = fileURLToPath(new URL('../../node_modules', import.meta.url));

/** The folders of Lit's development builds that a LitElement needs. */
const FOLDERS = [
  'lit',
  'lit-html/development',
  'lit-element/development',
  '@lit/reactive-element/development',
];

/** The files of Lit's packages, by their path on the server. */
export function litFiles() {
  const files = {};
  for (const folder of FOLDERS) {
    for (const name of readdirSync(join(MODULES, folder), { recursive: true })) {
      if (!/\.js$/.test(name) || /(^|\/)(node|test)\//.test(name)) continue;
      files[`/lit/${folder}/${name}`] = readFileSync(join(MODULES, folder, name), 'utf8');
    }
  }
  return files;
}
