import { pause, visible } from '../sources/waiting.js';
import { complain } from '../units/complain.js';
import type { Destination } from './destination.js';
import { handOver } from './hand-over.js';
import type { Order } from './order.js';
import { OtherTabs, withLock, type Message } from './other-tabs.js';
import { startPayment } from './start-payment.js';
import { takeReturn } from './take-return.js';
import type { Happening } from './step.js';
import type { Payer } from './payer.js';
import { recall, remember } from './tab-memory.js';
import { TillKeeper, type Hands } from './till-keeper.js';
import { claimsOf, NOTHING, rememberedOf, resumed, type Seen, type Till } from './till.js';

/** So long the browser, or an app, takes at most to leave, in milliseconds; after that the patron can go on here. */
export const LEAVING = 20_000;
/** After an accepted payment the debts are read again after each of these, in milliseconds: for a minute and a half. */
const WATCHES = [2_000, 3_000, 5_000, 8_000, 13_000, 21_000, 34_000];

/** The hands of the till: one for all elements of a page. It works from the first element that can pay to the last. */
class Cashier {
  #keeper: TillKeeper | undefined;
  readonly #payers = new Set<Payer>();
  /** Who has asked last: theirs are address and token. */
  #asker: Payer | undefined;
  #destination: Destination | undefined;
  /** Who has been met last in this page. */
  #patron: number | undefined;
  #asking: AbortController | undefined;
  #freeLock: (() => void) | undefined;
  #working = new AbortController();
  #watching: AbortSignal | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #others = new OtherTabs((message) => this.#hear(message));

