import type { Claim } from './core/state.js';

/** What tabs say to each other: one of these. */
export interface Message {
  readonly claim?: Claim;
  /** The key of an order that has ended. */
  readonly released?: string;
  /** A page has been opened, and knows nothing of the others. */
  readonly hello?: true;
}

const NAME = 'ddb-debt-payment';

/** The other tabs of the same site. Where the browser has no channels, there is nobody to be heard. */
export class TabChannel {
  #channel: BroadcastChannel | undefined;
  readonly #onMessage: (message: Message) => void;

  constructor(onMessage: (message: Message) => void) {
    this.#onMessage = onMessage;
  }

  listen(): void {
    try {
      this.#channel ??= new BroadcastChannel(NAME);
    } catch {
      return;
    }
    this.#channel.onmessage = ({ data }) => this.#onMessage(data ?? {});
  }

  tell(message: Message): void {
    this.#channel?.postMessage(message);
  }

  /** An open channel keeps a page out of the back-forward cache. */
  leave(): void {
    this.#channel?.close();
    this.#channel = undefined;
  }
}

/**
 * Holds the lock that one tab at a time can have, until `release` resolves; `then` is told whether it was to be had.
 * Where there are no locks it always is: then the messages have to do.
 */
export async function withLock(
  then: (had: boolean) => void,
  release: Promise<void>,
): Promise<void> {
  let told = false;
  const tell = (had: boolean): void => {
    if (!told) then(had);
    told = true;
  };
  try {
    await navigator.locks.request(NAME, { ifAvailable: true }, (lock) => {
      tell(!!lock);
      return lock ? release : undefined;
    });
  } catch {
    tell(true);
  }
}
