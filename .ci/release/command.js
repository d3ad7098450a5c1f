import { spawn } from 'node:child_process';
import { ROOT } from './git.js';

const stopping = new AbortController();

/** Ends what runs now, and lets nothing more begin: what was done until now is undone by whoever awaits it. */
export const stop = () => stopping.abort();

/**
 * Runs a command to its end, and answers what it has said. It has a process group of its own, so that what it has started
 * ends with it.
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, aloud?: boolean }} how aloud: what it says is seen, and not answered
 * @returns {Promise<string>}
 */
export function command(name, args, { cwd = ROOT, env = process.env, aloud = false } = {}) {
  const { signal } = stopping;
  return new Promise((resolve, reject) => {
    if (signal.aborted) return void reject(new Error('Stopped.'));
    const heard = aloud ? 'inherit' : 'pipe';
    const child = spawn(name, args, { cwd, env, detached: true, stdio: ['ignore', heard, heard] });
    let said = '';
    let complained = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => (said += text));
    child.stderr?.setEncoding('utf8').on('data', (text) => (complained += text));
    const end = () => child.pid && process.kill(-child.pid, 'SIGTERM');
    signal.addEventListener('abort', end);
    child.on('error', reject);
    child.on('close', (status) => {
      signal.removeEventListener('abort', end);
      const asked = [name, ...args].join(' ');
      if (signal.aborted) reject(new Error('Stopped.'));
      else if (status === 0) resolve(said);
      else reject(new Error(`\`${asked}\` has failed.\n${complained || said}`.trimEnd()));
    });
  });
}
