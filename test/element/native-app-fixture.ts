import { container } from './fixture.js';

/** What the widget tells the app (CONTRACT 7). */
export interface Message {
  readonly version: number;
  readonly type: string;
  readonly [field: string]: unknown;
}

/** What an app puts into its webview's page, by how it is made. */
export type BridgeType = 'WKWebView' | 'Android' | 'React Native' | 'Flutter';

export const BRIDGE_TYPES: readonly BridgeType[] = [
  'WKWebView',
  'Android',
  'React Native',
  'Flutter',
];

type Receive = (json: unknown) => unknown;

/** Called on anything but the object itself it throws, as native objects do: nothing else has the private field. */
class WebKitHandler {
  readonly #take: Receive;
  constructor(take: Receive) {
    this.#take = take;
  }
  /** WKScriptMessageHandler: anything that can be cloned. */
  postMessage(...all: unknown[]): unknown {
    if (!all.length) throw new TypeError('Not enough arguments');
    return this.#take(structuredClone(all[0]));
  }
}

/** What `addJavascriptInterface` makes of a method with one String: reflection finds it by the number of arguments. */
class JavascriptInterface {
  readonly #take: Receive;
  constructor(take: Receive) {
    this.#take = take;
  }
  postMessage(...all: unknown[]): void {
    if (!(#take in this)) {
      throw new Error("Java bridge method can't be invoked on a non-injected object");
    }
    if (all.length !== 1) throw new Error('Method not found');
    if (typeof all[0] !== 'string') throw new Error('No String');
    this.#take(all[0]);
  }
}

/** `ReactNativeWebView`: nothing but text. */
class ReactNative {
  readonly #take: Receive;
  constructor(take: Receive) {
    this.#take = take;
  }
  postMessage(data: unknown): void {
    if (typeof data !== 'string') throw new Error('No String');
    this.#take(data);
  }
}

/** The bridge of flutter_inappwebview: handlers by name, each answers with a promise. */
class InAppWebView {
  readonly #take: Receive;
  constructor(take: Receive) {
    this.#take = take;
  }
  async callHandler(name: string, ...all: unknown[]): Promise<unknown> {
    if (name !== 'ddbDebtOverview') throw new Error(`No handler ${name}`);
    if (all.length !== 1) throw new Error('One argument');
    return this.#take(all[0]);
  }
}

/** The others' handlers that such a page has too: neither is ours. */
const OTHER_HANDLERS = { messageHandlers: { callHandler: new WebKitHandler(() => undefined) } };

const OBJECTS: Record<BridgeType, (take: Receive) => Readonly<Record<string, object>>> = {
  WKWebView: (take) => ({
    webkit: { messageHandlers: { ddbDebtOverview: new WebKitHandler(take) } },
  }),
  Android: (take) => ({ DdbDebtOverview: new JavascriptInterface(take) }),
  'React Native': (take) => ({ webkit: OTHER_HANDLERS, ReactNativeWebView: new ReactNative(take) }),
  Flutter: (take) => ({ webkit: OTHER_HANDLERS, flutter_inappwebview: new InAppWebView(take) }),
};

/** An app, as a test sees it. */
export interface App {
  /** What has arrived, as it came. */
  readonly received: unknown[];
  /** What has arrived of that type, or all. */
  messages(type?: string): Message[];
  /** Called with each message that arrives; what it returns is what the native side answers with. */
  onMessage: (message: Message) => unknown;
  /** The token that the app answers a question with; `undefined`: it does not answer. */
  token: (question: Message) => string | null | undefined;
  /** Whose the token is. */
  patron: string | undefined;
}

const installed = new Set<string>();

/** Puts an app around the page. It answers each question for the token natively, in a while. */
export function installApp(nature: BridgeType = 'WKWebView'): App {
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
  const objects = OBJECTS[nature]((json) => {
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

/** The answer to a question for the token. */
export const answerTo = (question: Message | undefined, fields: object): object => ({
  version: 1,
  type: 'ddb-debt-token',
  id: question?.id,
  ...fields,
});

/** What a native side says: an event from nowhere. */
export const dispatchFromApp = (data: unknown, init: MessageEventInit = {}): void =>
  void dispatchEvent(new MessageEvent('message', { data, ...init }));

/** What a script that the app evaluates in the page says. */
export const postFromPage = (data: unknown): void => postMessage(data, location.origin);

/** What a frame in the page says; resolves when the page has heard it. */
export async function postFromFrame(data: unknown): Promise<void> {
  const frame = document.createElement('iframe');
  // A script may not end within its own text.
  const text = JSON.stringify(data).replace(/</g, '\\u003c');
  frame.srcdoc = `<script>parent.postMessage(${text}, '*')</script>`;
  const heard = new Promise<void>((resolve) => {
    const listen = ({ source }: MessageEvent) => {
      if (source !== frame.contentWindow) return;
      removeEventListener('message', listen);
      resolve();
    };
    addEventListener('message', listen);
  });
  container.append(frame);
  await heard;
  frame.remove();
}

/** There is no app around the page any more. */
export function removeApp(): void {
  for (const name of installed) Reflect.deleteProperty(globalThis, name);
  installed.clear();
}

/** A press on a link; answers whether the browser would follow it. Nothing is opened. */
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
