import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { virtualScreen } from './others.js';

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

/** The number of the display that an Xvfb has found; '' where it has ended without one. */
async function start(size) {
  // Xvfb itself finds a number that is free, and writes it where -displayfd says, once it is ready.
  const args = ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp'];
  const child = spawn(virtualScreen(), args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const end = () => void child.kill();
  process.once('exit', end);
  const number = (await text(child.stdio[3])).trim();
  // It lasts as long as the tests do, and is no reason for them to last.
  child.unref();
  return { number, end };
}

/**
 * A screen that nobody sees, of its own for whoever asks. It ends with this process, however that ends.
 * @param {string} size such as `1280x800x24`
 * @returns its `DISPLAY`, and how to end it earlier
 */
export async function startScreen(size) {
  // Of two that start at the same moment, both may try the same number: one of them ends.
  for (let tries = 0; tries < 5; tries++) {
    const { number, end } = await start(size);
    if (number) return { display: `:${number}`, end };
  }
  throw new Error('Xvfb does not start.');
}
