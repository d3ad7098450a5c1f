import { calendarDate, type CalendarDate } from '../util/time.js';
import { dayInCopenhagen } from '../util/time.js';
import { isObject, textIn, type Json } from '../util/json.js';
import { oreFromKroner, type Ore } from '../util/ore.js';

export type FeeType = 'fee' | 'compensation' | 'other';

/** The state of a payment of the fee, where the server knows of one (CONTRACT 6). */
export type PaymentStatus = 'reserved' | 'pending' | 'completed' | 'failed';

/** One thing a fee is for. */
export interface Material {
  /** The number on the item itself. */
  readonly itemNumber?: string | undefined;
  /** The FAUST number of its bibliographic record. */
  readonly recordId?: string | undefined;
  /** Volume and year of a periodical, as the library system words them. */
  readonly periodical?: string | undefined;
}

/** What decides which system collects a fee (`debts/classify.ts`). Known of some unreadable fees, too. */
interface Classified {
  /** FBS allows a client to offer payment of it. */
  readonly payableByClient: boolean | undefined;
  readonly createdOn?: CalendarDate | undefined;
}

/** One fee of the library system (`FeeV2`), parsed. Which system collects it depends on the day: see `debts/`. */
export interface Fee extends Classified {
  readonly kind: 'fee';
  /** FBS's `feeId`, in decimal digits. */
  readonly feeId: string;
  readonly type: FeeType;
  /** Why, in the library system's own words (Danish, plain text); empty where it gives none. */
  readonly reason: string;
  /** What is left to pay, in øre. */
  readonly amount: Ore;
  readonly dueOn?: CalendarDate | undefined;
  readonly paymentStatus?: PaymentStatus | undefined;
  readonly materials: readonly Material[];
}

/** A fee without a usable id or amount (CONTRACT 3.6). */
export interface UnreadableFee extends Classified {
  readonly kind: 'unreadable';
  readonly feeId?: string | undefined;
}

export type ParsedFee = Fee | UnreadableFee;

/** A date, also of a value with a time: with a time zone it is an instant, which has a date in Copenhagen. */
function dayOf(value: unknown): CalendarDate | undefined {
  const text = textIn(value) ?? '';
  const [, day, rest = ''] = /^(\d{4}-\d\d-\d\d)([T ].*|Z|[+-]\d\d:?\d\d)?$/i.exec(text) ?? [];
  const instant = /^[T ].*(Z|[+-]\d\d(:?\d\d)?)$/i.test(rest) && +new Date(text);
  return calendarDate(instant ? dayInCopenhagen(instant) : day);
}

/** `paidDate` is set (CONTRACT 3.4). Some systems write year 1 or 1899 for "none", which must not hide a debt. */
const isPaid = (value: unknown): boolean =>
  !!value && !(typeof value === 'string' && /^\s*(0\d|1[0-8])\d\d-|^\s*$/.test(value));

/** `JSON.parse` rounds an integer beyond 2^53, so it could be the id of another patron's fee. */
const idOf = (value: unknown): string | undefined => (Number.isSafeInteger(value) ? String(value) : textIn(value));

const STATUSES: readonly unknown[] = ['reserved', 'pending', 'completed', 'failed'];

const materialOf = (value: unknown): Material | undefined => {
  if (!isObject(value)) return undefined;
  const itemNumber = textIn(value.materialItemNumber);
  const recordId = textIn(value.recordId);
  const periodical = isObject(value.periodical) ? textIn(value.periodical.displayText) : undefined;
  return itemNumber || recordId || periodical ? Object.freeze({ itemNumber, recordId, periodical }) : undefined;
};

/**
 * Parses one element of a fees answer (`FeeV2`, CONTRACT 3). Takes anything, never throws.
 * @returns `undefined` where nothing is owed: it is paid, or zero (CONTRACT 3.4)
 */
export function parseFee(json: unknown): ParsedFee | undefined {
  const fee: Json = isObject(json) ? json : {};
  const amount = oreFromKroner(fee.amount);
  if (isPaid(fee.paidDate) || amount === 0) return undefined;

  const feeId = idOf(fee.feeId);
  const payableByClient = typeof fee.payableByClient === 'boolean' ? fee.payableByClient : undefined;
  const createdOn = dayOf(fee.creationDate);
  if (!feeId || !amount) return { kind: 'unreadable', feeId, payableByClient, createdOn };

  return {
    kind: 'fee',
    feeId,
    type: fee.type === 'fee' || fee.type === 'compensation' ? fee.type : 'other',
    reason: textIn(fee.reasonMessage) ?? '',
    amount,
    createdOn,
    dueOn: dayOf(fee.dueDate),
    payableByClient,
    paymentStatus: STATUSES.includes(fee.paymentStatus) ? (fee.paymentStatus as PaymentStatus) : undefined,
    materials: Object.freeze(
      (Array.isArray(fee.materials) ? fee.materials : []).map(materialOf).filter((material) => material !== undefined),
    ),
  };
}

/** Parses the elements of a fees answer. */
export const parseFees = (answer: readonly unknown[]): readonly ParsedFee[] =>
  answer.map(parseFee).filter((fee) => fee !== undefined);
