import type { DebtorSystem } from '../config/settings.js';
import type { Endpoint, EndpointAnswer } from '../fees/endpoints.js';
import type { FailureKind } from '../http/failure.js';
import type { Fee, ParsedFee } from '../fees/fee.js';
import type { CalendarDate } from '../util/time.js';
import { sumOf, totalOf, type Ore } from '../util/ore.js';
import { systemOf, type SwitchRules } from './debtor-system.js';
import { stricterStatus, type Debt } from './debt.js';

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
  /** The number of fees that could not be read. If there are any, `amount` is "at least". */
  readonly unreadable: number;
  /** The sum of `debts`, in øre. Nothing if one of the fees that could not be read is a credit. */
  readonly amount?: Ore | undefined;
}

/** What is shown now. */
export interface Overview {
  readonly today: CalendarDate;
  /** The systems shown, `dibs` first. */
  readonly systems: readonly SystemOverview[];
  /** The sum of all systems in øre, if both are shown and both are known. */
  readonly total?: Ore | undefined;
  /** Some fees could not be read, so `total` is "at least". */
  readonly atLeast: boolean;
  /** Every system shown has answered, and has no debt: only then the patron may read so (CONTRACT 4). */
  readonly empty: boolean;
}

/** Debts without a date come last. Debts with equal dates are sorted by id, so that the order is stable. */
const byDueDate = (a: Debt, b: Debt): number => {
  const compare = (one = '~', other = '~'): number => (one < other ? -1 : Number(one > other));
  return compare(a.dueOn, b.dueOn) || compare(a.createdOn, b.createdOn) || compare(a.feeId, b.feeId);
};

/** One `Debt` for each `Fee`, while its system is the same, so that its row is not drawn again. */
const debtsOfFees = new WeakMap<Fee, Debt>();

function toDebt(fee: Fee, system: DebtorSystem): Debt {
  let debt = debtsOfFees.get(fee);
  if (debt?.system !== system) {
    const { kind: _, ...rest } = fee;
    debt = Object.freeze({ ...rest, system, payableByClient: fee.payableByClient === true });
    debtsOfFees.set(fee, debt);
  }
  return debt;
}

/** The debts so far, one per id, and what of each system could not be read. */
class DebtCollector {
  readonly #debts = new Map<string, Debt>();
  /** The debts for which their system has two different amounts. */
  readonly #disputed = new Set<string>();
  /** The unreadable fees of the new system. */
  readonly #unreadableInOir = new Set<string | undefined>();
  readonly #unreadable = { dibs: 0, oir: 0 };
  readonly #hasCredit = { dibs: false, oir: false };
  /** The fees of which it is not known that they belong to another system, and the system that answered them. */
  readonly #unclaimed = new Map<string, DebtorSystem>();

  /** Adds an endpoint's answer. `shown` are the systems of the whole overview. */
  addAnswer(
    { systems, shared }: Endpoint,
    fees: readonly ParsedFee[],
    shown: readonly DebtorSystem[],
    rules: SwitchRules,
  ): void {
    for (const fee of fees) {
      const system = shared ? systemOf(fee, rules) : systems[0];
      const requested = systems.includes(system);
      if (fee.kind === 'unreadable') {
        if (system === 'oir') this.#unreadableInOir.add(fee.feeId);
        // Without `payableByClient` its system is not known: it is counted where the patron sees it.
        const counted = requested ? system : fee.payableByClient === undefined && systems[0];
        if (!counted) continue;
        this.#unreadable[counted]++;
        this.#hasCredit[counted] ||= fee.isCredit;
      } else if (requested || !shown.includes(system)) {
        // A system that is not shown still takes over its debts from the one that is.
        this.#addDebt(toDebt(fee, system));
      } else if (fee.payableByClient === undefined) this.#unclaimed.set(fee.feeId, systems[0]);
    }
  }

  /**
   * The same id twice is one debt: the new system's if both have it (CONTRACT 3.3). If one system answers two
   * amounts, the smaller one is certain, and the debt counts as unreadable, too. It is payable only if both say so.
   */
  #addDebt(debt: Debt): void {
    const { feeId, system, amount } = debt;
    const known = this.#debts.get(feeId);
    if (known?.system === system) {
      if (known.amount !== amount) this.#disputed.add(feeId);
      const payableByClient = known.payableByClient && debt.payableByClient;
      const paymentStatus = stricterStatus(known.paymentStatus, debt.paymentStatus);
      const kept = known.amount <= amount ? known : debt;
      this.#debts.set(feeId, Object.freeze({ ...kept, payableByClient, paymentStatus }));
    } else if (known?.system !== 'oir') {
      this.#disputed.delete(feeId);
      this.#debts.set(feeId, debt);
    }
  }

  /** @param complete whether each system has answered */
  debtsOf(system: DebtorSystem, complete: boolean): Pick<SystemOverview, 'debts' | 'unreadable' | 'amount'> {
    const debts = [...this.#debts.values()].filter(
      (debt) => debt.system === system && (system === 'oir' || !this.#unreadableInOir.has(debt.feeId)),
    );
    const disputed = debts.filter(({ feeId }) => this.#disputed.has(feeId));
    const unclaimed = [...this.#unclaimed].filter(
      ([feeId, by]) => complete && by === system && !this.#debts.has(feeId) && !this.#unreadableInOir.has(feeId),
    );
    return {
      debts: Object.freeze(debts.sort(byDueDate)),
      unreadable: this.#unreadable[system] + disputed.length + unclaimed.length,
      amount: this.#hasCredit[system] ? undefined : sumOf(debts.map(({ amount }) => amount)),
    };
  }
}

/** What the patron owes, as far as it is known (CONTRACT 3 and 4). */
export function overviewOf(
  answers: readonly EndpointAnswer[],
  today: CalendarDate,
  switchDate?: CalendarDate,
): Overview {
  const rules = { today, switchDate };
  const shown = answers.flatMap(({ endpoint }) => endpoint.systems);
  const collector = new DebtCollector();
  for (const { endpoint, fees } of answers) collector.addAnswer(endpoint, fees ?? [], shown, rules);
  const complete = answers.every(({ fees }) => fees);

  const systems = answers
    .flatMap(({ endpoint, status: state, failure, readAt }) =>
      endpoint.systems.map((system): SystemOverview => {
        const debts = collector.debtsOf(system, complete);
        return Object.freeze({ system, state, failure, readAt, ...debts });
      }),
    )
    .sort((a, b) => (a.system < b.system ? -1 : 1));
  const known = systems.every(({ state, failure }) => state === 'ready' && !failure);
  const atLeast = systems.some(({ unreadable }) => unreadable > 0);
  return Object.freeze({
    today,
    systems: Object.freeze(systems),
    total: known && systems.length > 1 ? totalOf(systems.map(({ amount }) => amount)) : undefined,
    atLeast,
    empty: systems.length > 0 && known && !atLeast && systems.every(({ debts }) => !debts.length),
  });
}
