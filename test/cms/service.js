import { spawn } from 'node:child_process';
import { atTheEnd } from './at-the-end.js';

/** Long for a machine that is busy with other things. */
const PATIENCE = 60_000;

/**
 * A program that runs until it is stopped. It has started when it says so on standard error.
 * @param {string} command
 * @param {string[]} args
 * @param {{ ready: RegExp, env?: Record<string, string>, cwd?: string }} how
 */
export function startService(command, args, { ready, env = {}, cwd }) {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  atTheEnd(() => child.kill('SIGKILL'));
  const ended = new Promise((resolve) => child.once('close', resolve).once('error', resolve));
  let said = '';
  const started = new Promise((resolve, reject) => {
    const tooLate = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
    child.stderr.setEncoding('utf8').on('data', (text) => {
      said += text;
      if (!ready.test(said)) return;
      clearTimeout(tooLate);
      resolve(undefined);
    });
    void ended.then(() => {
      clearTimeout(tooLate);
      reject(new Error(`${command} has ended:\n${said}`));
    });
  });
  return {
    started,
    /** All that it has said since it began. */
    said: () => said,
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal);
      await ended;
    },
  };
}
