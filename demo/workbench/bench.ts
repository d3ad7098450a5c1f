import type { SettingName } from '../../src/config/settings.js';
import type { TextKey } from '../../src/i18n/locales.js';
import type { CalendarDate } from '../../src/util/calendar-date.js';

/** The languages of the workbench, and of the words that are typed on it. Those of a third one are lost, and it says so. */
export const TONGUES = ['da', 'en'] as const;
export type Tongue = (typeof TONGUES)[number];

/** A setting as it is typed; what is empty is not set. `mobilepay` is `true` where it is. */
export type TypedSettings = Readonly<Partial<Record<SettingName, string>>>;

/** The library's own words by language and key. What is absent has its default; an empty one is set to be empty. */
export type TypedTexts = Readonly<Record<Tongue, Readonly<Partial<Record<TextKey, string>>>>>;

export const SLOTS = ['intro', 'dibs-info', 'oir-info', 'login', 'footer'] as const;
export type SlotName = (typeof SLOTS)[number];

/** HTML by slot, as typed: it is cleaned before it gets anywhere. */
export type TypedSlots = Readonly<Partial<Record<SlotName, string>>>;

/** A sentence in each language of the workbench. */
export interface Sentence {
  readonly da: string;
  readonly en: string;
}

/** What a library has decided: that which goes out to its page. */
export interface Arrangement {
  readonly settings: TypedSettings;
  readonly texts: TypedTexts;
  readonly slots: TypedSlots;
  /** CSS custom properties, by their whole name, and what they are set to. */
  readonly tokens: Readonly<Record<string, string>>;
}

export const NO_ARRANGEMENT: Arrangement = {
  settings: {},
  texts: { da: {}, en: {} },
  slots: {},
  tokens: {},
};

/** How a system answers while it is rehearsed. */
export const FAULTS = [
  'ok',
  'offline',
  'timeout',
  'login',
  'forbidden',
  'missing',
  'busy',
  'server',
  'nonsense',
  'nothing',
] as const;
export type Fault = (typeof FAULTS)[number];

export const SCENARIOS = [
  'none',
  'old',
  'new',
  'both',
  'transfer',
  'overdue',
  'without-materials',
  'many',
  'unreadable',
  'registering',
] as const;
export type ScenarioName = (typeof SCENARIOS)[number];

/** What is rehearsed with: nothing of it goes out. */
export interface Rehearsal {
  /** The day both previews show. */
  readonly date: CalendarDate;
  readonly scenario: ScenarioName;
  /** The answer itself, as typed, in place of the scenario's. */
  readonly answer?: string | undefined;
  /** What is not made yet on that day is left out, as FBS would. */
  readonly leaveOutLater: boolean;
  readonly pace: 'fast' | 'slow';
  readonly dibs: Fault;
  readonly oir: Fault;
}

/** How the pages around the previews look. */
export interface Surroundings {
  /** The page's language. */
  readonly lang: Tongue;
  readonly scheme: 'light' | 'dark';
  /** Of the page's own text, in per cent. */
  readonly textSize: 100 | 150 | 200;
  /** Of the CMS page, in px; 0 is as wide as there is room. */
  readonly width: 0 | 280 | 390 | 768 | 1200;
  /** Of the page itself, in CSS: they are inherited, not set on the widget. */
  readonly page: { readonly background: string; readonly text: string; readonly font: string };
}

/** Everything on the workbench. */
export interface Bench {
  readonly arrangement: Arrangement;
  readonly rehearsal: Rehearsal;
  readonly surroundings: Surroundings;
}
