import { execFile } from 'node:child_process';
import { freePort } from '../free-port.js';
import { startService } from './service.js';

/** PHP writes all errors to standard error. */
const STRICT = ['-d', 'display_errors=0', '-d', 'error_reporting=-1', '-d', 'log_errors=1'];

/** Warnings in our own code are failures. An old WordPress causes deprecation warnings in a later PHP. */
const isOurs = (line) =>
  /(Warning|Notice|Deprecated|error): /.test(line) &&
  (!/\/wp-(includes|admin)\//.test(line) || /error: /.test(line));

const warningsIn = (output) => output.split('\n').filter(isOurs);

/**
 * Runs a PHP file.
 * @param {string} file
 * @param {unknown} [input] passed as JSON on standard input
 * @returns {Promise<string>} what it prints
 */
export const php = (file, input = null) =>
  new Promise((resolve, reject) => {
    const child = execFile('php', [...STRICT, file], { maxBuffer: 1e8 }, (error, output, errors) =>
      error || warningsIn(errors).length
        ? reject(new Error(`${file}:\n${errors}`))
        : resolve(output),
    );
    child.stdin?.end(JSON.stringify(input));
  });

/** The syntax errors of a PHP file, or an empty string. */
export const phpSyntax = (file) =>
  new Promise((resolve) =>
    execFile('php', ['-l', file], (error, output, errors) => resolve(error ? output + errors : '')),
  );

/**
 * Starts PHP's own server for a folder, on a free port.
 * @param {string} folder
 * @param {string} router
 * @param {{ settings?: string[] }} [options] arguments of PHP
 */
export async function servePhp(folder, router, { settings = [] } = {}) {
  for (let tries = 1; ; tries++) {
    const port = await freePort();
    const service = startService(
      'php',
      [...STRICT, ...settings, '-S', `127.0.0.1:${port}`, '-t', folder, router],
      { ready: /Development Server .* started/, cwd: folder },
    );
    try {
      await service.started;
      return {
        origin: `http://127.0.0.1:${port}`,
        /** Warnings and errors of the pages so far. */
        warnings: () => warningsIn(service.output()),
        stop: () => service.stop('SIGKILL'),
      };
    } catch (error) {
      // Another process has taken the port.
      if (tries === 5 || !/Address already in use/.test(String(error))) throw error;
    }
  }
}
