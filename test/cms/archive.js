import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';

/** Where the build puts the archives of the CMS modules. */
export const INTEGRATIONS = fileURLToPath(new URL('../../dist/integrations/', import.meta.url));

export const ARCHIVES = readdirSync(INTEGRATIONS).filter((name) => name.endsWith('.zip'));

/** The path of the archive whose name begins so, before its version. */
export function archive(name) {
  const found = ARCHIVES.find((one) => one.replace(/-\d+\.\d+\.\d+.*/, '') === name);
  if (!found) throw new Error(`There is no archive ${name}.`);
  return join(INTEGRATIONS, found);
}

/** The files of an archive, by their paths in it. */
export const filesIn = (path) =>
  Object.fromEntries(
    Object.entries(unzipSync(readFileSync(path))).map(([name, bytes]) => [
      name,
      Buffer.from(bytes),
    ]),
  );

/** Unpacks an archive into a folder, as an administrator does. */
export function unpack(path, folder) {
  for (const [name, bytes] of Object.entries(filesIn(path))) {
    mkdirSync(join(folder, dirname(name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
}
