import sinon from 'sinon';
import { fee, type Fee } from '../../demo/fixtures.js';
import { library } from '../../demo/states.js';
import type { DdbDebtOverview } from '../../src/index.js';
import type { Claim } from '../../src/payment/core/claims.js';
import {
  resetFixture,
  fetcherOf,
  hasPart,
  json,
  PAGE,
  part,
  parts,
  delay,
  mount,
  mountSettled,
  waitUntil,
  textOf,
} from './fixture.js';
import type { FixtureOptions } from './fixture.js';

/** What the cashier calls its entry in the tab's memory, its channel and its lock. */
export const PAYMENT_NAME = 'ddb-debt-payment';

/** A start, as the library's server was asked for it. */
export interface Start {
  readonly url: string;
  readonly init: RequestInit;
  readonly headers: Headers;
  /** Its `Idempotency-Key`. */
  readonly key: string | null;
  readonly body: string;
  readonly order: {
    readonly feeIds: readonly string[];
    readonly amount: number;
    readonly currency: string;
    readonly channel: string;
    readonly returnUrl: string;
    readonly language: string;
  };
}

/** A form as the browser would have posted it. */
export interface SubmittedForm {
  readonly action: string;
  readonly method: string;
  readonly target: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

const startOf = (url: string, init: RequestInit): Start => {
  const headers = new Headers(init.headers);
  const body = String(init.body);
  return { url, init, headers, key: headers.get('Idempotency-Key'), body, order: JSON.parse(body) };
};

/** Where the gateway is: on the library's own origin, so that it need not be listed. */
export const GATEWAY = `${location.origin}/gateway`;

export const FIELDS = { merchant: '90000001', amount: 26_256, orderid: 'order-1' };

/** An answer to a start: to the gateway by a form. */
export const toForm = (orderId: unknown = 'order-1', form: unknown = formOf()): Response =>
  json({ orderId, form });

export const formOf = (action: unknown = GATEWAY, fields: unknown = FIELDS) => ({ action, fields });

/** A refusal as RFC 9457 has it, or as another type says. */
export const refusal = (status: number, type = 'application/problem+json'): Response =>
  json({ type: 'about:blank', title: 'No' }, { status, headers: { 'Content-Type': type } });

/** How many answers of this page's servers the widget has not read yet. */
let unread = 0;

async function countUnread(answer: () => Response | Promise<Response>): Promise<Response> {
  unread++;
  try {
    const response = await answer();
    const text = response.text.bind(response);
    response.text = () => text().finally(() => unread--);
    return response;
  } catch (failure) {
    unread--;
    throw failure;
  }
}

/** The library's server, as a test sets it. */
export interface Server {
  /** What is owed now. */
  fees: object[];
  /** How the debts are answered. */
  list: () => Response | Promise<Response>;
  /** How a start is answered. */
  answer: (start: Start) => Response | Promise<Response>;
  readonly starts: Start[];
  /** The forms that would have left the page. */
  readonly posted: SubmittedForm[];
  /** How often the debts were read. */
  reads: number;
  readonly fetcher: typeof fetch;
}

/** The library's server, which answers the debts and each start; and the browser's way to the gateway, closed. */
export function serverOf(fees: object[]): Server {
  const starts: Start[] = [];
  const posted: SubmittedForm[] = [];
  const server: Server = {
    fees,
    list: () => json(server.fees),
    answer: () => toForm(),
    starts,
    posted,
    reads: 0,
    fetcher: fetcherOf((url, init) => {
      if (init.method !== 'POST') {
        server.reads++;
        return countUnread(server.list);
      }
      const start = startOf(url, init);
      starts.push(start);
      return countUnread(() => server.answer(start));
    }),
  };
  sinon.stub(HTMLFormElement.prototype, 'submit').callsFake(function (this: HTMLFormElement) {
    const fields = [...new FormData(this)].map(([name, value]) => [name, String(value)] as const);
    // A field may be called anything.
    const attribute = (name: string) => this.attributes.getNamedItem(name)?.value ?? '';
    posted.push({
      action: attribute('action'),
      method: attribute('method'),
      target: attribute('target'),
      fields,
    });
  });
  return server;
}

/** Three old debts that can be paid here: 70,00, 192,56 and 30,50 kr., due in that order. */
export const threeDebts = (): [Fee, Fee, Fee] => [
  fee({ feeId: 1, amount: 70, dueDate: '2022-05-08', creationDate: '2022-04-06' }),
  fee({
    feeId: 2,
    type: 'compensation',
    reasonMessage: 'Erstatning',
    amount: 192.56,
    dueDate: '2022-06-09',
    creationDate: '2022-05-07',
  }),
  fee({ feeId: 3, amount: 30.5, dueDate: '2022-07-10', creationDate: '2022-06-08' }),
];

const optionsOf = (server: Server, attributes: Record<string, string>): FixtureOptions => ({
  attributes: library({ 'fees-url': '/fees', ...attributes }),
  properties: { fetcher: server.fetcher },
});

/** A page of that library, with what it owes on screen. */
export const pageOf = (
  server: Server,
  attributes: Record<string, string> = {},
  setting: FixtureOptions = {},
): Promise<DdbDebtOverview> => {
  const base = optionsOf(server, attributes);
  return mountSettled({
    ...base,
    ...setting,
    properties: { ...base.properties, ...setting.properties },
  });
};

/** The same, before anything is answered. */
export const openPageOf = (server: Server, attributes: Record<string, string> = {}) =>
  mount(optionsOf(server, attributes));

/** Presses what has that part, which must be there. */
export function press(element: Element, name: string): void {
  const button = part(element, name);
  if (!button) throw new Error(`There is no ${name} to press.`);
  button.click();
}

export const boxes = (element: Element) => parts(element, 'choice') as HTMLInputElement[];

/** Chooses the debts in these places of the list of check boxes. */
export async function choose(element: DdbDebtOverview, ...places: number[]): Promise<void> {
  for (const place of places) boxes(element)[place]?.click();
  await element.updateComplete;
}

/** Presses a pay button, and waits until the browser has been sent to the gateway. */
export async function payAtGateway(
  element: DdbDebtOverview,
  server: Server,
  button = 'pay-button',
): Promise<void> {
  const before = server.posted.length;
  press(element, hasPart(element, 'pay-all') && button === 'pay-button' ? 'pay-all' : button);
  await waitUntil(() => server.posted.length > before);
  await element.updateComplete;
}

/** Presses a pay button, and waits until the widget says why nothing was started. */
export async function refused(
  element: DdbDebtOverview,
  button = 'pay-all',
): Promise<HTMLElement | null> {
  press(element, button);
  // The widget holds this lock from the press to the answer.
  await navigator.locks?.request(PAYMENT_NAME, () => undefined);
  await waitUntil(() => hasPart(element, 'payment') && !isBusy(element));
  // What is read afterwards is read.
  await delay(10);
  await element.updateComplete;
  return part(element, 'payment');
}

export const isBusy = (element: Element): boolean =>
  /Starter betalingen|Starting the payment/.test(textOf(part(element, 'base')));

/** So many seconds pass. Reading an answer takes real time: until it has been read, half a second at most, the clock waits. */
export async function passTime(clock: sinon.SinonFakeTimers, seconds: number): Promise<void> {
  await delay();
  while (seconds--) {
    await clock.tickAsync(1000);
    if (unread <= 0) continue;
    for (let tries = 0; unread > 0 && tries < 100; tries++) await delay();
    unread = 0;
    await delay(10);
  }
}

/** What the tab remembers of a payment. */
export const storedPayment = (): string | null => sessionStorage.getItem(PAYMENT_NAME);

/** The address that the gateway sends the browser back to. */
export const returnUrl = (result: string, order = 'order-1'): string =>
  `${PAGE}&ddb-order=${order}&ddb-result=${result}`;

const { replaceState } = history;
const changes: number[] = [];
history.replaceState = (...all) => {
  changes.push(performance.now());
  Reflect.apply(replaceState, history, all);
};

/** WebKit lets a page change its address a hundred times in ten seconds, and no more. */
const isLimited = 'GestureEvent' in window || !('chrome' in window || 'mozInnerScreenX' in window);

/** Another page of the tab is at that address. */
export async function setPageUrl(address: string, state: unknown = null): Promise<void> {
  const isFree = () => changes.filter((at) => performance.now() - at < 11_000).length < 90;
  if (isLimited) await waitUntil(isFree);
  history.replaceState(state, '', address);
}

/** The page is left, and another page of the tab opened at that address. */
export async function nextPage(
  element: Element,
  server: Server,
  address?: string,
  attributes: Record<string, string> = {},
): Promise<DdbDebtOverview> {
  element.remove();
  // A page is not left and opened in one breath.
  await delay();
  if (address) await setPageUrl(address);
  return pageOf(server, attributes);
}

type Message = { claim: Claim } | { released: string } | { hello: true };

const open: { close: () => void }[] = [];

/** Another tab of the site, played by the test. */
export function otherTab() {
  const channel = new BroadcastChannel(PAYMENT_NAME);
  const messages: Message[] = [];
  channel.onmessage = ({ data }) => {
    if (!isMarker(data)) messages.push(data);
  };
  open.push(channel);
  return {
    messages,
    send: (message: unknown) => channel.postMessage(message),
    /** What it was told of claims. */
    claims: () => messages.flatMap((message) => ('claim' in message ? [message.claim] : [])),
    released: () =>
      messages.flatMap((message) => ('released' in message ? [message.released] : [])),
  };
}

/** What `messagesArrive` sends is a string; what a tab sends never is. */
const isMarker = (data: unknown): boolean => typeof data === 'string';

/** Waits until what tabs have sent each other has arrived, and what they have answered to it. */
export async function messagesArrive(): Promise<void> {
  for (let round = 0; round < 2; round++) {
    const [sender, receiver] = [
      new BroadcastChannel(PAYMENT_NAME),
      new BroadcastChannel(PAYMENT_NAME),
    ];
    const last = crypto.randomUUID();
    await new Promise<void>((resolve) => {
      // Messages of one name arrive in the order in which they were sent.
      receiver.onmessage = ({ data }) => {
        if (data === last) resolve();
      };
      sender.postMessage(last);
    });
    sender.close();
    receiver.close();
    await delay(20);
  }
}

/** A claim of another tab; it holds for ten minutes. */
export const claimOf = (over: Partial<Claim> = {}): Claim => ({
  key: 'another',
  feeIds: ['1'],
  until: Date.now() + 10 * 60_000,
  inProgress: true,
  sent: true,
  failed: [],
  ...over,
});

/** Another tab is at the till this very moment; answers how it leaves. */
export async function holdPaymentLock(): Promise<() => void> {
  let close!: () => void;
  const released = new Promise<void>((resolve) => (close = resolve));
  open.push({ close });
  await new Promise<void>((held) => {
    void navigator.locks.request(PAYMENT_NAME, () => (held(), released));
  });
  return close;
}

/** As `clear`, when the other tabs are closed, and the lock is free again. */
export async function resetPayment(): Promise<void> {
  for (const each of open.splice(0)) each.close();
  unread = 0;
  resetFixture();
  await navigator.locks.request(PAYMENT_NAME, () => undefined);
}
