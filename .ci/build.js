/** `npm run build`: everything in dist/, and the demo in dist-demo/. Independent parts are built in parallel. */
import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs a program of node_modules, or Node with a script of ours. */
function run(program, ...args) {
  const command = program === 'node' ? process.execPath : `${root}node_modules/.bin/${program}`;
  const child = spawn(command, args, { cwd: root, stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.once('error', reject).once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${[program, ...args].join(' ')} failed.`));
    });
  });
}

async function viteBuilds(...modes) {
  for (const mode of modes) await run('vite', 'build', '--logLevel', 'warn', '--mode', mode);
}

try {
  await rm(`${root}dist`, { recursive: true, force: true });
  await Promise.all([
    viteBuilds('main', 'webview', 'modules'),
    viteBuilds('intl', 'start', 'demo'),
    run('tsc', '-p', 'src'),
    run('cem', 'analyze', '--config', '.ci/custom-elements-manifest.config.js'),
  ]);
  await run('node', '.ci/api/write.js');
  await run('node', '.ci/integrations/write.js');
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
