import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../free-port.js';
import { onPath } from './on-path.js';
import { webKit } from './others.js';
import { startScreen } from './screen.js';

const answers = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

/** Starts the driver at a port. @returns the driver once it answers; undefined where it has ended instead */
async function startDriver(port, DISPLAY) {
  const driver = spawn(onPath('WebKitWebDriver'), [`--port=${port}`], {
    // Its own sandbox wants user namespaces, which containers do not give.
    env: { ...process.env, DISPLAY, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
    stdio: 'ignore',
  });
  process.once('exit', () => driver.kill());
  const ended = once(driver, 'exit');
  while (driver.exitCode === null) {
    if (await answers(port)) return driver;
    await Promise.race([wait(50), ended]);
  }
  return undefined;
}

/**
 * WebKitGTK needs a screen, also where nobody looks, and a driver. Several processes may start one each at the same time.
 * @returns what a webdriver client needs to know, and how all of it ends
 */
export async function startWebKit() {
  const binary = webKit();
  const screen = await startScreen('1280x800x24');
  let port;
  let driver;
  // Another process may have taken the port meanwhile.
  for (let tries = 0; !driver && tries < 5; tries++) {
    port = await freePort();
    driver = await startDriver(port, screen.display);
  }
  if (!driver) throw new Error('WebKitWebDriver does not start.');
  return {
    client: {
      hostname: '127.0.0.1',
      port,
      path: '/',
      logLevel: /** @type {const} */ ('error'),
      capabilities: {
        browserName: 'MiniBrowser',
        'wdio:enforceWebDriverClassic': true,
        'webkitgtk:browserOptions': { binary, args: ['--automation'] },
      },
    },
    end: () => {
      driver.kill();
      screen.end();
    },
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
