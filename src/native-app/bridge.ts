import { jsonOf } from '../util/json-of.js';
import { warn } from '../util/warn.js';
import { randomKey } from '../util/random-key.js';

/** What passes between the page and the app around it, either way, as one JSON string (CONTRACT 7). */
export interface Message {
  readonly version: 1;
  readonly type: MessageType;
  readonly [field: string]: unknown;
}

export type MessageType = `ddb-debt-${string}`;

interface Port {
  postMessage?(json: string): unknown;
}

/** What WKWebView, Android, React Native and flutter_inappwebview put into a page. */
interface NativeSides {
  readonly webkit?: { readonly messageHandlers?: { readonly ddbDebtOverview?: Port } };
  readonly DdbDebtOverview?: Port;
  readonly ReactNativeWebView?: Port;
  readonly flutter_inappwebview?: { callHandler?(name: string, json: string): unknown };
}

/** So long an app may take to answer, in milliseconds. */
const PATIENCE = 10_000;

/** How a message reaches the app. Looked for each time: some put it there late. */
function sideOf(): ((json: string) => unknown) | undefined {
  try {
    const page = globalThis as NativeSides;
    const { webkit, DdbDebtOverview, ReactNativeWebView, flutter_inappwebview: flutter } = page;
    const ports = [webkit?.messageHandlers?.ddbDebtOverview, DdbDebtOverview, ReactNativeWebView];
    const port = ports.find((one) => one?.postMessage);
    // Called on their objects: a native one takes nothing else.
    if (port) return (json) => port.postMessage?.(json);
    return flutter?.callHandler && ((json) => flutter.callHandler?.('ddbDebtOverview', json));
  } catch {
    return undefined;
  }
}

/** There is an app around the page. */
export const hasApp = (): boolean => !!sideOf();

/** The message that `data` is, where it is one for us. Whatever else passes in a page is not looked at. */
function messageIn(data: unknown): Message | undefined {
  try {
    const message = typeof data === 'string' ? JSON.parse(data) : data;
    if (!message?.type?.startsWith('ddb-debt-')) return undefined;
    if (message.version === 1 && /^ddb-debt-(config|token)$/.test(message.type)) return message;
  } catch {
    if (typeof data !== 'string' || !data.includes('ddb-debt-')) return undefined;
  }
  warn('a message from the app is not known here');
  return undefined;
}

/** Tells the app; answers whether there is one that has taken it. Never throws, whatever the native side does. */
export function sendToApp(type: MessageType, fields: object): boolean {
  const failed = (): void => warn(`${type}: the app has failed`);
  try {
    const send = sideOf();
    // Some answer with a promise. What it gives is nobody's answer, but it may fail late.
    if (send) Promise.resolve(send(jsonOf({ version: 1, type, ...fields }))).catch(failed);
    return !!send;
  } catch {
    failed();
    return false;
  }
}

/** Hears what the app says, until `signal` aborts. A frame, or another window, is not the app: it names itself. */
export function onAppMessage(take: (message: Message) => void, signal?: AbortSignal): void {
  addEventListener(
    'message',
    ({ data, source, origin }) => {
      const message = messageIn(data);
      if (!message) return;
      if (source ? source === window : !origin) take(message);
      else warn(`${message.type}: ${origin} is not the app`);
    },
    { signal: signal as AbortSignal },
  );
}

/** The questions that are open. */
const asked = new Set<unknown>();

/**
 * Asks the app, and takes the first answer that `read` can make something of.
 * @throws {Error} where there is none in time
 */
export function requestFromApp<T>(
  type: MessageType,
  fields: object,
  read: (answer: Message) => T | undefined,
): Promise<T> {
  const id = randomKey();
  asked.add(id);
  return new Promise((resolve, reject) => {
    const waiting = new AbortController();
    const end = (): void => {
      asked.delete(id);
      clearTimeout(timer);
      waiting.abort();
    };
    const take = (message: Message): void => {
      if (message.type !== type) return;
      const answer = message.id === id ? read(message) : undefined;
      if (answer !== undefined) {
        end();
        resolve(answer);
      } else if (message.id === id || !asked.has(message.id)) {
        warn(`${type}: is no answer to an open question`);
      }
    };
    const timer = setTimeout(() => {
      end();
      warn(`${type}: the app has not answered in 10 seconds`);
      reject(new Error(type));
    }, PATIENCE);
    onAppMessage(take, waiting.signal);
    sendToApp(type, { ...fields, id });
  });
}
