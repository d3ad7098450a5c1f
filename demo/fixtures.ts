import { calendarDate, type CalendarDate } from '../src/util/time.js';
import { dayInCopenhagen } from '../src/util/time.js';

/** The date `days` after today in Copenhagen; before today if negative. */
export function inDays(days: number): CalendarDate {
  const day = new Date(dayInCopenhagen(Date.now()));
  day.setUTCDate(day.getUTCDate() + days);
  return calendarDate(day.toISOString().slice(0, 10)) as CalendarDate;
}

/** A fee in the format of FBS. The values are invented. */
export interface Fee {
  feeId: number;
  type: string;
  reasonMessage: string;
  /** In kroner, as in FBS. */
  amount: number;
  dueDate?: string | null;
  creationDate: string;
  paidDate: string | null;
  payableByClient?: boolean;
  /** Set by the payment host, not by FBS. */
  paymentStatus?: 'reserved' | 'pending' | 'completed' | 'failed';
  materials: object[];
}

const material = (materialItemNumber: string, recordId: string) => ({
  materialItemNumber,
  recordId,
  periodical: null,
  materialGroup: { name: 'standard', description: '31 dages lånetid til alm lånere' },
});

export const MATERIALS = [
  material('5237104417', '48724101'),
  material('5119302266', '52518017'),
  material('5324105031', '38540942'),
  material('3275308850', '23790318'),
  material('5218207791', '45951170'),
];

let nextId = 700_001;

export const fee = (over: Partial<Fee> = {}): Fee => ({
  feeId: nextId++,
  type: 'fee',
  reasonMessage: 'Gebyr (for sent)',
  amount: 70,
  dueDate: inDays(12),
  creationDate: inDays(-18),
  paidDate: null,
  payableByClient: true,
  materials: MATERIALS.slice(0, 1),
  ...over,
});

/** Old debts: one overdue with several materials, and a compensation. */
export const oldDebts = (): Fee[] => [
  fee({ dueDate: inDays(-40), creationDate: inDays(-75), materials: MATERIALS.slice(0, 3) }),
  fee({
    type: 'compensation',
    reasonMessage: 'Erstatning',
    amount: 192.56,
    dueDate: inDays(19),
    creationDate: inDays(-11),
    materials: MATERIALS.slice(3, 4),
  }),
];

/** New debts: one whose material no longer exists (a closed interlibrary loan), and one with several materials. */
export const newDebts = (): Fee[] => [
  fee({
    amount: 230,
    payableByClient: false,
    creationDate: inDays(-6),
    dueDate: inDays(24),
    materials: [],
  }),
  fee({
    amount: 20,
    payableByClient: false,
    creationDate: inDays(-2),
    dueDate: inDays(28),
    materials: MATERIALS.slice(1, 3),
  }),
];

export const both = (): Fee[] => [...oldDebts(), ...newDebts()];

/** The debts of another patron. The ids are distinct, so that a payment by one patron never affects the other. */
export const bosDebts = (): Fee[] => [
  fee({
    feeId: 710_001,
    amount: 35,
    dueDate: inDays(-3),
    creationDate: inDays(-60),
    materials: MATERIALS.slice(4),
  }),
  fee({
    feeId: 710_002,
    type: 'compensation',
    reasonMessage: 'Erstatning',
    amount: 149.95,
    payableByClient: false,
    dueDate: inDays(9),
    creationDate: inDays(-21),
    materials: MATERIALS.slice(2, 3),
  }),
];

/** `count` fees in both systems. Every amount is a whole number of øre. */
export const many = (count: number): Fee[] =>
  Array.from({ length: count }, (_, index) =>
    fee({
      amount: (1 + ((index * 37) % 29_999)) / 100,
      dueDate: inDays((index % 90) - 45),
      payableByClient: index % 3 !== 0,
      materials: MATERIALS.slice(0, index % 4),
    }),
  );
