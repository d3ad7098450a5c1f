import * as v from 'valibot';
import { SETTING_NAMES } from '../../src/config/settings.js';
import { isTextKey } from '../../src/i18n/locales.js';
import { calendarDate, type CalendarDate } from '../../src/util/calendar-date.js';
import { FAULTS, SCENARIOS, SLOTS, type Bench, type Sentence } from './bench.js';

/** Of what is written. What another version has written is read as far as it is known. */
export const VERSION = 1;

export interface Saved {
  readonly workbench: number;
  readonly bench: Bench;
}

export const saved = (bench: Bench): Saved => ({ workbench: VERSION, bench });

export interface Restored {
  readonly bench: Bench;
  /** What is written there that this workbench does not know. */
  readonly lost: readonly string[];
}

type Json = Readonly<Record<string, unknown>>;

/** The longest text that is kept of anything but debts. */
const LONGEST = 20_000;

const text = v.pipe(v.string(), v.maxLength(LONGEST));
const record = v.record(v.string(), v.unknown());
const date = v.custom<CalendarDate>((value) => !!calendarDate(value));

const REHEARSAL = {
  date,
  scenario: v.picklist(SCENARIOS),
  answer: v.pipe(v.string(), v.maxLength(500_000)),
  leaveOutLater: v.boolean(),
  pace: v.picklist(['fast', 'slow']),
  dibs: v.picklist(FAULTS),
  oir: v.picklist(FAULTS),
};

const SURROUNDINGS = {
  lang: v.picklist(['da', 'en']),
  scheme: v.picklist(['light', 'dark']),
  textSize: v.picklist([100, 150, 200]),
  width: v.picklist([0, 280, 390, 768, 1200]),
};

const PAGE = { background: text, text, font: text };

const isRecord = (value: unknown): value is Json => v.is(record, value);

/** Takes what it knows from something written elsewhere, and names the rest. */
class Restorer {
  readonly lost: string[] = [];

  /** The entries of `value` whose name is known and whose value is one. */
  entries(
    value: unknown,
    path: string,
    isKnown: (name: string) => boolean,
    schema: (name: string) => v.GenericSchema,
  ): Json {
    if (value === undefined) return {};
    if (!isRecord(value)) {
      this.lost.push(path);
      return {};
    }
    const kept = Object.entries(value).filter(([name, own]) => {
      const good = isKnown(name) && v.is(schema(name), own);
      if (!good) this.lost.push(`${path}.${name}`);
      return good;
    });
    return Object.fromEntries(kept);
  }

  /** The fields of `value` that have a schema. */
  fields(value: unknown, path: string, schemas: Readonly<Record<string, v.GenericSchema>>): Json {
    const known = (name: string): boolean => Object.hasOwn(schemas, name);
    return this.entries(value, path, known, (name) => schemas[name] ?? v.never());
  }
}

const anyText = () => text;

/** The names CSS has for a theme's own. */
const isToken = (name: string): boolean => /^--ddb-debt-[a-z-]+$/.test(name);

/**
 * The bench that was written, as far as this workbench knows it, on top of `base`. Nothing, where it is none.
 * Takes anything, never throws.
 */
export function restore(written: unknown, base: Bench): Restored | undefined {
  if (!isRecord(written) || typeof written.workbench !== 'number' || !isRecord(written.bench)) {
    return undefined;
  }
  const { arrangement, rehearsal, surroundings, ...others } = written.bench;
  const restorer = new Restorer();
  const { lost } = restorer;
  lost.push(...Object.keys(others));
  const part = (value: unknown, name: string): Json => {
    if (isRecord(value)) return value;
    if (value !== undefined) lost.push(name);
    return {};
  };
  const parts = part(arrangement, 'arrangement');
  const { settings, texts, slots, tokens, ...rest } = parts;
  lost.push(...Object.keys(rest));
  const isSetting = (name: string): boolean => (SETTING_NAMES as readonly string[]).includes(name);
  const isSlot = (name: string): boolean => (SLOTS as readonly string[]).includes(name);
  const { da, en, ...tongues } = part(texts, 'texts');
  lost.push(...Object.keys(tongues).map((name) => `texts.${name}`));
  const { page, ...around } = part(surroundings, 'surroundings');
  // What was not typed is not typed any more.
  const { answer: _, ...rehearsed } = base.rehearsal;
  const bench = {
    arrangement: {
      settings: restorer.entries(settings, 'settings', isSetting, anyText),
      texts: {
        da: restorer.entries(da, 'texts.da', isTextKey, anyText),
        en: restorer.entries(en, 'texts.en', isTextKey, anyText),
      },
      slots: restorer.entries(slots, 'slots', isSlot, anyText),
      tokens: restorer.entries(tokens, 'tokens', isToken, anyText),
    },
    rehearsal: { ...rehearsed, ...restorer.fields(rehearsal, 'rehearsal', REHEARSAL) },
    surroundings: {
      ...base.surroundings,
      ...restorer.fields(around, 'surroundings', SURROUNDINGS),
      page: { ...base.surroundings.page, ...restorer.fields(page, 'page', PAGE) },
    },
  };
  return { bench: bench as Bench, lost };
}

/** What could not be restored, in a sentence; nothing where everything was. */
export function lossOf(lost: readonly string[], version: unknown): Sentence | undefined {
  if (!lost.length) return undefined;
  const names = lost.slice(0, 5).join(', ') + (lost.length > 5 ? ' …' : '');
  const other = version !== VERSION;
  return {
    da: `${other ? 'Det er gemt med en anden udgave af prøvebordet. ' : ''}Alt blev hentet, undtagen det, prøvebordet ikke kender: ${names}.`,
    en: `${other ? 'It was saved with another version of the workbench. ' : ''}Everything was restored except what the workbench does not know: ${names}.`,
  };
}
