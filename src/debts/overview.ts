import type { DebtorSystem } from '../config/debtor-system.js';
import type { FailureKind } from '../fees/failure.js';
import type { EndpointState } from '../fees/endpoint-state.js';
import type { CalendarDate } from '../util/calendar-date.js';
import { systemOf, type SwitchRules } from './classify.js';
import type { Debt } from './debt.js';
import { sumOf, type Ore } from '../util/ore.js';
import { parseFee } from '../fees/parse-fee.js';

/** What is known of the debts in one system. */
export interface SystemOverview {
  readonly system: DebtorSystem;
  /** `failed`: never read. A read that failed later leaves `ready`, with `failure` set and the older debts kept. */
  readonly state: 'loading' | 'ready' | 'failed';
  readonly failure?: FailureKind | undefined;
  /** When the debts shown were read, in milliseconds since 1970. */
  readonly readAt?: number | undefined;
  /** Oldest due date first. */
  readonly debts: readonly Debt[];
  /** How many entries could not be read. Where there are any, `amount` is "at least". */
  readonly unreadable: number;
  /** The sum of `debts`, in øre. */
  readonly amount: Ore;
}

/** What is shown now. */
export interface Overview {
  readonly today: CalendarDate;
  /** The systems shown, `dibs` first. */
  readonly systems: readonly SystemOverview[];
  /** The sum of all systems in øre, where both are shown and both are known. */
  readonly total?: Ore | undefined;
  /** Some entries could not be read, so `total` is "at least". */
  readonly atLeast: boolean;
  /** Every system shown has answered, and has no debt: the only time a patron may be told so (CONTRACT 4). */
  readonly empty: boolean;
}

/** Debts without a date come after those with one; ids decide what dates do not, so the order never wavers. */
const byDueDate = (a: Debt, b: Debt): number => {
  const compare = (one = '~', other = '~'): number => (one < other ? -1 : Number(one > other));
  return (
    compare(a.dueOn, b.dueOn) || compare(a.createdOn, b.createdOn) || compare(a.feeId, b.feeId)
  );
};

/** Debts found so far, one per id, and what of each system could not be read. */
class Ledger {
  readonly #debts = new Map<string, Debt>();
  /** The debts for which their system has asked for two different amounts. */
  readonly #disputed = new Set<string>();
  /** What the new system has, though it could not be read. */
  readonly #claimed = new Set<string | undefined>();
  readonly #unreadable = { dibs: 0, oir: 0 };

  /** Takes in one endpoint's answer. `shown` are the systems of the whole overview. */
  read(
    { endpoint, fees: entries = [] }: EndpointState,
    shown: readonly DebtorSystem[],
    rules: SwitchRules,
  ): void {
    const { systems, shared } = endpoint;
    for (const json of entries) {
      const found = parseFee(json);
      if (found.is === 'nothing') continue;
      const { payableByClient } = found;
      const system = shared ? systemOf(found, rules) : systems[0];
      const asked = systems.includes(system);
      if (found.is === 'unreadable') {
        if (system === 'oir') this.#claimed.add(found.feeId);
        // Without the flag nobody can tell whose it is: then it is counted where the patron will see it.
        if (asked) this.#unreadable[system]++;
        else if (payableByClient === undefined) this.#unreadable[systems[0]]++;
      } else if (asked || !shown.includes(system)) {
        // A system that is not shown still takes over its debts from the one that is.
        const { is: _, ...debt } = found;
        this.#add(Object.freeze({ ...debt, system, payableByClient: payableByClient === true }));
      }
    }
  }

  /**
   * The same id twice is one debt: the new system's where both have it (CONTRACT 3.3). Where one system says two
   * things of it, the smaller amount is certain and the rest counted as unreadable, and it is payable only if both say so.
   */
  #add(debt: Debt): void {
    const { feeId, system, amount } = debt;
    const known = this.#debts.get(feeId);
    if (known?.system === system) {
      if (known.amount !== amount) this.#disputed.add(feeId);
      const payableByClient = known.payableByClient && debt.payableByClient;
      const paymentStatus = known.paymentStatus ?? debt.paymentStatus;
      const kept = known.amount <= amount ? known : debt;
      this.#debts.set(feeId, Object.freeze({ ...kept, payableByClient, paymentStatus }));
    } else if (known?.system !== 'oir') {
      this.#disputed.delete(feeId);
      this.#debts.set(feeId, debt);
    }
  }

  /** One system's debts, oldest due date first, and how many entries of it could not be read. */
  of(system: DebtorSystem): { debts: readonly Debt[]; unreadable: number } {
    const debts = [...this.#debts.values()].filter(
      (debt) => debt.system === system && (system === 'oir' || !this.#claimed.has(debt.feeId)),
    );
    const disputed = debts.filter(({ feeId }) => this.#disputed.has(feeId));
    return {
      debts: Object.freeze(debts.sort(byDueDate)),
      unreadable: this.#unreadable[system] + disputed.length,
    };
  }
}

function overviewOfSystem(
  system: DebtorSystem,
  { status: state, failure, readAt }: EndpointState,
  ledger: Ledger,
): SystemOverview {
  const { debts, unreadable } = ledger.of(system);
  const amount = sumOf(debts.map((debt) => debt.amount));
  return Object.freeze({ system, state, failure, readAt, debts, unreadable, amount });
}

/** Entries to overview: what the patron owes, as far as it is known (CONTRACT 3 and 4). */
export function overviewOf(readings: readonly EndpointState[], rules: SwitchRules): Overview {
  const shown = readings.flatMap(({ endpoint }) => endpoint.systems);
  const ledger = new Ledger();
  for (const reading of readings) ledger.read(reading, shown, rules);

  const systems = readings
    .flatMap((reading) =>
      reading.endpoint.systems.map((system) => overviewOfSystem(system, reading, ledger)),
    )
    .sort((a, b) => (a.system < b.system ? -1 : 1));
  const known = systems.every(({ state, failure }) => state === 'ready' && !failure);
  const atLeast = systems.some(({ unreadable }) => unreadable > 0);
  return Object.freeze({
    today: rules.today,
    systems: Object.freeze(systems),
    total: known && systems.length > 1 ? sumOf(systems.map(({ amount }) => amount)) : undefined,
    atLeast,
    empty: systems.length > 0 && known && !atLeast && systems.every(({ debts }) => !debts.length),
  });
}
