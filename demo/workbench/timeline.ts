import { phaseOn, type Phase } from '../../src/config/phase.js';
import type { Settings } from '../../src/config/settings.js';
import { parseFee } from '../../src/fees/fee.js';
import type { CalendarDate } from '../../src/util/calendar-date.js';
import type { Sentence } from './bench.js';
import { addDays, daysBetween, firstOf } from './days.js';

/** A day on which the page changes. */
export interface Mark {
  readonly date: CalendarDate;
  readonly is: 'switch' | 'end' | 'today' | 'created' | 'overdue';
  readonly name: Sentence;
  /** What changes. */
  readonly says: Sentence;
}

export interface Timeline {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** In order of date. */
  readonly marks: readonly Mark[];
  /** From which day on which phase holds, in order. */
  readonly phases: readonly { readonly from: CalendarDate; readonly phase: Phase }[];
}

type Dates = Pick<Settings, 'switchDate' | 'dibsEndDate'> & Partial<Pick<Settings, 'systems'>>;

const kroner = (ore: number, locale: string): string =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(ore / 100);

function marksOf(
  entries: readonly unknown[],
  { switchDate, dibsEndDate, systems }: Dates,
  comeWhenMade: boolean,
): Mark[] {
  const marks: Mark[] = [];
  if (switchDate) {
    marks.push({
      date: switchDate,
      is: 'switch',
      name: { da: 'Skæringsdato', en: 'Switch date' },
      says: {
        da: 'Skæringsdatoen: Nye mellemværender betales fra nu af i kommunens system.',
        en: 'The switch date: from now on new debts are paid in the municipality’s system.',
      },
    });
  }
  if (dibsEndDate && systems !== 'oir') {
    marks.push({
      date: dibsEndDate,
      is: 'end',
      name: { da: 'DIBS slutter', en: 'DIBS ends' },
      says: {
        da: 'DIBS slutter: Gamle mellemværender kan ikke længere betales her.',
        en: 'DIBS ends: old debts can no longer be paid here.',
      },
    });
  }
  const told = new Set<string>();
  for (const entry of entries) {
    const debt = parseFee(entry);
    // While it is moved a debt stands there twice, and is one (CONTRACT 3.3).
    if (debt?.kind !== 'fee' || told.has(debt.feeId)) continue;
    told.add(debt.feeId);
    const { createdOn, dueOn, amount, reason } = debt;
    const what = {
      da: `${reason || 'Mellemværende'} på ${kroner(amount, 'da-DK')} kr.`,
      en: `${reason || 'Debt'}, DKK ${kroner(amount, 'en-GB')}`,
    };
    if (createdOn && comeWhenMade) {
      marks.push({
        date: createdOn,
        is: 'created',
        name: { da: 'Oprettes', en: 'Made' },
        says: { da: `Oprettes: ${what.da}`, en: `Made: ${what.en}` },
      });
    }
    if (dueOn) {
      marks.push({
        date: addDays(dueOn, 1),
        is: 'overdue',
        name: { da: 'Forfalder', en: 'Falls due' },
        says: { da: `Forfalder: ${what.da}`, en: `Overdue from now: ${what.en}` },
      });
    }
  }
  return marks;
}

/** Days that a debt of long ago or an odd date may lie away from the others and still be reached. */
const FAR = 800;

/** As many days between the library's own dates: one that is mistyped by a century is not on the line. */
const BEYOND = 3650;

/**
 * From before the switch to after the end of DIBS.
 * @param comeWhenMade debts are not there before they are made
 */
export function timelineOf(
  entries: readonly unknown[],
  dates: Dates,
  today: CalendarDate,
  shown: CalendarDate,
  comeWhenMade = true,
): Timeline {
  const all = marksOf(entries, dates, comeWhenMade);
  const main = all.filter(({ is }) => is === 'switch' || is === 'end').map(({ date }) => date);
  const middle = firstOf(main) ?? shown;
  const within = (date: CalendarDate, days: number): boolean =>
    Math.abs(daysBetween(middle, date)) <= days;
  const near = (date: CalendarDate): boolean => within(date, FAR);
  const said = near(today)
    ? [
        ...all,
        {
          date: today,
          is: 'today',
          name: { da: 'I dag', en: 'Today' },
          says: { da: 'I dag.', en: 'Today.' },
        } as const,
      ]
    : all;
  const marks = said
    .filter(({ date, is }) => (is === 'switch' || is === 'end' ? within(date, BEYOND) : near(date)))
    .sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
  const before = addDays(marks[0]?.date ?? shown, -14);
  const after = addDays(marks.at(-1)?.date ?? shown, 30);
  // No further than the day that is shown: at an end each step would move the end.
  const from = shown < before ? shown : before;
  const to = shown > after ? shown : after;
  const turns = [from, ...main.filter((date) => date > from && date <= to).sort()];
  const phases = turns
    .map((turn) => ({ from: turn, phase: phaseOn(turn, dates) }))
    .filter(({ phase }, index, list) => phase !== list[index - 1]?.phase);
  return { from, to, marks, phases };
}

/** The next day on which something changes; before it where `back`. */
export const nextChange = (
  { marks }: Timeline,
  date: CalendarDate,
  back = false,
): CalendarDate | undefined =>
  (back
    ? [...marks].reverse().find((mark) => mark.date < date)
    : marks.find((mark) => mark.date > date)
  )?.date;
