import { note } from './message-log.js';

/** What passes between the overview and the app, either way (CONTRACT 7). */
export interface Message {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** What an Android app puts into its webview's page: the overview finds it there, and sends every message to it. */
export function openBridge(hear: (message: Message) => void): void {
  const postMessage = (json: string): void => {
    const message = JSON.parse(json) as Message;
    note('to app', message);
    // An app hears on a thread of its own: never within the call, and its faults are not the page's.
    setTimeout(() => hear(message));
  };
  Object.assign(window, { DdbDebtOverview: { postMessage } });
}

/** As an app does by `evaluateJavascript("postMessage(…)")`. */
export function tellOverview(message: Message): void {
  const whole = { version: 1, ...message };
  note('from app', whole);
  window.postMessage(whole);
}
