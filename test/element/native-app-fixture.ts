import { container } from './fixture.js';

/** A message from the widget to the app (CONTRACT 7). */
export interface Message {
  readonly version: number;
  readonly type: string;
  readonly [field: string]: unknown;
}

/** The kind of object that an app adds to the page in its webview. */
export type BridgeType = 'WKWebView' | 'Android' | 'React Native' | 'Flutter';

export const BRIDGE_TYPES: readonly BridgeType[] = [
  'WKWebView',
  'Android',
  'React Native',
  'Flutter',
];

type Receive = (json: unknown) => unknown;

/** Throws when called on another object, as native objects do, since only this one has the private field. */
class WebKitHandler {
  readonly #receive: Receive;
  constructor(receive: Receive) {
    this.#receive = receive;
  }
  /** WKScriptMessageHandler: accepts anything that can be cloned. */
  postMessage(...all: unknown[]): unknown {
    if (!all.length) throw new TypeError('Not enough arguments');
    return this.#receive(structuredClone(all[0]));
  }
}

/** A method with one String, by `addJavascriptInterface`: it is found by the number of arguments. */
class JavascriptInterface {
  readonly #receive: Receive;
  constructor(receive: Receive) {
    this.#receive = receive;
  }
  postMessage(...all: unknown[]): void {
    if (!(#receive in this)) {
      throw new Error("Java bridge method can't be invoked on a non-injected object");
    }
    if (all.length !== 1) throw new Error('Method not found');
    if (typeof all[0] !== 'string') throw new Error('No String');
    this.#receive(all[0]);
  }
}

/** `ReactNativeWebView`: accepts text only. */
class ReactNative {
  readonly #receive: Receive;
  constructor(receive: Receive) {
    this.#receive = receive;
  }
  postMessage(data: unknown): void {
    if (typeof data !== 'string') throw new Error('No String');
    this.#receive(data);
  }
}

/** The bridge of flutter_inappwebview: named handlers that each return a promise. */
class InAppWebView {
  readonly #receive: Receive;
  constructor(receive: Receive) {
    this.#receive = receive;
  }
  async callHandler(name: string, ...all: unknown[]): Promise<unknown> {
    if (name !== 'ddbDebtOverview') throw new Error(`No handler ${name}`);
    if (all.length !== 1) throw new Error('One argument');
    return this.#receive(all[0]);
  }
}

/** Handlers of other frameworks in such a page; neither is ours. */
const OTHER_HANDLERS = { messageHandlers: { callHandler: new WebKitHandler(() => undefined) } };

const OBJECTS: Record<BridgeType, (receive: Receive) => Readonly<Record<string, object>>> = {
  WKWebView: (receive) => ({
    webkit: { messageHandlers: { ddbDebtOverview: new WebKitHandler(receive) } },
  }),
  Android: (receive) => ({ DdbDebtOverview: new JavascriptInterface(receive) }),
  'React Native': (receive) => ({
    webkit: OTHER_HANDLERS,
    ReactNativeWebView: new ReactNative(receive),
  }),
  Flutter: (receive) => ({
    webkit: OTHER_HANDLERS,
    flutter_inappwebview: new InAppWebView(receive),
  }),
};

/** The native app, for a test. */
export interface App {
  /** Everything that was received, unchanged. */
  readonly received: unknown[];
  /** The received messages of that type, or all. */
  messages(type?: string): Message[];
  /** Called with each message; the bridge returns its result. */
  onMessage: (message: Message) => unknown;
  /** The token for a request; `undefined`: no answer. */
  token: (question: Message) => string | null | undefined;
  /** The patron of the token. */
  patron: string | undefined;
}

const installed = new Set<string>();

/** Adds a native bridge to the page. It answers each token request asynchronously. */
export function installApp(bridge: BridgeType = 'WKWebView'): App {
  const arrived: unknown[] = [];
  const app: App = {
    received: arrived,
    messages: (type) =>
      arrived
        .map((json): Message => JSON.parse(json as string))
        .filter((message) => !type || message.type === type),
    onMessage: () => undefined,
    token: () => 'token-1',
    patron: undefined,
  };
  const objects = OBJECTS[bridge]((json) => {
    arrived.push(json);
    const message: Message = JSON.parse(json as string);
    if (message.type === 'ddb-debt-token') void answer(app, message);
    return app.onMessage(message);
  });
  for (const [name, value] of Object.entries(objects)) {
    installed.add(name);
    Object.defineProperty(globalThis, name, { configurable: true, value });
  }
  return app;
}

async function answer(app: App, question: Message): Promise<void> {
  await undefined;
  const token = app.token(question);
  if (token !== undefined) dispatchFromApp(answerTo(question, { token, patron: app.patron }));
}

/** The answer to a token request. */
export const answerTo = (question: Message | undefined, fields: object): object => ({
  version: 1,
  type: 'ddb-debt-token',
  id: question?.id,
  ...fields,
});

/** A message from the native app: an event without a source. */
export const dispatchFromApp = (data: unknown, init: MessageEventInit = {}): void =>
  void dispatchEvent(new MessageEvent('message', { data, ...init }));

/** A message from a script that the app evaluates in the page. */
export const postFromPage = (data: unknown): void => postMessage(data, location.origin);

/** A message from a frame in the page; resolves when it has been dispatched. */
export async function postFromFrame(data: unknown): Promise<void> {
  const frame = document.createElement('iframe');
  // The text must not end the script element.
  const text = JSON.stringify(data).replace(/</g, '\\u003c');
  frame.srcdoc = `<script>parent.postMessage(${text}, '*')</script>`;
  const dispatched = new Promise<void>((resolve) => {
    const listen = ({ source }: MessageEvent) => {
      if (source !== frame.contentWindow) return;
      removeEventListener('message', listen);
      resolve();
    };
    addEventListener('message', listen);
  });
  container.append(frame);
  await dispatched;
  frame.remove();
}

/** Removes the native bridge. */
export function removeApp(): void {
  for (const name of installed) Reflect.deleteProperty(globalThis, name);
  installed.clear();
}

/** Clicks a link; returns whether the browser would follow it. Nothing is opened. */
export function wouldNavigate(link: HTMLElement | null | undefined): boolean {
  if (!link) throw new Error('There is no link to press.');
  let followed = false;
  document.addEventListener(
    'click',
    (click) => {
      followed = !click.defaultPrevented;
      click.preventDefault();
    },
    { once: true },
  );
  link.click();
  return followed;
}
