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

/** The name of the entry in the session storage, of the channel and of the lock. */
export const PAYMENT_NAME = 'ddb-debt-payment';

/** A request to start a payment. */
export interface Start {
  readonly url: string;
  readonly init: RequestInit;
  readonly headers: Headers;
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

/** A form as the browser would have submitted it. */
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

/** The URL of the gateway: on the library's own origin, so that it need not be listed. */
export const GATEWAY = `${location.origin}/gateway`;

export const FIELDS = { merchant: '90000001', amount: 26_256, orderid: 'order-1' };

/** An answer to a payment request, with a form for the gateway. */
export const toForm = (orderId: unknown = 'order-1', form: unknown = formOf()): Response =>
  json({ orderId, form });

export const formOf = (action: unknown = GATEWAY, fields: unknown = FIELDS) => ({ action, fields });

/** A refusal by RFC 9457, or with another content type. */
export const refusal = (status: number, type = 'application/problem+json'): Response =>
  json({ type: 'about:blank', title: 'No' }, { status, headers: { 'Content-Type': type } });

/** The number of answers that the widget has not read yet. */
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

/** The server of the library, configured by a test. */
export interface Server {
  /** The current fees. */
  fees: object[];
  /** Answers a request for debts. */
  list: () => Response | Promise<Response>;
  /** Answers a payment request. */
  answer: (start: Start) => Response | Promise<Response>;
  readonly starts: Start[];
  /** The forms that would have been submitted. */
  readonly posted: SubmittedForm[];
  /** How often the debts were read. */
  reads: number;
  readonly fetcher: typeof fetch;
}

/** A server that answers requests for debts and payments; forms are recorded and not submitted. */
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
    // A field may have the name of a property of the form.
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

/** A page of that library, when the debts are rendered. */
export const pageOf = (
  server: Server,
  attributes: Record<string, string> = {},
  options: FixtureOptions = {},
): Promise<DdbDebtOverview> => {
  const base = optionsOf(server, attributes);
  return mountSettled({
    ...base,
    ...options,
    properties: { ...base.properties, ...options.properties },
  });
};

/** The same, before the debts are answered. */
export const openPageOf = (server: Server, attributes: Record<string, string> = {}) =>
  mount(optionsOf(server, attributes));

/** Clicks the element with that part, or throws. */
export function press(element: Element, name: string): void {
  const button = part(element, name);
  if (!button) throw new Error(`There is no ${name} to press.`);
  button.click();
}

export const boxes = (element: Element) => parts(element, 'choice') as HTMLInputElement[];

/** Selects the debts at these indices of the check boxes. */
export async function choose(element: DdbDebtOverview, ...indices: number[]): Promise<void> {
  for (const index of indices) boxes(element)[index]?.click();
  await element.updateComplete;
}

/** Clicks a pay button, and waits until the form has been submitted. */
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

/** Clicks a pay button, and waits until a text says why no payment was started. */
export async function refused(
  element: DdbDebtOverview,
  button = 'pay-all',
): Promise<HTMLElement | null> {
  press(element, button);
  // The widget holds this lock from the click to the answer.
  await navigator.locks?.request(PAYMENT_NAME, () => undefined);
  await waitUntil(() => hasPart(element, 'payment') && !isBusy(element));
  // Wait for the read that follows.
  await delay(10);
  await element.updateComplete;
  return part(element, 'payment');
}

export const isBusy = (element: Element): boolean =>
  /Starter betalingen|Starting the payment/.test(textOf(part(element, 'base')));

/** Advances the clock by this many seconds. An answer takes real time to be read; the clock waits for that, half a second at most. */
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

/** The stored payment of the tab. */
export const storedPayment = (): string | null => sessionStorage.getItem(PAYMENT_NAME);

/** The URL that the gateway sends the browser back to. */
export const returnUrl = (result: string, order = 'order-1'): string =>
  `${PAGE}&ddb-order=${order}&ddb-result=${result}`;

const { replaceState } = history;
const changes: number[] = [];
history.replaceState = (...all) => {
  changes.push(performance.now());
  Reflect.apply(replaceState, history, all);
};

/** WebKit allows a hundred changes of the URL in ten seconds. */
const isLimited = 'GestureEvent' in window || !('chrome' in window || 'mozInnerScreenX' in window);

/** Sets the URL of the page. */
export async function setPageUrl(address: string, state: unknown = null): Promise<void> {
  const isFree = () => changes.filter((at) => performance.now() - at < 11_000).length < 90;
  if (isLimited) await waitUntil(isFree);
  history.replaceState(state, '', address);
}

/** Removes the element, and opens a page in the same tab at that URL. */
export async function nextPage(
  element: Element,
  server: Server,
  address?: string,
  attributes: Record<string, string> = {},
  options: FixtureOptions = {},
): Promise<DdbDebtOverview> {
  element.remove();
  // Leaving and opening are separate tasks.
  await delay();
  if (address) await setPageUrl(address);
  return pageOf(server, attributes, options);
}

type Message = { claim: Claim } | { released: string } | { hello: true };

const open: { close: () => void }[] = [];

/** Another tab of the site. */
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
    /** The claims that it has received. */
    claims: () => messages.flatMap((message) => ('claim' in message ? [message.claim] : [])),
    released: () =>
      messages.flatMap((message) => ('released' in message ? [message.released] : [])),
  };
}

/** Markers of `messagesArrive` are strings; messages of tabs never are. */
const isMarker = (data: unknown): boolean => typeof data === 'string';

/** Waits until the messages between the tabs, and the answers to them, have arrived. */
export async function messagesArrive(): Promise<void> {
  for (let round = 0; round < 2; round++) {
    const [sender, receiver] = [
      new BroadcastChannel(PAYMENT_NAME),
      new BroadcastChannel(PAYMENT_NAME),
    ];
    const last = crypto.randomUUID();
    await new Promise<void>((resolve) => {
      // Messages on one channel arrive in the order in which they were sent.
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

/** A claim of another tab, for ten minutes. */
export const claimOf = (over: Partial<Claim> = {}): Claim => ({
  key: 'another',
  feeIds: ['1'],
  until: Date.now() + 10 * 60_000,
  inProgress: true,
  sent: true,
  failed: [],
  ...over,
});

/** Holds the payment lock as another tab; returns a function that releases it. */
export async function holdPaymentLock(): Promise<() => void> {
  let close!: () => void;
  const released = new Promise<void>((resolve) => (close = resolve));
  open.push({ close });
  await new Promise<void>((held) => {
    void navigator.locks.request(PAYMENT_NAME, () => (held(), released));
  });
  return close;
}

/** As `resetFixture`; also closes the other tabs, and waits until the lock is free. */
export async function resetPayment(): Promise<void> {
  for (const each of open.splice(0)) each.close();
  unread = 0;
  resetFixture();
  await navigator.locks.request(PAYMENT_NAME, () => undefined);
}
