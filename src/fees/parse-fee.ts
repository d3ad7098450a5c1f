import { calendarDate, type CalendarDate } from '../util/calendar-date.js';
import { dayInCopenhagen } from '../util/copenhagen.js';
import type { SystemSigns } from '../debts/classify.js';
import type { Debt, Material, PaymentStatus } from '../debts/debt.js';
import { isObject, textIn, type Json } from '../util/json.js';
import { oreFromKroner } from '../util/ore.js';

/**
 * What one element of the answer turns out to be: a debt, before it is decided which system has it; nothing owed (paid
 * or zero, CONTRACT 3.4); or unreadable (CONTRACT 3.6), which still says what it can of its system.
 */
export type ParsedFee =
  | ({ readonly is: 'debt' } & SystemSigns & Omit<Debt, 'system' | 'payableByClient'>)
  | ({ readonly is: 'unreadable'; readonly feeId: string | undefined } & SystemSigns)
  | { readonly is: 'nothing' };

/** A day, also where a system adds a time to it: with a zone it is an instant, and has a day in Copenhagen. */
function dayOf(value: unknown): CalendarDate | undefined {
  const written = textIn(value) ?? '';
  const [, day, rest = ''] = /^(\d{4}-\d\d-\d\d)([T ].*|Z|[+-]\d\d:?\d\d)?$/i.exec(written) ?? [];
  const instant = /^[T ].*(Z|[+-]\d\d(:?\d\d)?)$/i.test(rest) && +new Date(written);
  return calendarDate(instant ? dayInCopenhagen(instant) : day);
}

/**
 * `paidDate` is set, CONTRACT 3.4. Systems that must write a date write year 1 or 1899 when they mean none, and a debt
 * must not disappear for that.
 */
const isPaid = (value: unknown): boolean =>
  !!value && !(typeof value === 'string' && /^\s*(0\d|1[0-8])\d\d-|^\s*$/.test(value));

/** JSON has already rounded an integer beyond 2^53: it may be another patron's fee by now. */
const idOf = (value: unknown): string | undefined =>
  Number.isSafeInteger(value) ? String(value) : textIn(value);

const STATUSES: readonly unknown[] = ['reserved', 'pending', 'completed', 'failed'];

const materialOf = (value: unknown): Material | undefined => {
  if (!isObject(value)) return undefined;
  const itemNumber = textIn(value.materialItemNumber);
  const recordId = textIn(value.recordId);
  const periodical = isObject(value.periodical) ? textIn(value.periodical.displayText) : undefined;
  return itemNumber || recordId || periodical
    ? Object.freeze({ itemNumber, recordId, periodical })
    : undefined;
};

/** Reads one element of a fees answer (`FeeV2`, CONTRACT 3). Takes anything, never throws. */
export function parseFee(json: unknown): ParsedFee {
  const fee: Json = isObject(json) ? json : {};
  const amount = oreFromKroner(fee.amount);
  if (isPaid(fee.paidDate) || amount === 0) return { is: 'nothing' };

  const feeId = idOf(fee.feeId);
  const payableByClient =
    typeof fee.payableByClient === 'boolean' ? fee.payableByClient : undefined;
  const createdOn = dayOf(fee.creationDate);
  if (!feeId || !amount) return { is: 'unreadable', feeId, payableByClient, createdOn };

  return {
    is: 'debt',
    feeId,
    type: fee.type === 'fee' || fee.type === 'compensation' ? fee.type : 'other',
    reason: textIn(fee.reasonMessage) ?? '',
    amount,
    createdOn,
    dueOn: dayOf(fee.dueDate),
    payableByClient,
    paymentStatus: STATUSES.includes(fee.paymentStatus)
      ? (fee.paymentStatus as PaymentStatus)
      : undefined,
    materials: Object.freeze(
      (Array.isArray(fee.materials) ? fee.materials : [])
        .map(materialOf)
        .filter((material) => material !== undefined),
    ),
  };
}
