import type { Claim } from './core/claims.js';
import type { ClaimMessage } from './core/payment-store.js';

/** Of the channel and the lock. */
const NAME = 'ddb-debt-payment';

/** `hello`: a page has been opened, and needs the claims of the other tabs. */
type TabMessage = ClaimMessage | { readonly hello: true };

/** A message as it arrives: any script of the site can send one. */
export interface ReceivedMessage {
  readonly claim?: Partial<Claim>;
  readonly released?: string;
  readonly hello?: unknown;
}

/** Messages between the tabs of a site. Without BroadcastChannel, nothing is sent or received. */
export class TabChannel {
  readonly #create: () => BroadcastChannel;
  #channel: BroadcastChannel | undefined;

  constructor(create = () => new BroadcastChannel(NAME)) {
    this.#create = create;
  }

  open(onMessage: (message: ReceivedMessage) => void): void {
    try {
      this.#channel ??= this.#create();
    } catch {
      return;
    }
    this.#channel.onmessage = ({ data }) => onMessage(data ?? {});
  }

  post(message: TabMessage): void {
    this.#channel?.postMessage(message);
  }

  /** An open channel keeps a page out of the back-forward cache. */
  close(): void {
    this.#channel?.close();
    this.#channel = undefined;
  }
}

/** The lock that one tab at a time can hold. Without Web Locks it is always granted, and only messages guard. */
export class TabLock {
  readonly #locks: () => Pick<LockManager, 'request'>;

  constructor(locks: () => Pick<LockManager, 'request'> = () => navigator.locks) {
    this.#locks = locks;
  }

  /**
   * Calls back with whether the lock is granted.
   * @param release resolves when a granted lock can be released
   */
  async request(callback: (granted: boolean) => void, release: Promise<void>): Promise<void> {
    let called = false;
    const callOnce = (granted: boolean): void => {
      if (called) return;
      called = true;
      callback(granted);
    };
    try {
      await this.#locks().request(NAME, { ifAvailable: true }, (lock) => {
        callOnce(!!lock);
        return lock ? release : undefined;
      });
    } catch {
      callOnce(true);
    }
  }
}
