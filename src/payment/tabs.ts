import type { TabMessage } from './core/payment-store.js';

/** The name of the channel and of the lock. All versions of the widget have the same: see `TabMessage`. */
const NAME = 'ddb-debt-payment';

/** How long to wait for the browser's answer about a lock, in milliseconds. */
const LOCK_TIMEOUT = 2_000;

/** Messages between the tabs of a site. Without BroadcastChannel, nothing is sent or received. */
export class TabChannel {
  readonly #create: () => BroadcastChannel;
  #channel: BroadcastChannel | undefined;

  constructor(create = () => new BroadcastChannel(NAME)) {
    this.#create = create;
  }

  open(onMessage: (data: unknown) => void): void {
    try {
      this.#channel ??= this.#create();
    } catch {
      return;
    }
    this.#channel.onmessage = ({ data }) => onMessage(data);
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

/**
 * Requests the lock that one tab at a time can hold, and calls back with whether it is granted. Without Web Locks, or where
 * they do not answer, it is granted, and only messages guard.
 * @param signal aborts to release it
 */
export async function requestLock(
  callback: (granted: boolean) => void,
  signal: AbortSignal,
  locks: () => Pick<LockManager, 'request'> = () => navigator.locks,
): Promise<void> {
  let called = false;
  const callOnce = (granted: boolean): void => {
    if (called) return;
    called = true;
    clearTimeout(timer);
    callback(granted);
  };
  const timer = setTimeout(() => callOnce(true), LOCK_TIMEOUT);
  const released = new Promise<unknown>((resolve) => signal.addEventListener('abort', resolve));
  try {
    await locks().request(NAME, { ifAvailable: true }, (lock) => {
      // It was granted too late, and the payment has started without it.
      if (called) return undefined;
      callOnce(!!lock);
      return lock ? released : undefined;
    });
  } catch {
    callOnce(true);
  }
}
