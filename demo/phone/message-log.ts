import type { Message } from './bridge.js';
import { summaryOf } from './message-summary.js';

export type Direction = 'to app' | 'from app';

interface Entry {
  readonly direction: Direction;
  readonly message: Message;
  /** In milliseconds since 1970. */
  readonly at: number;
}

const DIRECTION_LABELS: Readonly<Record<Direction, string>> = {
  'to app': 'til appen',
  'from app': 'fra appen',
};
const KEY = 'demo-messages';
/** A limit, because each entry can hold all debts. */
const MAX_ENTRIES = 100;

const clock = new Intl.DateTimeFormat('da-DK', {
  timeStyle: 'medium',
  // The overview uses the same time zone.
  timeZone: 'Europe/Copenhagen',
});
const list = document.querySelector('[role=log]') as HTMLElement;

const entries = (): Entry[] => JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as Entry[];

/** Tokens are secrets: they are neither shown nor stored. */
const withoutToken = (message: Message): Message =>
  typeof message.token === 'string' ? { ...message, token: '••••••••' } : message;

/** Shows the messages of earlier pages. Later messages are announced, because the list is a live region. */
export function startMessageLog(): void {
  list.append(...entries().map(entryView));
  list.scrollTop = list.scrollHeight;
  document.querySelector('[data-clear]')?.addEventListener('click', () => {
    sessionStorage.removeItem(KEY);
    list.replaceChildren();
  });
}

/** Adds a message to the log. */
export function logMessage(direction: Direction, message: Message): void {
  const entry = { direction, message: withoutToken(message), at: Date.now() };
  sessionStorage.setItem(KEY, JSON.stringify([...entries(), entry].slice(-MAX_ENTRIES)));
  const { scrollTop, scrollHeight, clientHeight } = list;
  // Do not scroll if the reader has scrolled up.
  const atEnd = scrollHeight - scrollTop - clientHeight < 8;
  list.append(entryView(entry));
  if (atEnd) list.scrollTop = list.scrollHeight;
}

function entryView({ direction, message, at }: Entry): HTMLElement {
  const view = document.createElement('details');
  view.className = direction.replace(' ', '-');
  const summary = document.createElement('summary');
  const append = (tag: string, text: string): void => {
    const element = document.createElement(tag);
    element.textContent = text;
    // Screen readers need the space between the words.
    summary.append(element, ' ');
  };
  append('time', clock.format(at));
  append('span', DIRECTION_LABELS[direction]);
  append('code', message.type);
  append('p', summaryOf(message));
  const json = document.createElement('pre');
  json.textContent = JSON.stringify(message, null, 2);
  view.append(summary, json);
  return view;
}
