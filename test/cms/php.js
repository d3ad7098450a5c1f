import { execFile } from 'node:child_process';
import { freePort } from '../free-port.js';
import { startService } from './service.js';

/** All that PHP has to say is said on standard error. */
const STRICT = ['-d', 'display_errors=0', '-d', 'error_reporting=-1', '-d', 'log_errors=1'];

/** A warning of our own code is a failure; an old WordPress is full of what a later PHP would have otherwise. */
const isOurs = (line) =>
  /(Warning|Notice|Deprecated|error): /.test(line) &&
  (!/\/wp-(includes|admin)\//.test(line) || /error: /.test(line));

const complaintsIn = (said) => said.split('\n').filter(isOurs);

/**
 * Runs a PHP file to its end.
 * @param {string} file
 * @param {unknown} [given] passed as JSON on standard input
 * @returns {Promise<string>} what it prints
 */
export const php = (file, given = null) =>
  new Promise((resolve, reject) => {
    const child = execFile('php', [...STRICT, file], { maxBuffer: 1e8 }, (error, said, wrong) =>
      error || complaintsIn(wrong).length ? reject(new Error(`${file}:\n${wrong}`)) : resolve(said),
    );
    child.stdin?.end(JSON.stringify(given));
  });

/** Whether PHP can read the file; what it objects to, where it cannot. */
export const phpSyntax = (file) =>
  new Promise((resolve) =>
    execFile('php', ['-l', file], (error, said, wrong) => resolve(error ? said + wrong : '')),
  );

/**
 * PHP's own server for a folder, on a port of its own.
 * @param {string} folder
 * @param {string} router
 */
export async function servePhp(folder, router) {
  for (let tries = 1; ; tries++) {
    const port = await freePort();
    const service = startService(
      'php',
      [...STRICT, '-S', `127.0.0.1:${port}`, '-t', folder, router],
      { ready: /Development Server .* started/, cwd: folder },
    );
    try {
      await service.started;
      return {
        origin: `http://127.0.0.1:${port}`,
        /** Warnings and errors of the pages so far. */
        complaints: () => complaintsIn(service.said()),
        stop: () => service.stop('SIGKILL'),
      };
    } catch (error) {
      // Somebody else has taken the port in between.
      if (tries === 5 || !/Address already in use/.test(String(error))) throw error;
    }
  }
}
