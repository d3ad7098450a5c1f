import type { DebtorSystem } from './config/debtor-system.js';
import type { Overview } from './debts/overview.js';
import type { FailureKind } from './fees/failure.js';
import type { EndpointState } from './fees/endpoints.js';

/** The browser's own `Event`: old scripts replace the global. */
const PageEvent: typeof Event = Object.getPrototypeOf(CustomEvent);

class WidgetEvent extends PageEvent {
  constructor(name: string, cancelable = false) {
    super(`ddb-debt-${name}`, { bubbles: true, composed: true, cancelable });
  }
}

/** Debts have been read. `overview` is what is shown now. */
export class DebtLoadEvent extends WidgetEvent {
  constructor(readonly overview: Overview) {
    super('load');
  }
}

/** The debts of these systems could not be read. */
export class DebtErrorEvent extends WidgetEvent {
  constructor(
    readonly systems: readonly DebtorSystem[],
    readonly kind: FailureKind,
  ) {
    super('error');
  }
}

/** The patron must log in (again). */
export class DebtAuthEvent extends WidgetEvent {
  constructor() {
    super('auth');
  }
}

/** The patron wants to pay these debts here. After `preventDefault()` a script of the page does it. */
export class DebtPayEvent extends WidgetEvent {
  readonly currency = 'DKK';
  constructor(
    readonly feeIds: readonly string[],
    /** The sum of exactly those debts, in øre. */
    readonly amount: number,
    readonly channel: 'cms' | 'app',
  ) {
    super('pay', true);
  }
}

/** The patron goes to the payment site. After `preventDefault()` a script of the page opens `url`. */
export class DebtLeaveEvent extends WidgetEvent {
  constructor(readonly url: string) {
    super('leave', true);
  }
}

/** The events after a request for debts. */
export const eventsOf = (
  { failure, endpoint: { systems } }: EndpointState,
  overview: Overview,
): readonly Event[] => [
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
