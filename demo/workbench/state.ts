import type { SettingName } from '../../src/config/settings.js';
import type { TextKey } from '../../src/i18n/locales.js';
import type { CalendarDate } from '../../src/util/time.js';

/** The languages of the workbench and its texts. Texts in other languages are not imported. */
export const LANGUAGES = ['da', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The typed settings. An empty one is not set. `mobilepay` is `true` when it is set. */
export type TypedSettings = Readonly<Partial<Record<SettingName, string>>>;

/** The library's own texts by language and key. An absent text has its default; an empty one is shown empty. */
export type TypedTexts = Readonly<Record<Language, Readonly<Partial<Record<TextKey, string>>>>>;

export const SLOTS = ['intro', 'dibs-info', 'oir-info', 'login', 'footer'] as const;
export type SlotName = (typeof SLOTS)[number];

/** The typed HTML by slot. It is sanitised before use. */
export type TypedSlots = Readonly<Partial<Record<SlotName, string>>>;

/** A text in each language of the workbench. */
export interface BilingualText {
  readonly da: string;
  readonly en: string;
}

/** What the library decides, and exports to its page. */
export interface Arrangement {
  readonly settings: TypedSettings;
  readonly texts: TypedTexts;
  readonly slots: TypedSlots;
  /** The values of CSS custom properties, by their full name. */
  readonly tokens: Readonly<Record<string, string>>;
}

export const NO_ARRANGEMENT: Arrangement = {
  settings: {},
  texts: { da: {}, en: {} },
  slots: {},
  tokens: {},
};

/** The patron's connection. Without one, no system can be reached. */
export const PACES = ['fast', 'slow', 'offline'] as const;

/** How a simulated system responds. `network`: it cannot be reached. */
export const FAULTS = [
  'ok',
  'network',
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

/** The simulated day, debts and systems. They are not exported. */
export interface Simulation {
  /** The day that both previews show. */
  readonly date: CalendarDate;
  readonly scenario: ScenarioName;
  /** A typed answer that replaces the scenario's. */
  readonly answer?: string | undefined;
  /** Whether to leave out debts that are created after that day, as FBS does. */
  readonly leaveOutLater: boolean;
  readonly pace: (typeof PACES)[number];
  readonly dibs: Fault;
  readonly oir: Fault;
}

/** The page around the previews. */
export interface PageOptions {
  /** The language of the page. */
  readonly lang: Language;
  readonly scheme: 'light' | 'dark';
  /** The text size of the page, in per cent. */
  readonly textSize: 100 | 150 | 200;
  /** The width of the CMS page, in px; 0 fills the available width. */
  readonly width: 0 | 280 | 390 | 768 | 1200;
  /** CSS values for the page. The widget inherits them. */
  readonly page: { readonly background: string; readonly text: string; readonly font: string };
}

/** The library, and how far its work with the setup is. */
export interface Project {
  /** The library's name. */
  readonly library: string;
  /** The settings that still have the value of the example. */
  readonly examples: readonly SettingName[];
  /** The checksums of the checklist's sentences that are ticked off. A sentence that changes is a new one. */
  readonly ticked: readonly number[];
}

export const NO_PROJECT: Project = { library: '', examples: [], ticked: [] };

/** The complete state of the workbench. */
export interface WorkbenchState {
  readonly project: Project;
  readonly arrangement: Arrangement;
  readonly simulation: Simulation;
  readonly pageOptions: PageOptions;
}
