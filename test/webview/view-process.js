import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { startScreen } from '../browsers/screen.js';
import { python } from './python.js';
import { within } from './within.js';

const VIEW = fileURLToPath(new URL('./view.py', import.meta.url));

const ENVIRONMENT = {
  // Without a default route WebKit assumes that the machine is offline; the tests use only this machine.
  GIO_USE_NETWORK_MONITOR: 'base',
  // There is no session bus and no screen reader.
  NO_AT_BRIDGE: '1',
  GTK_A11Y: 'none',
  GDK_BACKEND: 'x11',
  PYTHONDONTWRITEBYTECODE: '1',
  LC_ALL: 'C.UTF-8',
};

/** Larger than any view: without a window manager the screen limits the size of a window. */
const SCREEN = '1280x1024x24';

/** One screen for each test file. */
let screen;

/** Runs view.py and exchanges lines of JSON with it. */
export class ViewProcess {
  /** @type {(line: any) => void} called for each event */
  onEvent;
  #child;
  #lastId = 0;
  /** The requests without an answer, by id. */
  #pending = new Map();

  /** @param {string[]} args of view.py */
  static async start(args) {
    screen ??= startScreen(SCREEN);
    const env = { ...process.env, ...ENVIRONMENT, DISPLAY: (await screen).display };
    return new ViewProcess(spawn(python(), [VIEW, ...args], { env }));
  }

  constructor(child) {
    this.#child = child;
    let errors = '';
    child.stderr.on('data', (text) => (errors += text));
    // Writing to a process that has ended fails; the `exit` handler reports the end.
    child.stdin.on('error', () => undefined);
    createInterface({ input: child.stdout }).on('line', (line) => this.#onEvent(JSON.parse(line)));
    child.on('exit', () => {
      for (const { reject } of this.#pending.values())
        reject(new Error(`view.py ended. ${errors}`));
      this.#pending.clear();
    });
  }

  #onEvent(line) {
    if (line.event) return this.onEvent(line);
    const pending = this.#pending.get(line.id);
    this.#pending.delete(line.id);
    if ('error' in line) pending?.reject(new Error(line.error));
    else pending?.resolve(line.value);
  }

  /** Sends an order (orders.py) and resolves with its result. */
  request(what, order = {}) {
    const id = ++this.#lastId;
    const answered = new Promise((resolve, reject) => this.#pending.set(id, { resolve, reject }));
    this.#child.stdin.write(`${JSON.stringify({ id, do: what, ...order })}\n`);
    return within(answered, () => `view.py has not answered ${what} ${JSON.stringify(order)}`);
  }

  async end() {
    const ended = once(this.#child, 'exit');
    this.#child.stdin.end();
    await within(ended, () => 'view.py did not end').catch(() => this.#child.kill());
  }
}
