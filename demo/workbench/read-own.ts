import { attributeOf, SETTING_NAMES, SETTINGS } from '../../src/config/settings.js';
import { isTextKey } from '../../src/i18n/locales.js';
import {
  NO_ARRANGEMENT,
  SLOTS,
  TONGUES,
  type Arrangement,
  type Bench,
  type Sentence,
} from './bench.js';
import { cleaned } from './out/markup.js';
import { lossOf, restore } from './saved.js';

export interface Own {
  readonly bench: Bench;
  /** What was taken, and what was not. */
  readonly says: readonly Sentence[];
}

type Json = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isTongue = (key: string): boolean => (TONGUES as readonly string[]).includes(key);

/** Names that are the rehearsal's on the workbench. */
const REHEARSED: readonly string[] = ['channel', 'previewDate'];

/** Collects an arrangement from what was written, and names what is no part of it. */
class Collector {
  readonly lost: string[] = [];
  readonly #settings: Record<string, string> = {};
  readonly #texts: { [locale: string]: Record<string, string> } = { da: {}, en: {} };
  readonly #slots: Record<string, string> = {};

  setting(name: string, value: unknown): void {
    const known = (SETTING_NAMES as readonly string[]).includes(name);
    const scalar = ['string', 'number', 'boolean'].includes(typeof value);
    if (!known || !scalar) this.lost.push(name);
    else if (name === 'mobilepay') {
      if (SETTINGS.mobilepay.read(String(value), '')) this.#settings[name] = 'true';
      else if (value !== false) this.lost.push(name);
    } else if (value !== false && !REHEARSED.includes(name)) this.#settings[name] = String(value);
  }

  texts(texts: unknown): void {
    if (texts === undefined) return;
    if (!isRecord(texts)) return void this.lost.push('texts');
    // As the widget reads them: the words for one language stand over those for all.
    const entries = Object.entries(texts).sort(
      (a, b) => Number(isRecord(a[1])) - Number(isRecord(b[1])),
    );
    for (const [key, value] of entries) {
      if (isTongue(key) && isRecord(value)) {
        for (const [own, words] of Object.entries(value)) this.#text([key], own, words);
      } else this.#text(TONGUES, key, value);
    }
  }

  #text(locales: readonly string[], key: string, words: unknown): void {
    if (!isTextKey(key) || typeof words !== 'string') return void this.lost.push(`texts.${key}`);
    for (const locale of locales) (this.#texts[locale] ??= {})[key] = words;
  }

  slot(name: string, html: string): void {
    if ((SLOTS as readonly string[]).includes(name)) this.#slots[name] = cleaned(html);
    else this.lost.push(`slot="${name}"`);
  }

  config(json: Json): void {
    const { texts, ...settings } = json;
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

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/** A tag as it stands on a page. The parser runs nothing and loads nothing. */
function fromTag(pasted: string, into: Collector): boolean {
  const page = new DOMParser().parseFromString(pasted, 'text/html');
  const element = page.querySelector('ddb-debt-overview');
  if (!element) return false;
  for (const child of element.children) {
    const slot = child.getAttribute('slot');
    if (slot !== null) {
      into.slot(slot, child.localName === 'div' ? child.innerHTML : child.outerHTML);
    } else if (child.matches('script[type="application/json"]')) {
      const json = parsed(child.textContent ?? '');
      if (isRecord(json)) into.config(json);
      else into.lost.push('<script type="application/json">');
    }
  }
  // After the JSON child: an attribute goes before it.
  for (const { name, value } of element.attributes) {
    const setting = SETTING_NAMES.find((one) => attributeOf(one) === name);
    if (setting) into.setting(setting, value);
    else if (!/^(class|id|style|data-.*)$/.test(name)) into.lost.push(name);
  }
  return true;
}

/** The theme is in a stylesheet, not in what was read: it stays. */
export const withArrangement = (base: Bench, arrangement: Arrangement): Bench => ({
  ...base,
  arrangement: { ...arrangement, tokens: base.arrangement.tokens },
});

export const RESTORED: Sentence = {
  da: 'Opsætningen er hentet.',
  en: 'The configuration has been restored.',
};

const report = (lost: readonly string[]): Sentence[] => [
  RESTORED,
  ...(lost.length
    ? [
        {
          da: `Dette kendes ikke og er ikke taget med: ${lost.join(', ')}.`,
          en: `This is not known and has been left out: ${lost.join(', ')}.`,
        },
      ]
    : []),
];

/**
 * What this project itself has written: a saved bench, a configuration as JSON, or a tag. Nothing, where it is none of
 * them. Never throws.
 */
export function readOwn(pasted: string, base: Bench): Own | undefined {
  const collector = new Collector();
  const json = parsed(pasted);
  if (!isRecord(json) && /<ddb-debt-overview/i.test(pasted)) {
    if (!fromTag(pasted, collector)) return undefined;
    return { bench: withArrangement(base, collector.arrangement), says: report(collector.lost) };
  }
  if (!isRecord(json)) return undefined;
  const restored = restore(json, base);
  if (restored) {
    const loss = lossOf(restored.lost, json.workbench);
    return { bench: restored.bench, says: [...report([]), ...(loss ? [loss] : [])] };
  }
  const names = Object.keys(json);
  if (
    !names.some((name) => name === 'texts' || (SETTING_NAMES as readonly string[]).includes(name))
  )
    return undefined;
  collector.config(json);
  return { bench: withArrangement(base, collector.arrangement), says: report(collector.lost) };
}
