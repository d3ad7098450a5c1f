import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MODULES = fileURLToPath(new URL('../../node_modules', import.meta.url));

/** Where the modules of Lit lie, as far as a LitElement needs them: those with all their warnings. */
const FOLDERS = [
  'lit',
  'lit-html/development',
  'lit-element/development',
  '@lit/reactive-element/development',
];

/** Lit as it is published, by the path it is served under. */
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
