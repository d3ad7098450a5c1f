import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { onPath } from './on-path.js';
import { virtualScreen, webKit } from './others.js';

/** What was started for WebKit ends with this process, however it ends. */
const started = [];
const end = () => {
  for (const child of started.splice(0)) child.kill();
};
process.on('exit', end);
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    end();
    process.exit(1);
  });
}

const start = (command, args, env = {}) => {
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: 'ignore' });
  started.push(child);
  return child;
};

/** Waits until it holds, half a minute at the most. */
async function until(holds, what) {
  for (let tries = 0; tries < 300; tries++) {
    if (await holds()) return;
    await wait(100);
  }
  throw new Error(`${what} did not start.`);
}

const answers = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

/**
 * WebKitGTK needs a screen, also where nobody looks, and a driver.
 * @returns what a webdriver client needs to know, and how all of it ends
 */
export async function startWebKit() {
  const screen = 90 + (process.pid % 900);
  const DISPLAY = `:${screen}`;
  start(virtualScreen(), [DISPLAY, '-screen', '0', '1280x800x24', '-nolisten', 'tcp']);
  await until(() => existsSync(`/tmp/.X11-unix/X${screen}`), 'Xvfb');
  const port = 20_000 + (process.pid % 10_000);
  start(onPath('WebKitWebDriver'), [`--port=${port}`], {
    DISPLAY,
    // Its own sandbox wants user namespaces, which containers do not give.
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
  });
  await until(() => answers(port), 'WebKitWebDriver');
  return {
    client: {
      hostname: '127.0.0.1',
      port,
      path: '/',
      logLevel: /** @type {const} */ ('error'),
      capabilities: {
        browserName: 'MiniBrowser',
        'wdio:enforceWebDriverClassic': true,
        'webkitgtk:browserOptions': { binary: webKit(), args: ['--automation'] },
      },
    },
    end,
  };
}

/**
 * Runs a script in the page of a WebDriver's browser; what it is given and answers is JSON.
 * @param {import('webdriverio').Browser} browser
 */
export const evaluateIn =
  (browser) =>
  async (script, ...given) => {
    const run = `const done = arguments[arguments.length - 1];
      Promise.resolve((${script})(...Array.prototype.slice.call(arguments, 0, -1)))
        .then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const { value, error } = await browser.executeAsyncScript(run, given);
    if (error) throw new Error(error);
    return value;
  };
