import { ViewProcess } from './view-process.js';
import { PATIENCE, within } from './within.js';

function parsed(body) {
  try {
    return Object(JSON.parse(body ?? ''));
  } catch {
    return { broken: body };
  }
}

/** View processes that no test uses, by their arguments. To start one takes as long as a test. */
const idle = new Map();

/** Ends all views that have been closed. */
export async function endViews() {
  const processes = [...idle.values()];
  idle.clear();
  await Promise.all(processes.map((process) => process.end()));
}

/** A web view as an app has it: no browser around it, and a real `webkit.messageHandlers`. */
export class WebView {
  /** What has arrived natively, parsed; what is no JSON string is `{ broken }`. @type {any[]} */
  messages = [];
  /** Where the page has tried to go. @type {{ url: string, by: string, newWindow: boolean }[]} */
  navigations = [];
  /** The pages that have been loaded, whoever wanted it. @type {string[]} */
  arrivals = [];
  /** What the console has said, with its level; errors; and what a policy has blocked. @type {string[]} */
  heard = [];
  /** What the app says to a message, if anything. @type {(message: any) => object | string | undefined} */
  respond = () => undefined;
  /**
   * With `withReply`: what the promise of the page's own `postMessage` comes to; an Error rejects it.
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
    view.#process.onEvent = (line) => view.#hear(line);
    await view.load('about:blank');
    view.navigations.length = view.arrivals.length = 0;
    return view;
  }

  #hear({ event, ...told }) {
    if (event === 'message') this.#receive(told);
    else if (event === 'navigation') this.navigations.push(told);
    else if (event === 'arrival') this.arrivals.push(told.url);
    else if (event === 'console') this.heard.push(told.text);
    else this.heard.push(`error: the web process ended, ${told.why}`);
    for (const look of this.#watchers) look();
  }

  #receive({ body, reply }) {
    const message = parsed(body);
    this.messages.push(message);
    // A page that is gone by now hears nothing, and that is no fault.
    const ask = (what, order) => this.#process.ask(what, order).catch(() => undefined);
    if (reply) {
      const value = this.reply(message);
      if (value instanceof Error) ask('reply', { number: reply, error: value.message });
      else ask('reply', { number: reply, value });
    }
    const answer = this.respond(message);
    if (answer !== undefined) this.answer(answer).catch(() => undefined);
  }

  /** Resolves when the page, and what it needs at once, has been loaded. */
  load(url) {
    return this.#process.ask('load', { url });
  }

  /** Runs a function in the page and answers what it, or its promise, comes to. What goes in and out is JSON. */
  evaluate(run, ...args) {
    return this.#process.ask('evaluate', { body: `return (${run})(...${JSON.stringify(args)})` });
  }

  /** Runs a function at the start of each page that is loaded from now on. */
  before(run) {
    return this.#process.ask('before', { script: `(${run})()` });
  }

  /** Says something to the page, as an app for iOS does: `evaluateJavaScript("postMessage(…)")`. */
  answer(message) {
    return this.#process.ask('run', { script: `postMessage(${JSON.stringify(message)})` });
  }

  messagesOf(type) {
    return this.messages.filter((message) => message.type === type);
  }

  /** Waits for the first message of a type, of those from number `after` on. */
  message(type, { after = 0, ms = PATIENCE } = {}) {
    const arrived = () => this.messages.slice(after);
    return this.#until(
      () => arrived().find((message) => message.type === type),
      () => `no ${type} has arrived, only ${JSON.stringify(arrived())}`,
      ms,
    );
  }

  /** Waits until the page itself has gone to an address that starts so. */
  arrival(start) {
    return this.#until(
      () => this.arrivals.at(-1)?.startsWith(start),
      () => `the view has not arrived at ${start}, but at ${this.arrivals.join(' ')}`,
    );
  }

  async #until(find, what, ms = PATIENCE) {
    let look;
    const found = new Promise((resolve) => {
      look = () => {
        const one = find();
        if (one) resolve(one);
      };
    });
    this.#watchers.add(look);
    look();
    return within(found, what, ms).finally(() => this.#watchers.delete(look));
  }

  /** A finger at a place in the view. */
  press(x, y) {
    return this.#process.ask('press', { x, y });
  }

  /** Another app comes in front of this one; resolves when the page knows. */
  hide() {
    return this.#show(false);
  }

  /** This app is in front again. */
  show() {
    return this.#show(true);
  }

  async #show(visible) {
    await this.#process.ask('show', { visible });
    // Hidden and shown in one go, a page would hear of neither.
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
    return this.#process.ask('resize', { width, height });
  }

  /** The size of text only, 2 for 200 %. */
  zoomText(text) {
    return this.#process.ask('zoom', { text });
  }

  /** The device is set to dark. */
  preferDark() {
    return this.#process.ask('dark', { preferred: true });
  }

  /** What is to be seen now. @param {string} path of a PNG */
  snapshot(path) {
    return this.#process.ask('snapshot', { path });
  }

  /** Leaves the page. The process is kept for the next view of its kind, unless it does not do even that. */
  async close() {
    this.respond = () => undefined;
    try {
      await this.#process.ask('reset');
      await this.load('about:blank');
      idle.set(this.#kind, this.#process);
    } catch {
      await this.#process.end();
    }
  }
}
