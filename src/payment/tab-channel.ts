import type { Claim } from './core/claims.js';
import type { ClaimMessage } from './core/payment-store.js';

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
