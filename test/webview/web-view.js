import { ViewProcess } from './view-process.js';
import { TIMEOUT, within } from './within.js';

function parsed(body) {
  try {
    return Object(JSON.parse(body ?? ''));
  } catch {
    return { broken: body };
  }
}

/** Idle view processes by their arguments, kept because a start takes as long as a test. */
const idle = new Map();

/** Ends all views that have been closed. */
export async function endViews() {
  const processes = [...idle.values()];
  idle.clear();
  await Promise.all(processes.map((process) => process.end()));
}

/** An app's web view: no browser user interface, and a real `webkit.messageHandlers`. */
export class WebView {
  /** The native messages, parsed; a message that is no JSON string is `{ broken }`. @type {any[]} */
  messages = [];
  /** The navigations that the page has tried. @type {{ url: string, by: string, newWindow: boolean }[]} */
  navigations = [];
  /** The addresses of all loaded pages. @type {string[]} */
  arrivals = [];
  /** The console's lines with their level, errors, and what a policy has blocked. @type {string[]} */
  consoleLines = [];
  /** The app's answer to a message, if any. @type {(message: any) => object | string | undefined} */
  respond = () => undefined;
  /**
   * With `withReply`: the value of the promise that the page's `postMessage` returns; an Error rejects it.
   * @type {(message: any) => unknown}
   */
  reply = () => null;
  /** @type {ViewProcess} */
  #process;
  #kind = '';
  #watchers = new Set();

  /** @param {{ size?: string, withReply?: boolean }} [options] `size` in CSS px */
  static async open({ size = '390x844', withReply = false } = {}) {
    const view = new WebView();
    const args = ['--size', size, ...(withReply ? ['--with-reply'] : [])];
    view.#kind = args.join(' ');
    view.#process = idle.get(view.#kind) ?? (await ViewProcess.start(args));
    idle.delete(view.#kind);
    view.#process.onEvent = (line) => view.#onEvent(line);
    await view.load('about:blank');
    view.navigations.length = view.arrivals.length = 0;
    return view;
  }

  #onEvent({ event, ...detail }) {
    if (event === 'message') this.#receive(detail);
    else if (event === 'navigation') this.navigations.push(detail);
    else if (event === 'arrival') this.arrivals.push(detail.url);
    else if (event === 'console') this.consoleLines.push(detail.text);
    else this.consoleLines.push(`error: the web process ended, ${detail.why}`);
    for (const check of this.#watchers) check();
  }

  #receive({ body, reply }) {
    const message = parsed(body);
    this.messages.push(message);
    // An answer to a page that has been unloaded meanwhile is no error.
    const request = (what, order) => this.#process.request(what, order).catch(() => undefined);
    if (reply) {
      const value = this.reply(message);
      if (value instanceof Error) request('reply', { number: reply, error: value.message });
      else request('reply', { number: reply, value });
    }
    const answer = this.respond(message);
    if (answer !== undefined) this.answer(answer).catch(() => undefined);
  }

  /** Resolves when the page and its resources have been loaded. */
  load(url) {
    return this.#process.request('load', { url });
  }

  /** Runs a function in the page and resolves with its result. Arguments and result are JSON. */
  evaluate(run, ...args) {
    return this.#process.request('evaluate', {
      body: `return (${run})(...${JSON.stringify(args)})`,
    });
  }

  /** Runs a function at the start of each page that is loaded from now on. */
  before(run) {
    return this.#process.request('before', { script: `(${run})()` });
  }

  /** Sends a message to the page as an app for iOS does: `evaluateJavaScript("postMessage(…)")`. */
  answer(message) {
    return this.#process.request('run', { script: `postMessage(${JSON.stringify(message)})` });
  }

  messagesOf(type) {
    return this.messages.filter((message) => message.type === type);
  }

  /** Waits for the first message of a type, from index `after` on. */
  message(type, { after = 0, ms = TIMEOUT } = {}) {
    const arrived = () => this.messages.slice(after);
    return this.#until(
      () => arrived().find((message) => message.type === type),
      () => `no ${type} has arrived, only ${JSON.stringify(arrived())}`,
      ms,
    );
  }

  /** Waits until the page has navigated to an address that starts with `start`. */
  arrival(start) {
    return this.#until(
      () => this.arrivals.at(-1)?.startsWith(start),
      () => `the view has not arrived at ${start}, but at ${this.arrivals.join(' ')}`,
    );
  }

  async #until(find, what, ms = TIMEOUT) {
    let check;
    const found = new Promise((resolve) => {
      check = () => {
        const result = find();
        if (result) resolve(result);
      };
    });
    this.#watchers.add(check);
    check();
    return within(found, what, ms).finally(() => this.#watchers.delete(check));
  }

  /** Presses a position in the view. */
  press(x, y) {
    return this.#process.request('press', { x, y });
  }

  /** Another app covers this one; resolves when the page has been informed. */
  hide() {
    return this.#show(false);
  }

  /** This app is visible again. */
  show() {
    return this.#show(true);
  }

  async #show(visible) {
    await this.#process.request('show', { visible });
    // If a page is hidden and shown at once, it receives no event.
    await this.evaluate(async (hidden) => {
      while (document.hidden !== hidden) {
        await new Promise((resolve) => {
          document.addEventListener('visibilitychange', resolve, { once: true });
        });
      }
    }, !visible);
  }

  /** The app gives the view another size, in CSS px. */
  resize(width, height) {
    return this.#process.request('resize', { width, height });
  }

  /** The size of text only, 2 for 200 %. */
  zoomText(text) {
    return this.#process.request('zoom', { text });
  }

  /** The device is set to dark. */
  preferDark() {
    return this.#process.request('dark', { preferred: true });
  }

  /** Takes a screenshot. @param {string} path of a PNG */
  snapshot(path) {
    return this.#process.request('snapshot', { path });
  }

  /** Unloads the page. The process is kept for the next view with the same arguments, unless that fails. */
  async close() {
    this.respond = () => undefined;
    try {
      await this.#process.request('reset');
      await this.load('about:blank');
      idle.set(this.#kind, this.#process);
    } catch {
      await this.#process.end();
    }
  }
}
