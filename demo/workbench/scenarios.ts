import { fee, many, MATERIALS, type Fee } from '../fixtures.js';
import type { CalendarDate } from '../../src/util/time.js';
import type { ScenarioName, BilingualText } from './state.js';
import { addDays } from './days.js';

/** A fee with a fixed id, so that a scenario always has the same debts. */
const made = (feeId: number, from: CalendarDate, age: number, over: Partial<Fee>): Fee =>
  fee({
    feeId,
    creationDate: addDays(from, age),
    dueDate: addDays(from, age + 30),
    ...over,
  });

interface Scenario {
  readonly name: BilingualText;
  readonly description: BilingualText;
  /** The answer of FBS; `from` is the switch date. */
  fees(from: CalendarDate): readonly unknown[];
}

const late = (from: CalendarDate): Fee =>
  made(800_001, from, -75, { materials: MATERIALS.slice(0, 3) });
const lost = (from: CalendarDate): Fee =>
  made(800_002, from, -11, {
    type: 'compensation',
    reasonMessage: 'Erstatning',
    amount: 192.56,
    materials: MATERIALS.slice(3, 4),
  });
const newLoss = (from: CalendarDate): Fee =>
  made(800_003, from, 0, {
    type: 'compensation',
    reasonMessage: 'Erstatning',
    amount: 230,
    payableByClient: false,
    materials: MATERIALS.slice(4),
  });
const newLate = (from: CalendarDate): Fee =>
  made(800_004, from, 20, { amount: 20, payableByClient: false, materials: MATERIALS.slice(1, 3) });

export const SCENARIO_DETAILS: Readonly<Record<ScenarioName, Scenario>> = {
  none: {
    name: { da: 'Ingen mellemværender', en: 'No debts' },
    description: { da: 'Låneren skylder ikke noget.', en: 'The patron owes nothing.' },
    fees: () => [],
  },
  old: {
    name: { da: 'Ét gammelt', en: 'One old' },
    description: {
      da: 'Et gebyr fra før skæringsdatoen.',
      en: 'A fee from before the switch date.',
    },
    fees: (from) => [late(from)],
  },
  new: {
    name: { da: 'Ét nyt', en: 'One new' },
    description: {
      da: 'En erstatning, der er oprettet på skæringsdatoen.',
      en: 'A compensation created on the switch date.',
    },
    fees: (from) => [newLoss(from)],
  },
  both: {
    name: { da: 'Både gamle og nye', en: 'Both old and new' },
    description: {
      da: 'To fra før skæringsdatoen, ét fra selve dagen og ét, der kommer til senere.',
      en: 'Two from before the switch date, one from the day itself, and one that comes later.',
    },
    fees: (from) => [late(from), lost(from), newLoss(from), newLate(from)],
  },
  transfer: {
    name: { da: 'Under overførsel', en: 'During transfer' },
    description: {
      da: 'Det samme gebyr står i begge systemer, mens det flyttes. Det vises og tælles én gang.',
      en: 'The same fee is in both systems while it is moved. It is shown and counted once.',
    },
    // The new system creates its copy at the switch.
    fees: (from) => [
      late(from),
      { ...late(from), payableByClient: false, creationDate: from },
      lost(from),
    ],
  },
  overdue: {
    name: { da: 'Forfaldne', en: 'Overdue' },
    description: {
      da: 'Flere, hvor betalingsfristen er overskredet.',
      en: 'Several whose due date has passed.',
    },
    fees: (from) => [
      late(from),
      made(800_005, from, -200, { amount: 35 }),
      made(800_006, from, -32, { amount: 120.5, payableByClient: false }),
    ],
  },
  'without-materials': {
    name: { da: 'Uden materialer', en: 'Without materials' },
    description: {
      da: 'Gebyrer for et lukket fjernlån: Bibliotekssystemet ved ikke længere, hvad de er for.',
      en: 'Fees for a closed interlibrary loan: the library system no longer knows what they are for.',
    },
    fees: (from) => [
      made(800_007, from, -20, { amount: 230, materials: [] }),
      made(800_008, from, 2, { amount: 45, payableByClient: false, materials: [] }),
    ],
  },
  many: {
    name: { da: 'Mange', en: 'Many' },
    description: { da: '60 mellemværender i begge systemer.', en: '60 debts in both systems.' },
    fees: (from) =>
      many(60).map((one, index) => ({
        ...one,
        feeId: 801_000 + index,
        creationDate: addDays(from, -90 + index * 2),
        dueDate: addDays(from, -60 + index * 2),
      })),
  },
  unreadable: {
    name: { da: 'Noget kan ikke læses', en: 'Something is unreadable' },
    description: {
      da: 'To poster er i stykker: den ene uden beløb, den anden uden indhold.',
      en: 'Two entries are broken: one has no amount, the other no content.',
    },
    fees: (from) => [
      late(from),
      newLoss(from),
      {
        feeId: 800_009,
        amount: null,
        payableByClient: true,
        creationDate: addDays(from, -20),
        materials: [],
      },
      null,
    ],
  },
  registering: {
    name: { da: 'Ved at blive registreret', en: 'Being registered' },
    description: {
      da: 'Noget er betalt og venter på at blive registreret, noget er ved at blive betalt.',
      en: 'Some is paid and waits for registration, some is being paid.',
    },
    fees: (from) => [
      { ...late(from), paymentStatus: 'completed' },
      { ...lost(from), paymentStatus: 'reserved' },
      made(800_010, from, -30, { amount: 35 }),
    ],
  },
};