  readonly #hands: Hands = {
    now: () => Date.now(),
    remember: (till) => remember(rememberedOf(till)),
    tellOthers: (message) => this.#others.tell(message),
    ask: () => void this.#ask(),
    go: () => this.#go(),
    read: () => this.#read(true),
    show: () => this.#show(),
  };

  get till(): Till {
    return this.#keeper?.till ?? NOTHING;
  }

  join(payer: Payer): void {
    if (this.#payers.has(payer)) return;
    this.#payers.add(payer);
    if (!this.#keeper) this.#open();
  }

  /** With the last one nobody is left to show anything to; what is under way is remembered. */
  part(payer: Payer): void {
    if (!this.#payers.delete(payer) || this.#payers.size) return;
    this.#working.abort();
    this.#asking?.abort();
    this.#freeLock?.();
    clearTimeout(this.#timer);
    this.#others.leave();
    this.#keeper = this.#patron = undefined;
  }

  start(order: Order, payer: Payer): void {
    this.#begin({ is: 'start', order }, payer);
  }

  /** The order that may or may not have been paid is gone on with: the same one. */
  resume(payer: Payer): void {
    this.#begin({ is: 'continue' }, payer);
  }

  see(seen: Seen): void {
    this.#happen({ is: 'seen', seen });
  }

  logOut(): void {
    this.#happen({ is: 'logged out' });
  }

  /** What the tab remembers may be shown: it is nobody's in particular, or a token has come since, and it is theirs. */
  get isKnown(): boolean {
    return this.till.patron === undefined || this.#patron !== undefined;
  }

  /**
   * A token has come.
   * @param patron a checksum of it, or of what the app calls the patron: then it is `named`
   * @param changed it is not what it was
   */
  meet(patron: number, named: boolean, changed: boolean): void {
    const first = this.#patron !== patron;
    this.#patron = patron;
    if (named ? this.till.patron !== patron : changed && first) {
      this.#happen(named ? { is: 'patron', patron } : { is: 'patron' });
    }
  }

  #read(anew: boolean): void {
    for (const payer of this.#payers) payer.read(anew);
  }

  #happen(happening: Happening): void {
    this.#keeper?.happen(happening);
  }

  #open(): void {
    this.#working.abort();
    const { signal } = (this.#working = new AbortController());
    addEventListener(
      'pagehide',
      () => {
        // While this page lies in the back-forward cache, the tab's other pages may go on: what it knew is old then.
        this.#keeper = undefined;
        this.#others.leave();
      },
      { signal },
    );
    addEventListener(
      'pageshow',
      ({ persisted }) => {
        if (persisted) this.#arrive();
      },
      { signal },
    );
    document.addEventListener(
      'visibilitychange',
      () => {
        if (!document.hidden) this.#happen({ is: 'back' });
      },
      { signal },
    );
    this.#arrive();
  }

  /** A page of the tab has come: it knows what the tab remembers, and what its address says. */
  #arrive(): void {
    let keeper: TillKeeper;
    try {
      keeper = new TillKeeper(resumed(recall() ?? NOTHING, Date.now()), this.#hands);
    } catch {
      // It is not what this version writes.
      keeper = new TillKeeper(NOTHING, this.#hands);
    }
    this.#keeper = keeper;
    const returned = takeReturn();
    this.#others.listen();
    keeper.happen(returned ? { is: 'returned', ...returned } : { is: 'time passes' });
    keeper.tellAll();
    // After what has ended: otherwise the others would tell of it once more.
    this.#others.tell({ hello: true });
  }

  /** Whatever else is said on the channel is not for us. */
  #hear({ hello, claim, released }: Message): void {
    if (hello) this.#keeper?.tellAll();
    else if (claim?.feeIds && claim.failed) this.#keeper?.hear(claim);
    else if (released) this.#happen({ is: 'released', key: released });
  }

  /** The lock is held until the host has answered: from then on the other tabs know, by what they have been told. */
  #begin(happening: Happening, payer: Payer): void {
    let free!: () => void;
    const released = new Promise<void>((resolve) => (free = resolve));
    void withLock((had) => {
      if (!this.#keeper) return free();
      if (had) {
        this.#asker = payer;
        this.#freeLock = free;
      }
      this.#happen(had ? happening : { is: 'taken' });
    }, released);
  }

  async #ask(): Promise<void> {
    const { current } = this.till;
    const asker = this.#asker;
    if (current.is !== 'starting' || !asker) return;
    const { order } = current;
    const { signal } = (this.#asking = new AbortController());
    const answer = await startPayment(order, asker.settings(), asker.transport(), signal);
    if (signal.aborted) return;
    const { key } = order;
    if (answer.is === 'go') {
      this.#destination = answer.destination;
      return this.#happen({ is: 'answered', key, id: answer.id });
    }
    const { because, fault } = answer;
    if (fault) complain(`dibs-payment-url: ${fault}`);
    this.#happen({ is: 'refused', key, because });
    if (because === 'login') asker.login();
  }

  #go(): void {
    const { current } = this.till;
    const { signal } = this.#working;
    // In an app the page lies behind another: that it is back is seen when it is.
    void pause(LEAVING, signal)
      .then(() => visible(signal))
      .then(() => {
        if (this.till.current === current) this.#happen({ is: 'back' });
      });
    const destination = this.#destination;
    if (!destination) return;
    if (destination.is === 'link' && this.#asker?.open(destination.url)) return;
    handOver(destination, signal, () => this.#happen({ is: 'kept here' }));
  }

  #show(): void {
    const { till } = this;
    if (till.current.is !== 'starting') {
      this.#asking?.abort();
      this.#freeLock?.();
    }
    const ends = [...claimsOf(till), ...till.others]
      .map(({ until }) => until - Date.now())
      .filter((left) => left > 0);
    clearTimeout(this.#timer);
    if (ends.length) {
      this.#timer = setTimeout(() => this.#happen({ is: 'time passes' }), Math.min(...ends) + 1);
    }
    if (till.accepted.some(({ watched }) => watched)) void this.#watch();
    for (const payer of this.#payers) payer.show();
  }

  async #watch(): Promise<void> {
    const { signal } = this.#working;
    if (this.#watching === signal) return;
    this.#watching = signal;
    for (const wait of WATCHES) {
      await pause(wait, signal);
      await visible(signal);
      // Whoever came after it watches anew.
      if (signal.aborted) return;
      if (!this.till.accepted.some(({ watched }) => watched)) break;
      this.#read(false);
    }
    this.#watching = undefined;
    this.#happen({ is: 'watched' });
  }
}

/** The one of this page. */
export const cashier = new Cashier();
