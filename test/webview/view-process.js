import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { startScreen } from '../browsers/screen.js';
import { python } from './python.js';
import { within } from './within.js';

const VIEW = fileURLToPath(new URL('./view.py', import.meta.url));

const ENVIRONMENT = {
  // WebKit holds a machine without a route to the world for offline; the tests need no world.
  GIO_USE_NETWORK_MONITOR: 'base',
  // There is no session bus to ask, and no screen reader.
  NO_AT_BRIDGE: '1',
  GTK_A11Y: 'none',
  GDK_BACKEND: 'x11',
  PYTHONDONTWRITEBYTECODE: '1',
  LC_ALL: 'C.UTF-8',
};

/** Bigger than any view: without a window manager nothing else says how big a window may be. */
const SCREEN = '1280x1024x24';

/** One for a file of tests. */
let screen;

/** view.py, and the lines that pass to it and from it. */
export class ViewProcess {
  /** @type {(line: any) => void} called with what it tells unasked */
  onEvent;
  #child;
  #lastId = 0;
  /** What it has yet to answer, by id. */
  #open = new Map();

  /** @param {string[]} args of view.py */
  static async start(args) {
    screen ??= startScreen(SCREEN);
    const env = { ...process.env, ...ENVIRONMENT, DISPLAY: (await screen).display };
    return new ViewProcess(spawn(python(), [VIEW, ...args], { env }));
  }

  constructor(child) {
    this.#child = child;
    let fault = '';
    child.stderr.on('data', (text) => (fault += text));
    // What is written to a process that has ended: its exit says it better.
    child.stdin.on('error', () => undefined);
    createInterface({ input: child.stdout }).on('line', (line) => this.#hear(JSON.parse(line)));
    child.on('exit', () => {
      for (const { reject } of this.#open.values()) reject(new Error(`view.py ended. ${fault}`));
      this.#open.clear();
    });
  }

  #hear(line) {
    if (line.event) return this.onEvent(line);
    const asked = this.#open.get(line.id);
    this.#open.delete(line.id);
    if ('error' in line) asked?.reject(new Error(line.error));
    else asked?.resolve(line.value);
  }

  /** Has it do something (orders.py), and answers what comes of it. */
  ask(what, order = {}) {
    const id = ++this.#lastId;
    const answered = new Promise((resolve, reject) => this.#open.set(id, { resolve, reject }));
    this.#child.stdin.write(`${JSON.stringify({ id, do: what, ...order })}\n`);
    return within(answered, () => `view.py has not answered ${what} ${JSON.stringify(order)}`);
  }

  async end() {
    const ended = once(this.#child, 'exit');
    this.#child.stdin.end();
    await within(ended, () => 'view.py did not end').catch(() => this.#child.kill());
  }
}
