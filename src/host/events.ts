import type { DebtorSystem } from '../config/debtor-system.js';
import type { Overview } from '../debts/overview.js';
import type { FailureKind } from '../sources/failure.js';
import type { Reading } from '../sources/reading.js';

/** The browser's own: a script of the page may have put something else in its place. */
const PageEvent: typeof Event = Object.getPrototypeOf(CustomEvent);

const options = { bubbles: true, composed: true };

/** Debts have been read: what is shown now. */
export class DebtLoadEvent extends PageEvent {
  constructor(readonly overview: Overview) {
    super('ddb-debt-load', options);
  }
}

/** The debts of these systems could not be read. */
export class DebtErrorEvent extends PageEvent {
  constructor(
    readonly systems: readonly DebtorSystem[],
    readonly kind: FailureKind,
  ) {
    super('ddb-debt-error', options);
  }
}

/** The patron must log in (again). */
export class DebtAuthEvent extends PageEvent {
  constructor() {
    super('ddb-debt-auth', options);
  }
}

/** The patron wants to pay these debts here. `preventDefault()`: the host does it. */
export class DebtPayEvent extends PageEvent {
  readonly currency = 'DKK';
  constructor(
    readonly feeIds: readonly string[],
    /** The sum of exactly those debts, in øre. */
    readonly amount: number,
    readonly channel: 'cms' | 'app',
  ) {
    super('ddb-debt-pay', { ...options, cancelable: true });
  }
}

/** The patron goes to the payment site. `preventDefault()`: the host opens `url`. */
export class DebtLeaveEvent extends PageEvent {
  constructor(readonly url: string) {
    super('ddb-debt-leave', { ...options, cancelable: true });
  }
}

/** What the host is told when a read has ended. */
export const eventsOf = (
  { failure, endpoint: { systems } }: Reading,
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
