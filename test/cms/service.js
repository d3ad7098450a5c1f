import { spawn } from 'node:child_process';
import { onExit } from './cleanup.js';

/** In ms; long, because the machine may be busy. */
const TIMEOUT = 60_000;

/**
 * Starts a program that runs until it is stopped. It has started when its standard error matches `ready`.
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
  onExit(() => child.kill('SIGKILL'));
  const ended = new Promise((resolve) => child.once('close', resolve).once('error', resolve));
  let output = '';
  const started = new Promise((resolve, reject) => {
    const timeout = setTimeout(() => child.kill('SIGKILL'), TIMEOUT);
    child.stderr.setEncoding('utf8').on('data', (text) => {
      output += text;
      if (!ready.test(output)) return;
      clearTimeout(timeout);
      resolve(undefined);
    });
    void ended.then(() => {
      clearTimeout(timeout);
      reject(new Error(`${command} has ended:\n${output}`));
    });
  });
  return {
    started,
    /** Its whole standard error. */
    output: () => output,
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal);
      await ended;
    },
  };
}
