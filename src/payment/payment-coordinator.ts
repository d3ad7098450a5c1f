import { delay, untilVisible } from '../fees/wait.js';
import { warn } from '../util/warn.js';
import type { Destination } from './destination.js';
import { navigateToGateway } from './gateway-navigation.js';
import { isClaim } from './core/is-claim.js';
import type { Order } from './core/order.js';
import { TabChannel, withLock, type Message } from './tab-channel.js';
import { startPayment } from './start-payment.js';
import { takeReturn } from './take-return.js';
import type { Action } from './core/reducer.js';
import type { PaymentClient } from './payment-client.js';
import { readStoredState, writeStoredState } from './session-store.js';
import { PaymentStore, type StoreEffects } from './core/payment-store.js';
import {
  claimsOf,
  INITIAL_STATE,
  toStoredState,
  fromStoredState,
  type DebtsRead,
  type PaymentState,
} from './core/state.js';
import { now } from '../util/now.js';

/** So long the browser, or an app, takes at most to leave, in milliseconds; after that the patron can go on here. */
export const LEAVING = 20_000;
/** After an accepted payment the debts are read again after each of these, in milliseconds: for a minute and a half. */
const WATCHES = [2_000, 3_000, 5_000, 8_000, 13_000, 21_000, 34_000];

/*
 * The hands of the till: one for all elements of a page. It works from the first element that can pay to the last.
 */

let keeper: PaymentStore | undefined;
const payers = new Set<PaymentClient>();
/** Who has asked last: theirs are address and token. */
let lastAsker: PaymentClient | undefined;
let lastDestination: Destination | undefined;
/** Who has been met last in this page. */
let lastMet: number | undefined;
let asking: AbortController | undefined;
let freeLock: (() => void) | undefined;
let working = new AbortController();
let watching: AbortSignal | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
const others = new TabChannel((message) => hear(message));

const hands: StoreEffects = {
  now: () => now(),
  remember: (till) => writeStoredState(toStoredState(till)),
  tellOthers: (message) => others.tell(message),
  ask: () => void ask(),
  go: () => go(),
  read: () => read(true),
  show: () => show(),
};

export function currentTill(): PaymentState {
  return keeper?.state ?? INITIAL_STATE;
}

export function join(payer: PaymentClient): void {
  if (payers.has(payer)) return;
  payers.add(payer);
  if (!keeper) open();
}

/** With the last one nobody is left to show anything to; what is under way is remembered. */
export function part(payer: PaymentClient): void {
  if (!payers.delete(payer) || payers.size) return;
  working.abort();
  asking?.abort();
  freeLock?.();
  clearTimeout(timer);
  others.leave();
  keeper = lastMet = lastAsker = undefined;
}

export function start(order: Order, payer: PaymentClient): void {
  begin({ is: 'start', order }, payer);
}

/** The order that may or may not have been paid is gone on with: the same one. */
export function resume(payer: PaymentClient): void {
  begin({ is: 'continue' }, payer);
}

export function see(seen: DebtsRead): void {
  happen({ is: 'seen', seen });
}

export function logOut(): void {
  happen({ is: 'logged out' });
}

/** What the tab remembers may be shown: it is nobody's in particular, or a token has come since, and it is theirs. */
export function isKnown(): boolean {
  return currentTill().patron === undefined || lastMet !== undefined;
}

/**
 * A token has come.
 * @param patron a checksum of it, or of what the app calls the patron: then it is `named`
 * @param changed it is not what it was
 */
export function meet(patron: number, named: boolean, changed: boolean): void {
  const first = lastMet !== patron;
  lastMet = patron;
  if (named ? currentTill().patron !== patron : changed && first) {
    happen(named ? { is: 'patron', patron } : { is: 'patron' });
  }
}

function read(anew: boolean): void {
  for (const payer of payers) payer.read(anew);
}

function happen(happening: Action): void {
  keeper?.dispatch(happening);
}

