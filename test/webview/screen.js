import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { virtualScreen } from '../browsers/others.js';

/** Bigger than any view: without a window manager nothing else says how big a window may be. */
const SIZE = '1280x1024x24';

let screen;

/** @returns {Promise<string>} the `DISPLAY` of a screen that nobody sees; one for a file of tests, ended with it */
export function startScreen() {
  return (screen ??= start());
}

async function start() {
  // Xvfb itself finds a number that is free, and writes it where -displayfd says, once it is ready.
  const args = ['-displayfd', '3', '-screen', '0', SIZE, '-nolisten', 'tcp'];
  const child = spawn(virtualScreen(), args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  process.on('exit', () => child.kill());
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`Xvfb ended with ${code} before it was ready.`);
  });
  ended.catch(() => undefined);
  const number = await Promise.race([text(child.stdio[3]), ended]);
  // It lasts as long as the tests do, and is no reason for them to last.
  child.unref();
  return `:${number.trim()}`;
}
