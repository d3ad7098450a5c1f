import { jsonLanguage } from '@codemirror/lang-json';
import { parseFee } from '../../src/fees/fee.js';
import { calendarDate, type CalendarDate } from '../../src/util/calendar-date.js';
import type { Rehearsal, Sentence, TypedSettings } from './bench.js';
import { SCENARIO } from './scenarios.js';

/** Characters: beyond this the bench is slow, and no patron has so many debts. */
export const MOST = 500_000;

export interface Answer {
  readonly entries: readonly unknown[];
  /** Why what is typed is not shown, where it is not. */
  readonly problem?: Sentence;
}

/** The day the scenarios' debts are counted from. */
export const anchorOf = ({ switchDate }: TypedSettings, today: CalendarDate): CalendarDate =>
  calendarDate(switchDate?.trim()) ?? today;

/** The scenario's debts as FBS would answer them. */
export const scenarioAnswer = (
  { scenario }: Pick<Rehearsal, 'scenario'>,
  from: CalendarDate,
): readonly unknown[] => SCENARIO[scenario].fees(from);

/** Reads an answer that is typed. Takes anything, never throws. */
export function readAnswer(typed: string): Answer {
  if (typed.length > MOST) {
    const size = Math.ceil(typed.length / 100_000) / 10;
    return {
      entries: [],
      problem: {
        da: `Det er for meget: ${String(size).replace('.', ',')} MB. Sæt højst 0,5 MB ind, fx én låners svar.`,
        en: `That is too much: ${size} MB. Paste at most 0.5 MB, e.g. one patron’s answer.`,
      },
    };
  }
  try {
    const entries: unknown = JSON.parse(typed);
    if (Array.isArray(entries) && !isTooDeep(typed)) return { entries };
    return {
      entries: [],
      problem: {
        da: 'FBS svarer med en liste. Begynd med [ og slut med ].',
        en: 'FBS answers a list. Begin with [ and end with ].',
      },
    };
  } catch {
    return { entries: [], problem: unreadable(typed) };
  }
}

/** More brackets within brackets than anything has that means something: browsers cannot hand them from page to page. */
const DEEPEST = 100;

function isTooDeep(json: string): boolean {
  let depth = 0;
  for (const [bracket] of json.replace(/"(?:[^"\\]|\\.)*"/g, '').matchAll(/[[\]{}]/g)) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

/** Where it stops being JSON. Not every browser says it, so the editor's own parser is asked. */
function unreadable(typed: string): Sentence {
  let at: number | undefined;
  jsonLanguage.parser.parse(typed).iterate({
    enter: ({ type, from }) => {
      if (type.isError) at ??= from;
    },
  });
  const line = at === undefined ? undefined : typed.slice(0, at).split('\n').length;
  return {
    da: `Det er ikke JSON${line ? `: Se på linje ${line}` : ''}. Det, der sidst var rigtigt, bliver stående.`,
    en: `That is not JSON${line ? `: look at line ${line}` : ''}. What was last right stays.`,
  };
}

/** What the system would answer on that day: what is not made yet is not there. */
export function entriesOn(
  entries: readonly unknown[],
  { date, leaveOutLater }: Pick<Rehearsal, 'date' | 'leaveOutLater'>,
): readonly unknown[] {
  if (!leaveOutLater) return entries;
  return entries.filter((entry) => {
    const read = parseFee(entry);
    return !(read?.createdOn && read.createdOn > date);
  });
}

/** What is shown of an answer, in numbers. */
export function countOf(entries: readonly unknown[], there: readonly unknown[]) {
  const kinds = there.map((entry) => parseFee(entry)?.kind);
  const count = (is?: string): number => kinds.filter((kind) => kind === is).length;
  return {
    debts: count('fee'),
    nothing: count(undefined),
    unreadable: count('unreadable'),
    later: entries.length - there.length,
  };
}
