import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { command } from './command.js';
import { integrityOf, sha256 } from './hashes.js';
import { notes } from './notes.js';

const describe = (folder) => (name) => {
  const bytes = readFileSync(join(folder, name));
  return { name, size: bytes.length, integrity: integrityOf(bytes) };
};

/** The list that the build has made is held against the files: pages will be refused a script by it. */
function checkIntegrity(folder, files) {
  const listed = JSON.parse(readFileSync(join(folder, 'integrity.json'), 'utf8')).files;
  for (const [name, integrity] of Object.entries(listed)) {
    if (files.find((file) => file.name === name)?.integrity !== integrity) {
      throw new Error(`integrity.json does not have the hash of ${name}.`);
    }
  }
}

/** Puts all that is released into one folder; answers its tarball. */
export async function pack(built, folder, { version, date, section, checks }) {
  mkdirSync(folder);
  cpSync(join(built, 'dist/cdn'), folder, { recursive: true });
  for (const name of readdirSync(join(built, 'dist/integrations'))) {
    if (name.endsWith('.zip')) cpSync(join(built, 'dist/integrations', name), join(folder, name));
  }
  const files = readdirSync(folder).map(describe(folder));
  checkIntegrity(folder, files);
  const said = await command('npm', ['pack', '--json', '--pack-destination', folder], {
    cwd: built,
  });
  const [{ filename }] = JSON.parse(said);
  writeFileSync(join(folder, 'NOTES.md'), notes({ version, date, section, files, checks }));
  const sums = readdirSync(folder).map(
    (name) => `${sha256(readFileSync(join(folder, name)))}  ${name}\n`,
  );
  writeFileSync(join(folder, 'SHA256SUMS'), sums.join(''));
  return join(folder, filename);
}
