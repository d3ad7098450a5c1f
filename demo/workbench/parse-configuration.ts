import {
  attributeOf,
  SETTING_NAMES,
  SETTINGS,
  type SettingName,
} from '../../src/config/settings.js';
import { isTextKey } from '../../src/i18n/locales.js';
import {
  NO_ARRANGEMENT,
  NO_PROJECT,
  SLOTS,
  LANGUAGES,
  type Arrangement,
  type WorkbenchState,
  type BilingualText,
} from './state.js';
import { namedExamples } from './export/example-note.js';
import { EXAMPLES } from './export/json.js';
import { sanitizedHtml } from './export/markup.js';
import { lossMessage, fromSaved } from './saved.js';

export interface Parsed {
  readonly state: WorkbenchState;
  /** What was imported, and what was not. */
  readonly messages: readonly BilingualText[];
}

type Json = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isLanguage = (key: string): boolean => (LANGUAGES as readonly string[]).includes(key);

/** Settings that the workbench sets itself. */
const SIMULATED: readonly string[] = ['channel', 'previewDate'];

/** Collects an arrangement from parsed input, and the names of unknown parts. */
class Collector {
  readonly unknown: string[] = [];
  /** The settings that still have a value of the example. */
  examples: readonly SettingName[] = [];
  readonly #settings: Record<string, string> = {};
  readonly #texts: { [locale: string]: Record<string, string> } = { da: {}, en: {} };
  readonly #slots: Record<string, string> = {};

  setting(name: string, value: unknown): void {
    const known = (SETTING_NAMES as readonly string[]).includes(name);
    const scalar = ['string', 'number', 'boolean'].includes(typeof value);
    if (!known || !scalar) this.unknown.push(name);
    else if (name === 'mobilepay') {
      if (SETTINGS.mobilepay.read(String(value), '')) this.#settings[name] = 'true';
      else if (value !== false) this.unknown.push(name);
    } else if (value !== false && !SIMULATED.includes(name)) this.#settings[name] = String(value);
  }

  texts(texts: unknown): void {
    if (texts === undefined) return;
    if (!isRecord(texts)) return void this.unknown.push('texts');
    // As in the widget, texts for one language override texts for all.
    const entries = Object.entries(texts).sort(
      (a, b) => Number(isRecord(a[1])) - Number(isRecord(b[1])),
    );
    for (const [key, value] of entries) {
      if (isLanguage(key) && isRecord(value)) {
        for (const [own, words] of Object.entries(value)) this.#text([key], own, words);
      } else this.#text(LANGUAGES, key, value);
    }
  }

  #text(locales: readonly string[], key: string, words: unknown): void {
    if (!isTextKey(key) || typeof words !== 'string') return void this.unknown.push(`texts.${key}`);
    for (const locale of locales) (this.#texts[locale] ??= {})[key] = words;
  }

  slot(name: string, html: string): void {
    if ((SLOTS as readonly string[]).includes(name)) this.#slots[name] = sanitizedHtml(html);
    else this.unknown.push(`slot="${name}"`);
  }

  config(json: Json): void {
    const { texts, [EXAMPLES]: examples, ...settings } = json;
    if (Array.isArray(examples))
      this.examples = SETTING_NAMES.filter((name) => examples.includes(name));
    for (const [name, value] of Object.entries(settings)) this.setting(name, value);
    this.texts(texts);
  }

  get arrangement(): Arrangement {
    return {
      ...NO_ARRANGEMENT,
      settings: this.#settings,
      texts: this.#texts as unknown as Arrangement['texts'],
      slots: this.#slots,
    };
  }
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/** Reads the tag of a page. DOMParser executes nothing and loads nothing. */
function fromTag(pasted: string, into: Collector): boolean {
  const page = new DOMParser().parseFromString(pasted, 'text/html');
  const element = page.querySelector('ddb-debt-overview');
  if (!element) return false;
  for (const child of element.children) {
    const slot = child.getAttribute('slot');
    if (slot !== null) {
      into.slot(slot, child.localName === 'div' ? child.innerHTML : child.outerHTML);
    } else if (child.matches('script[type="application/json"]')) {
      const json = parseJson(child.textContent ?? '');
      if (isRecord(json)) into.config(json);
      else into.unknown.push('<script type="application/json">');
    }
  }
  // After the JSON child, because attributes override it.
  for (const { name, value } of element.attributes) {
    const setting = SETTING_NAMES.find((one) => attributeOf(one) === name);
    if (setting) into.setting(setting, value);
    else if (!/^(class|id|style|data-.*)$/.test(name)) into.unknown.push(name);
  }
  return true;
}

/** Replaces the arrangement except for the theme, which is in a stylesheet and not in the pasted text. */
export const withArrangement = (
  base: WorkbenchState,
  arrangement: Arrangement,
  examples: readonly SettingName[] = [],
): WorkbenchState => ({
  ...base,
  project: { ...NO_PROJECT, library: base.project.library, examples },
  arrangement: { ...arrangement, tokens: base.arrangement.tokens },
});

export const RESTORED: BilingualText = {
  da: 'Opsætningen er hentet.',
  en: 'The configuration has been restored.',
};

const messagesFor = (unknown: readonly string[]): BilingualText[] => [
  RESTORED,
  ...(unknown.length
    ? [
        {
          da: `Dette kendes ikke og er ikke taget med: ${unknown.join(', ')}.`,
          en: `This is not known and has been left out: ${unknown.join(', ')}.`,
        },
      ]
    : []),
];

/**
 * Parses what the workbench exports: a saved state, a configuration as JSON, or a tag. Returns `undefined` for anything
 * else. Never throws.
 */
export function parseConfiguration(pasted: string, base: WorkbenchState): Parsed | undefined {
  const collector = new Collector();
  const json = parseJson(pasted);
  if (!isRecord(json) && /<ddb-debt-overview/i.test(pasted)) {
    if (!fromTag(pasted, collector)) return undefined;
    return {
      state: withArrangement(base, collector.arrangement, namedExamples(pasted)),
      messages: messagesFor(collector.unknown),
    };
  }
  if (!isRecord(json)) return undefined;
  const restored = fromSaved(json, base);
  if (restored) {
    const loss = lossMessage(restored.lost, json.workbench);
    return { state: restored.state, messages: [...messagesFor([]), ...(loss ? [loss] : [])] };
  }
  const names = Object.keys(json);
  if (
    !names.some((name) => name === 'texts' || (SETTING_NAMES as readonly string[]).includes(name))
  )
    return undefined;
  collector.config(json);
  return {
    state: withArrangement(base, collector.arrangement, collector.examples),
    messages: messagesFor(collector.unknown),
  };
}
