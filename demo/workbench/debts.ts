import { jsonLanguage } from '@codemirror/lang-json';
import { parseFee } from '../../src/fees/fee.js';
import { calendarDate, type CalendarDate } from '../../src/util/time.js';
import type { Simulation, BilingualText, TypedSettings } from './state.js';
import { SCENARIO_DETAILS } from './scenarios.js';

/** In characters. A longer answer makes the workbench slow, and no patron has so many debts. */
export const MAX_LENGTH = 500_000;

export interface ParsedAnswer {
  readonly entries: readonly unknown[];
  /** Why the typed answer is not shown. */
  readonly problem?: BilingualText;
}

/** The day on which the dates of a scenario are based. */
export const anchorOf = ({ switchDate }: TypedSettings, today: CalendarDate): CalendarDate =>
  calendarDate(switchDate?.trim()) ?? today;

/** The debts of a scenario in the format of FBS. */
export const scenarioAnswer = (
  { scenario }: Pick<Simulation, 'scenario'>,
  from: CalendarDate,
): readonly unknown[] => SCENARIO_DETAILS[scenario].fees(from);

/** Parses a typed answer. Never throws. */
export function parseAnswer(typed: string): ParsedAnswer {
  if (typed.length > MAX_LENGTH) {
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

/** A limit on nested brackets, because browsers cannot send deeply nested data to another page. */
const MAX_DEPTH = 100;

function isTooDeep(json: string): boolean {
  let depth = 0;
  for (const [bracket] of json.replace(/"(?:[^"\\]|\\.)*"/g, '').matchAll(/[[\]{}]/g)) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

/** The line of the first syntax error. Not every browser reports it, so this uses the editor's parser. */
function unreadable(typed: string): BilingualText {
  let at: number | undefined;
  jsonLanguage.parser.parse(typed).iterate({
    enter: ({ type, from }) => {
      if (type.isError) at ??= from;
    },
  });
  const line = at === undefined ? undefined : typed.slice(0, at).split('\n').length;
  return {
    da: `Det er ikke JSON${line ? `: Se på linje ${line}` : ''}. Det seneste gyldige svar bliver stående.`,
    en: `That is not JSON${line ? `: look at line ${line}` : ''}. The last valid answer stays.`,
  };
}

/** The entries that the systems answer on that day. With `leaveOutLater`, debts created later are left out. */
export function entriesOn(
  entries: readonly unknown[],
  { date, leaveOutLater }: Pick<Simulation, 'date' | 'leaveOutLater'>,
): readonly unknown[] {
  if (!leaveOutLater) return entries;
  return entries.filter((entry) => {
    const fee = parseFee(entry);
    return !(fee?.createdOn && fee.createdOn > date);
  });
}

/** Counts the entries of an answer by kind. */
export function countOf(entries: readonly unknown[], onTheDay: readonly unknown[]) {
  const kinds = onTheDay.map((entry) => parseFee(entry)?.kind);
  const count = (is?: string): number => kinds.filter((kind) => kind === is).length;
  return {
    debts: count('fee'),
    nothing: count(undefined),
    unreadable: count('unreadable'),
    later: entries.length - onTheDay.length,
  };
}
