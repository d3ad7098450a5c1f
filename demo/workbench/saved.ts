import * as v from 'valibot';
import { SETTING_NAMES } from '../../src/config/settings.js';
import { isTextKey } from '../../src/i18n/locales.js';
import { calendarDate, type CalendarDate } from '../../src/util/time.js';
import {
  FAULTS,
  NO_PROJECT,
  PACES,
  SCENARIOS,
  SLOTS,
  type Arrangement,
  type BilingualText,
  type PageOptions,
  type Project,
  type Simulation,
  type WorkbenchState,
} from './state.js';

/** The version of the saved format. The known parts of other versions are read. */
export const VERSION = 1;

/** The saved format. Its names differ from the code's, because links in use contain them. */
export interface Saved {
  readonly workbench: number;
  readonly bench: {
    readonly project: Project;
    readonly arrangement: Arrangement;
    readonly rehearsal: Simulation;
    readonly surroundings: PageOptions;
  };
}

export const toSaved = ({
  project,
  arrangement,
  simulation,
  pageOptions,
}: WorkbenchState): Saved => ({
  workbench: VERSION,
  bench: { project, arrangement, rehearsal: simulation, surroundings: pageOptions },
});

export interface Restored {
  readonly state: WorkbenchState;
  /** The names of the parts that this workbench does not know. */
  readonly lost: readonly string[];
}

type Json = Readonly<Record<string, unknown>>;

/** In characters, for any text except the typed answer. */
const MAX_LENGTH = 20_000;

const text = v.pipe(v.string(), v.maxLength(MAX_LENGTH));
const record = v.record(v.string(), v.unknown());
const date = v.custom<CalendarDate>((value) => !!calendarDate(value));

const SIMULATION = {
  date,
  scenario: v.picklist(SCENARIOS),
  answer: v.pipe(v.string(), v.maxLength(500_000)),
  leaveOutLater: v.boolean(),
  pace: v.picklist(PACES),
  dibs: v.picklist(FAULTS),
  oir: v.picklist(FAULTS),
};

const PAGE_OPTIONS = {
  lang: v.picklist(['da', 'en']),
  scheme: v.picklist(['light', 'dark']),
  textSize: v.picklist([100, 150, 200]),
  width: v.picklist([0, 280, 390, 768, 1200]),
};

const PROJECT = {
  library: text,
  examples: v.array(v.picklist(SETTING_NAMES)),
  ticked: v.array(v.number()),
};

const PAGE = { background: text, text, font: text };

const isRecord = (value: unknown): value is Json => v.is(record, value);

/** Restores the known parts of saved data, and collects the names of the others. */
class Restorer {
  readonly lost: string[] = [];

  /** The entries of `value` with a known name and a valid value. */
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

  /** The fields of `value` that have a schema and are valid. */
  fields(value: unknown, path: string, schemas: Readonly<Record<string, v.GenericSchema>>): Json {
    const known = (name: string): boolean => Object.hasOwn(schemas, name);
    return this.entries(value, path, known, (name) => schemas[name] ?? v.never());
  }
}

const anyText = () => text;

/** Whether the name is one of the widget's custom properties. */
const isToken = (name: string): boolean => /^--ddb-debt-[a-z-]+$/.test(name);

/**
 * Restores the known parts of a saved state over `base`. Returns `undefined` if `saved` is not a saved state. Never throws.
 */
export function fromSaved(saved: unknown, base: WorkbenchState): Restored | undefined {
  if (!isRecord(saved) || typeof saved.workbench !== 'number' || !isRecord(saved.bench)) {
    return undefined;
  }
  const { project, arrangement, rehearsal, surroundings, ...others } = saved.bench;
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
  const { da, en, ...otherLanguages } = part(texts, 'texts');
  lost.push(...Object.keys(otherLanguages).map((name) => `texts.${name}`));
  const { page, ...pageOptions } = part(surroundings, 'surroundings');
  // Without a saved answer there is no typed answer any more.
  const { answer: _, ...simulation } = base.simulation;
  const state = {
    // A link from before there was a project has no examples.
    project: { ...NO_PROJECT, ...restorer.fields(project, 'project', PROJECT) },
    arrangement: {
      settings: restorer.entries(settings, 'settings', isSetting, anyText),
      texts: {
        da: restorer.entries(da, 'texts.da', isTextKey, anyText),
        en: restorer.entries(en, 'texts.en', isTextKey, anyText),
      },
      slots: restorer.entries(slots, 'slots', isSlot, anyText),
      tokens: restorer.entries(tokens, 'tokens', isToken, anyText),
    },
    simulation: { ...simulation, ...restorer.fields(rehearsal, 'rehearsal', SIMULATION) },
    pageOptions: {
      ...base.pageOptions,
      ...restorer.fields(pageOptions, 'surroundings', PAGE_OPTIONS),
      page: { ...base.pageOptions.page, ...restorer.fields(page, 'page', PAGE) },
    },
  };
  return { state: state as WorkbenchState, lost };
}

/** The message about parts that were not restored; `undefined` if all were. */
export function lossMessage(lost: readonly string[], version: unknown): BilingualText | undefined {
  if (!lost.length) return undefined;
  const names = lost.slice(0, 5).join(', ') + (lost.length > 5 ? ' …' : '');
  const other = version !== VERSION;
  return {
    da: `${other ? 'Det er gemt med en anden udgave af prøvebordet. ' : ''}Alt blev hentet, undtagen det, prøvebordet ikke kender: ${names}.`,
    en: `${other ? 'It was saved with another version of the workbench. ' : ''}Everything was restored except what the workbench does not know: ${names}.`,
  };
}
