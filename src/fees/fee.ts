import { calendarDate, dayInCopenhagen, now, type CalendarDate } from '../util/time.js';
import { isObject, textIn, typeIn, type Json } from '../util/json.js';
import { oreFromKroner, type Ore } from '../util/ore.js';

export type FeeType = 'fee' | 'compensation' | 'other';

/** The state of a payment of the fee, if the server knows of one (CONTRACT 6). */
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

/** What decides which system collects a fee (`debts/debtor-system.ts`). Known of some unreadable fees, too. */
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
  /** Why, in the library system's own words (Danish, plain text); empty if it gives none. */
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
  /** It is less than nothing: what is owed is less than the sum of the other fees, too. */
  readonly isCredit: boolean;
}

export type ParsedFee = Fee | UnreadableFee;

/** More would take a phone too long to draw. */
const LONGEST_REASON = 2_000;

/** A date, also of a value with a time: with a time zone it is an instant, which has a date in Copenhagen. */
function dayOf(value: unknown): CalendarDate | undefined {
  const text = textIn(value) ?? '';
  const [, day, rest = ''] = /^(\d{4}-\d\d-\d\d)([T ].*|Z|[+-]\d\d:?\d\d)?$/i.exec(text) ?? [];
  const instant = /^[T ].*(Z|[+-]\d\d(:?\d\d)?)$/i.test(rest) && +new Date(text);
  return calendarDate(instant ? dayInCopenhagen(instant) : day);
}

/**
 * The date of a payment (CONTRACT 3.4). A date that is still to come is none, and neither is the first day that a system
 * knows, which it writes for "none": in the year 1, or 1899, 1900, 1904, 1970 or 1980.
 */
function paymentDateOf(value: unknown): CalendarDate | undefined {
  const day = dayOf(value);
  return day && day > '1980-01-01' && day <= dayInCopenhagen(now()) ? day : undefined;
}

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

const booleanIn = (value: unknown): boolean | undefined => (typeof value === 'boolean' ? value : undefined);

/** A field that is set. Some systems write an empty text for nothing. */
const isSet = (value: unknown): boolean =>
  typeIn(value) !== 'missing' && (typeof value !== 'string' || !!textIn(value));

const isNegative = (amount: unknown): boolean =>
  typeIn(amount) === 'negative' || (typeof amount === 'string' && /^\s*[-−]/.test(amount));

/** Reports a fault to the developer. */
export type Report = (fault: string) => void;

/**
 * Parses one element of a fees answer (`FeeV2`, CONTRACT 3). Takes anything, never throws.
 * @param report called with each field that is not what it should be: its name and its type, without its value
 * @returns `undefined` if nothing is owed: it is paid, or zero (CONTRACT 3.4)
 */
export function parseFee(json: unknown, report: Report = () => undefined): ParsedFee | undefined {
  const fee: Json = isObject(json) ? json : {};
  const read = <T>(name: string, parse: (value: unknown) => T | undefined, takes: string, required?: boolean) => {
    const parsed = parse(fee[name]);
    const isWrong = parsed === undefined && isObject(json) && (required || isSet(fee[name]));
    if (isWrong) report(`${name} is ${typeIn(fee[name])}; takes ${takes}`);
    return parsed;
  };
  const date = 'a date as YYYY-MM-DD';
  const paid = read('paidDate', paymentDateOf, `${date} that has been`);
  if (paid || oreFromKroner(fee.amount) === 0) return undefined;

  if (!isObject(json)) report(`a fee is ${typeIn(json)}; takes an object`);
  const amount = read('amount', oreFromKroner, 'a number of kroner from 0, with at most 2 decimals', true);
  const feeId = read('feeId', idOf, 'text, or a whole number below 2^53', true);
  const payableByClient = read('payableByClient', booleanIn, 'true or false');
  const createdOn = read('creationDate', dayOf, date);
  const dueOn = read('dueDate', dayOf, date);
  if (!feeId || !amount || isSet(fee.paidDate)) {
    return { kind: 'unreadable', feeId, isCredit: isNegative(fee.amount), payableByClient, createdOn };
  }

  return {
    kind: 'fee',
    feeId,
    type: fee.type === 'fee' || fee.type === 'compensation' ? fee.type : 'other',
    reason: (textIn(fee.reasonMessage) ?? '').slice(0, LONGEST_REASON),
    amount,
    createdOn,
    dueOn,
    payableByClient,
    paymentStatus: STATUSES.includes(fee.paymentStatus) ? (fee.paymentStatus as PaymentStatus) : undefined,
    materials: Object.freeze(
      (Array.isArray(fee.materials) ? fee.materials : []).map(materialOf).filter((material) => material !== undefined),
    ),
  };
}

/** Parses the elements of a fees answer. */
export const parseFees = (answer: readonly unknown[], report?: Report): readonly ParsedFee[] =>
  answer.map((fee) => parseFee(fee, report)).filter((fee) => fee !== undefined);
