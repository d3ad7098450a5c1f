import type { Message } from './bridge.js';
import { inShort } from './in-short.js';

export type Direction = 'to app' | 'from app';

interface Entry {
  readonly direction: Direction;
  readonly message: Message;
  /** In milliseconds since 1970. */
  readonly at: number;
}

const WORDS: Readonly<Record<Direction, string>> = {
  'to app': 'til appen',
  'from app': 'fra appen',
};
const KEY = 'demo-messages';
/** More than anybody reads; each can hold all debts. */
const MOST = 100;

const clock = new Intl.DateTimeFormat('da-DK', {
  timeStyle: 'medium',
  // As the overview tells the time.
  timeZone: 'Europe/Copenhagen',
});
const list = document.querySelector('[role=log]') as HTMLElement;

const entries = (): Entry[] => JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as Entry[];

/** A token is a secret, also an invented one: it is never shown, and never kept. */
const withoutToken = (message: Message): Message =>
  typeof message.token === 'string' ? { ...message, token: '••••••••' } : message;

/** Shows the messages of the pages before this one; what comes from now on is read out. */
export function startMessageLog(): void {
  list.append(...entries().map(entryView));
  list.scrollTop = list.scrollHeight;
  document.querySelector('[data-clear]')?.addEventListener('click', () => {
    sessionStorage.removeItem(KEY);
    list.replaceChildren();
  });
}

/** A message has passed. */
export function note(direction: Direction, message: Message): void {
  const entry = { direction, message: withoutToken(message), at: Date.now() };
  sessionStorage.setItem(KEY, JSON.stringify([...entries(), entry].slice(-MOST)));
  const { scrollTop, scrollHeight, clientHeight } = list;
  // Who has scrolled up to read is left there.
  const atEnd = scrollHeight - scrollTop - clientHeight < 8;
  list.append(entryView(entry));
  if (atEnd) list.scrollTop = list.scrollHeight;
}

function entryView({ direction, message, at }: Entry): HTMLElement {
  const view = document.createElement('details');
  view.className = direction.replace(' ', '-');
  const summary = document.createElement('summary');
  const say = (tag: string, words: string): void => {
    const place = document.createElement(tag);
    place.textContent = words;
    // The spaces are for whoever hears it: without them the words run together.
    summary.append(place, ' ');
  };
  say('time', clock.format(at));
  say('span', WORDS[direction]);
  say('code', message.type);
  say('p', inShort(message));
  const whole = document.createElement('pre');
  whole.textContent = JSON.stringify(message, null, 2);
  view.append(summary, whole);
  return view;
}
