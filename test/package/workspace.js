import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Runs a command, and returns its output, even if it fails. */
const run = (command, args, cwd, env = process.env) =>
  new Promise((resolve) =>
    execFile(command, args, { cwd, env, maxBuffer: 1e8 }, (error, stdout, stderr) =>
      resolve({ failed: !!error, stdout, stderr: stderr || String(error ?? '') }),
    ),
  );

async function npm(args, cwd) {
  const { failed, stdout, stderr } = await run('npm', args, cwd);
  if (failed) throw new Error(`npm ${args.join(' ')}\n${stderr}`);
  return stdout;
}

/**
 * Projects that use the package, copied to a temporary folder, with the tarball of
 * `npm pack`. They are one workspace, so that shared dependencies are installed once.
 * @param {string[]} names folders beside this file
 */
export async function openWorkspace(names) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'uses-the-package-')));
  for (const name of names) cpSync(join(HERE, name), join(folder, name), { recursive: true });
  await npm(['pack', '--pack-destination', folder], ROOT);
  const [tarball] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  renameSync(join(folder, tarball), join(folder, 'package.tgz'));
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ private: true, type: 'module', workspaces: names }),
  );
  await npm(
    ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock'],
    folder,
  );
  /** The project's own tools precede the shared ones. */
  const envOf = (project) => {
    const bins = [project, '.'].map((name) => join(folder, name, 'node_modules/.bin'));
    return { ...process.env, PATH: [...bins, process.env.PATH].join(delimiter) };
  };
  return {
    folder,
    tarball: join(folder, 'package.tgz'),
    /** A file of the installed package. */
    read: (file) => readFileSync(join(folder, 'node_modules/ddb-debt-overview', file), 'utf8'),
    /** A dependency of a project that this repository does not have. */
    tool: async (project, name) => {
      const { resolve } = createRequire(join(folder, project, 'package.json'));
      const module = await import(pathToFileURL(resolve(name)).href);
      return module.default ?? module;
    },
    run: (project, command, ...args) => run(command, args, join(folder, project), envOf(project)),
    close: () => rmSync(folder, { recursive: true }),
  };
}
