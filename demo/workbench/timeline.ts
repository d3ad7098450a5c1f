import { phaseOn, type Phase } from '../../src/config/phase.js';
import type { Settings } from '../../src/config/settings.js';
import { parseFee } from '../../src/fees/fee.js';
import type { CalendarDate } from '../../src/util/time.js';
import type { BilingualText } from './state.js';
import { addDays, daysBetween, firstOf } from './days.js';

/** A day on which the page changes. */
export interface Mark {
  readonly date: CalendarDate;
  readonly kind: 'switch' | 'end' | 'today' | 'created' | 'overdue';
  readonly name: BilingualText;
  /** Describes the change. */
  readonly description: BilingualText;
}

export interface Timeline {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** In order of date. */
  readonly marks: readonly Mark[];
  /** The phases with their first days, in order. */
  readonly phases: readonly { readonly from: CalendarDate; readonly phase: Phase }[];
}

type Dates = Pick<Settings, 'switchDate' | 'dibsEndDate'> &
  Partial<Pick<Settings, 'systems' | 'dibsPaymentUrl' | 'mobilepay'>>;

const kroner = (ore: number, locale: string): string =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(ore / 100);

function marksOf(
  entries: readonly unknown[],
  { switchDate, dibsEndDate, systems, dibsPaymentUrl, mobilepay }: Dates,
  startsWhenCreated: boolean,
): Mark[] {
  const marks: Mark[] = [];
  if (switchDate) {
    marks.push({
      date: switchDate,
      kind: 'switch',
      name: { da: 'Skæringsdato', en: 'Switch date' },
      description: {
        da: 'Skæringsdatoen: Kommunen begynder at opkræve nye mellemværender.',
        en: 'The switch date: the municipality begins to collect new debts.',
      },
    });
  }
  if (dibsEndDate && systems !== 'oir') {
    marks.push({
      date: dibsEndDate,
      kind: 'end',
      name: { da: 'DIBS slutter', en: 'DIBS ends' },
      description:
        dibsPaymentUrl || mobilepay
          ? {
              da: 'DIBS slutter: Gamle mellemværender kan ikke længere betales her.',
              en: 'DIBS ends: old debts can no longer be paid here.',
            }
          : { da: 'Det gamle system (DIBS) slutter.', en: 'The old system (DIBS) ends.' },
    });
  }
  const seen = new Set<string>();
  for (const entry of entries) {
    const debt = parseFee(entry);
    // A debt that is being transferred is listed twice, but counts once (CONTRACT 3.3).
    if (debt?.kind !== 'fee' || seen.has(debt.feeId)) continue;
    seen.add(debt.feeId);
    const { createdOn, dueOn, amount, reason } = debt;
    const what = {
      da: `${reason || 'Mellemværende'} på ${kroner(amount, 'da-DK')} kr.`,
      en: `${reason || 'Debt'}, DKK ${kroner(amount, 'en-GB')}`,
    };
    if (createdOn && startsWhenCreated) {
      marks.push({
        date: createdOn,
        kind: 'created',
        name: { da: 'Oprettes', en: 'Created' },
        description: { da: `Oprettes: ${what.da}`, en: `Created: ${what.en}` },
      });
    }
    if (dueOn) {
      marks.push({
        date: addDays(dueOn, 1),
        kind: 'overdue',
        name: { da: 'Fristen er overskredet', en: 'Overdue' },
        description: { da: `Fristen er overskredet: ${what.da}`, en: `Overdue: ${what.en}` },
      });
    }
  }
  return marks;
}

/** In days from the first main date. Marks of debts beyond it are left out. */
const MAX_DEBT_DISTANCE = 800;

/** In days from the first main date. The library's own dates beyond it are left out, because they must be typing errors. */
const MAX_DATE_DISTANCE = 3650;

/**
 * The timeline from before the switch to after the end of DIBS.
 * @param startsWhenCreated whether debts appear on the day that they are created
 */
export function timelineOf(
  entries: readonly unknown[],
  dates: Dates,
  today: CalendarDate,
  shown: CalendarDate,
  startsWhenCreated = true,
): Timeline {
  const all = marksOf(entries, dates, startsWhenCreated);
  const main = all
    .filter(({ kind }) => kind === 'switch' || kind === 'end')
    .map(({ date }) => date);
  const middle = firstOf(main) ?? shown;
  const within = (date: CalendarDate, days: number): boolean =>
    Math.abs(daysBetween(middle, date)) <= days;
  const near = (date: CalendarDate): boolean => within(date, MAX_DEBT_DISTANCE);
  const withToday = near(today)
    ? [
        ...all,
        {
          date: today,
          kind: 'today',
          name: { da: 'I dag', en: 'Today' },
          description: { da: 'I dag', en: 'Today' },
        } as const,
      ]
    : all;
  const marks = withToday
    .filter(({ date, kind }) =>
      kind === 'switch' || kind === 'end' ? within(date, MAX_DATE_DISTANCE) : near(date),
    )
    .sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
  const before = addDays(marks[0]?.date ?? shown, -14);
  const after = addDays(marks.at(-1)?.date ?? shown, 30);
  // The ends do not move with a shown day inside them, so that the slider stops at the ends.
  const from = shown < before ? shown : before;
  const to = shown > after ? shown : after;
  const turns = [from, ...main.filter((date) => date > from && date <= to).sort()];
  const phases = turns
    .map((turn) => ({ from: turn, phase: phaseOn(turn, dates) }))
    .filter(({ phase }, index, list) => phase !== list[index - 1]?.phase);
  return { from, to, marks, phases };
}

/** The next day on which the page changes, or the previous one if `back`. */
export const nextChange = (
  { marks }: Timeline,
  date: CalendarDate,
  back = false,
): CalendarDate | undefined =>
  (back
    ? [...marks].reverse().find((mark) => mark.date < date)
    : marks.find((mark) => mark.date > date)
  )?.date;
