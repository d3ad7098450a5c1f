import { logMessage } from './message-log.js';

/** A message between the overview and the app, in either direction (CONTRACT 7). */
export interface Message {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** Installs the object that an Android app adds to the page in its webview. The overview sends every message to it. */
export function openBridge(onMessage: (message: Message) => void): void {
  const postMessage = (json: string): void => {
    const message = JSON.parse(json) as Message;
    logMessage('to app', message);
    // An app handles a message on its own thread: never within the call, and its errors do not reach the page.
    setTimeout(() => onMessage(message));
  };
  Object.assign(window, { DdbDebtOverview: { postMessage } });
}

/** Sends a message as an app does with `evaluateJavascript("postMessage(…)")`. */
export function sendToOverview(message: Message): void {
  const versioned = { version: 1, ...message };
  logMessage('from app', versioned);
  window.postMessage(versioned);
}
