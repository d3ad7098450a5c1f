import type { DebtorSystem } from './config/settings.js';
import type { Overview } from './debts/overview.js';
import type { FailureKind } from './http/failure.js';
import type { EndpointState } from './fees/endpoints.js';

/** The browser's own `Event`: old scripts replace the global. */
const PageEvent: typeof Event = Object.getPrototypeOf(CustomEvent);

class WidgetEvent extends PageEvent {
  constructor(name: string, cancelable = false) {
    super(`ddb-debt-${name}`, { bubbles: true, composed: true, cancelable });
  }
}

/** An endpoint has been read. */
export class DebtLoadEvent extends WidgetEvent {
  /** The debts as they are shown now. */
  readonly overview: Overview;
  constructor(overview: Overview) {
    super('load');
    this.overview = overview;
  }
}

/** An endpoint could not be read. */
export class DebtErrorEvent extends WidgetEvent {
  /** The systems whose debts it has. */
  readonly systems: readonly DebtorSystem[];
  /** Why it could not be read. */
  readonly kind: FailureKind;
  constructor(systems: readonly DebtorSystem[], kind: FailureKind) {
    super('error');
    this.systems = systems;
    this.kind = kind;
  }
}

/** The patron must log in, for the first time or again. */
export class DebtAuthEvent extends WidgetEvent {
  constructor() {
    super('auth');
  }
}

/** The patron has pressed a pay button. After `preventDefault()`, the page starts the payment. */
export class DebtPayEvent extends WidgetEvent {
  /** The fees to pay. */
  readonly feeIds: readonly string[];
  /** Their sum, in øre. */
  readonly amount: number;
  /** Always `DKK`. */
  readonly currency = 'DKK';
  /** Where the element is: on a web page, or in an app. */
  readonly channel: 'cms' | 'app';
  constructor(feeIds: readonly string[], amount: number, channel: 'cms' | 'app') {
    super('pay', true);
    this.feeIds = feeIds;
    this.amount = amount;
    this.channel = channel;
  }
}

/** The patron has followed the link to the payment site. After `preventDefault()`, the page opens it. */
export class DebtLeaveEvent extends WidgetEvent {
  /** The URL of the payment site. */
  readonly url: string;
  constructor(url: string) {
    super('leave', true);
    this.url = url;
  }
}

/** The events to dispatch after a request for fees. */
export const eventsOf = ({ failure, endpoint: { systems } }: EndpointState, overview: Overview): readonly Event[] => [
  failure ? new DebtErrorEvent(systems, failure) : new DebtLoadEvent(overview),
  ...(failure === 'unauthorized' ? [new DebtAuthEvent()] : []),
];

declare global {
  interface GlobalEventHandlersEventMap {
    'ddb-debt-load': DebtLoadEvent;
    'ddb-debt-error': DebtErrorEvent;
    'ddb-debt-auth': DebtAuthEvent;
    'ddb-debt-pay': DebtPayEvent;
    'ddb-debt-leave': DebtLeaveEvent;
  }
}
