import { jsonOf } from '../util/json.js';
import { warn } from '../util/warn.js';

/** A message between the page and the app around it, sent as JSON (CONTRACT 7). */
export interface Message {
  readonly version: 1;
  readonly type: MessageType;
  readonly [field: string]: unknown;
}

export type MessageType = `ddb-debt-${string}`;

interface MessagePort {
  postMessage?(json: string): unknown;
}

/** The objects that WKWebView, Android, React Native and flutter_inappwebview add to a page. */
interface NativeGlobals {
  readonly webkit?: { readonly messageHandlers?: { readonly ddbDebtOverview?: MessagePort } };
  readonly DdbDebtOverview?: MessagePort;
  readonly ReactNativeWebView?: MessagePort;
  readonly flutter_inappwebview?: { callHandler?(name: string, json: string): unknown };
}

/** The app must answer within this time, in milliseconds. */
export const ANSWER_TIMEOUT = 10_000;

/** The function that sends a message to the app. Looked up for each message, because some apps add it late. */
function nativeSend(): ((json: string) => unknown) | undefined {
  try {
    const page = globalThis as NativeGlobals;
    const { webkit, DdbDebtOverview, ReactNativeWebView, flutter_inappwebview: flutter } = page;
    const ports = [webkit?.messageHandlers?.ddbDebtOverview, DdbDebtOverview, ReactNativeWebView];
    const port = ports.find((one) => one?.postMessage);
    // Native methods must be called on their own object.
    if (port) return (json) => port.postMessage?.(json);
    return flutter?.callHandler && ((json) => flutter.callHandler?.('ddbDebtOverview', json));
  } catch {
    return undefined;
  }
}

/** Whether there is an app around the page. */
export const hasApp = (): boolean => !!nativeSend();

/** Calls back when the app can receive messages, if that is up to 10 seconds later: some apps load after their page. */
export function onAppReady(callback: () => void, signal: AbortSignal): void {
  let poll: ReturnType<typeof setInterval> | undefined;
  const end = (): void => clearInterval(poll);
  const ready = (): void => {
    end();
    callback();
  };
  if (!hasApp()) poll = setInterval(() => hasApp() && ready(), 100);
  setTimeout(end, ANSWER_TIMEOUT);
  signal.addEventListener('abort', end);
  // flutter_inappwebview is in the page before it can receive messages.
  addEventListener('flutterInAppWebViewPlatformReady', ready, { signal });
}

/** The message in `data`, if it is one of ours. All other messages of the page are ignored. */
function messageIn(data: unknown): Message | undefined {
  try {
    const message = typeof data === 'string' ? JSON.parse(data) : data;
    if (!message?.type?.startsWith('ddb-debt-')) return undefined;
    const isKnown = /^ddb-debt-(config|token)$/.test(message.type);
    if (isKnown && message.version === 1) return message;
    warn(isKnown ? `${message.type}: takes "version": 1` : 'the app has sent a message of an unknown type');
  } catch {
    if (typeof data === 'string' && data.includes('ddb-debt-')) warn('the app has sent a message that is no JSON');
  }
  return undefined;
}

/** Sends a message. Returns whether there is an app that received it. Never throws. */
export function sendToApp(type: MessageType, fields: object): boolean {
  const onFailure = (): void => warn(`${type}: the app has failed`);
  try {
    const send = nativeSend();
    // Some apps return a promise. Its result is not an answer, but it may be rejected.
    if (send) Promise.resolve(send(jsonOf({ version: 1, type, ...fields }))).catch(onFailure);
    return !!send;
  } catch {
    onFailure();
    return false;
  }
}

/** Listens to messages of the app. A message of a frame or another window has a source or origin. */
export function onAppMessage(listener: (message: Message) => void): void {
  addEventListener('message', ({ data, source, origin }) => {
    const message = messageIn(data);
    if (!message) return;
    if (source ? source === window : !origin) listener(message);
    else warn(`${message.type}: ${origin} is not the app`);
  });
}