function open(): void {
  working.abort();
  const { signal } = (working = new AbortController());
  addEventListener(
    'pagehide',
    () => {
      // While this page lies in the back-forward cache, the tab's other pages may go on: what it knew is old then.
      keeper = undefined;
      others.leave();
    },
    { signal },
  );
  addEventListener(
    'pageshow',
    ({ persisted }) => {
      if (persisted) arrive();
    },
    { signal },
  );
  document.addEventListener(
    'visibilitychange',
    () => {
      if (!document.hidden) happen({ is: 'back' });
    },
    { signal },
  );
  arrive();
}

/** A page of the tab has come: it knows what the tab remembers, and what its address says. */
function arrive(): void {
  try {
    keeper = new PaymentStore(fromStoredState(readStoredState() ?? INITIAL_STATE, now()), hands);
  } catch {
    // It is not what this version writes.
    keeper = new PaymentStore(INITIAL_STATE, hands);
  }
  const returned = takeReturn();
  others.listen();
  keeper.dispatch(returned ? { is: 'returned', ...returned } : { is: 'time passes' });
  keeper.tellAll();
  // After what has ended: otherwise the others would tell of it once more.
  others.tell({ hello: true });
}

/** Whatever else is said on the channel is not for us. */
function hear({ hello, claim, released }: Message): void {
  if (hello) keeper?.tellAll();
  else if (isClaim(claim)) keeper?.hear(claim);
  else if (released) happen({ is: 'released', key: released });
}

/** The lock is held until the host has answered: from then on the other tabs know, by what they have been told. */
function begin(happening: Action, payer: PaymentClient): void {
  let free!: () => void;
  const released = new Promise<void>((resolve) => (free = resolve));
  void withLock((had) => {
    if (!keeper) return free();
    if (had) {
      lastAsker = payer;
      freeLock = free;
    }
    happen(had ? happening : { is: 'taken' });
  }, released);
}

async function ask(): Promise<void> {
  const { current } = currentTill();
  const asker = lastAsker;
  if (current.is !== 'starting' || !asker) return;
  const { order } = current;
  const { signal } = (asking = new AbortController());
  const answer = await startPayment(order, asker.settings(), asker.transport(), signal);
  if (signal.aborted) return;
  const { key } = order;
  if (answer.is === 'go') {
    lastDestination = answer.destination;
    return happen({ is: 'answered', key, id: answer.id });
  }
  const { because, fault } = answer;
  if (fault) warn(`dibs-payment-url: ${fault}`);
  happen({ is: 'refused', key, because });
  if (because === 'login') asker.login();
}

function go(): void {
  const { current } = currentTill();
  const { signal } = working;
  // In an app the page lies behind another: that it is back is seen when it is.
  void delay(LEAVING, signal)
    .then(() => untilVisible(signal))
    .then(() => {
      if (currentTill().current === current) happen({ is: 'back' });
    });
  const destination = lastDestination;
  if (!destination) return;
  if (destination.is === 'link' && lastAsker?.open(destination.url)) return;
  navigateToGateway(destination, signal, () => happen({ is: 'kept here' }));
}

function show(): void {
  const till = currentTill();
  if (till.current.is !== 'starting') {
    asking?.abort();
    freeLock?.();
  }
  const ends = [...claimsOf(till), ...till.otherClaims]
    .map(({ until }) => until - now())
    .filter((left) => left > 0);
  clearTimeout(timer);
  if (ends.length) {
    timer = setTimeout(() => happen({ is: 'time passes' }), Math.min(...ends) + 1);
  }
  if (till.accepted.some(({ watched }) => watched)) void watch();
  for (const payer of payers) payer.show();
}

async function watch(): Promise<void> {
  const { signal } = working;
  if (watching === signal) return;
  watching = signal;
  for (const wait of WATCHES) {
    await delay(wait, signal);
    await untilVisible(signal);
    // Whoever came after it watches anew.
    if (signal.aborted) return;
    if (!currentTill().accepted.some(({ watched }) => watched)) break;
    read(false);
  }
  watching = undefined;
  happen({ is: 'watched' });
}
