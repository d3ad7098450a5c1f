import { configure } from '../../../src/config/configuration.js';
import { attributeOf, SETTINGS, type SettingName } from '../../../src/config/settings.js';
import type { TextKey } from '../../../src/i18n/locales.js';
import { fillPlaceholders } from '../../../src/i18n/translator.js';
import type { Arrangement, BilingualText, SlotName } from '../state.js';
import { defaultOf } from '../defaults.js';

/** The outcome for one setting of the old configuration. */
export interface MigrationLine {
  /** The old name; empty if the old system did not have the setting. */
  readonly from: string;
  readonly outcome: 'taken' | 'decide' | 'omitted';
  /** The attribute, text (`texts.da.oir.go`) or slot (`slot intro`) that it became. */
  readonly to?: string;
  readonly message: BilingualText;
}

/** The base for relative URLs. */
const PAGE = 'https://bibliotek.example/';

export const bilingual = (da: string, en: string): BilingualText => ({ da, en });

export const joinTexts = (...sentences: readonly BilingualText[]): BilingualText =>
  bilingual(sentences.map(({ da }) => da).join(''), sentences.map(({ en }) => en).join(''));

/** Whether the widget accepts these words for this text, with nothing else set. */
const isAccepted = (key: TextKey, words: string): boolean =>
  !configure(
    { attribute: () => null, config: { texts: { da: { [key]: words } } } },
    PAGE,
  ).problems.some(({ setting }) => setting.startsWith('texts'));

export const isValid = (name: SettingName, value: string): boolean =>
  SETTINGS[name].read(value, PAGE) !== undefined;

/** Collects the migrated settings, and the outcome for each old one. */
export class Migration {
  readonly lines: MigrationLine[] = [];
  readonly #settings: Partial<Record<SettingName, string>> = {};
  readonly #texts: Partial<Record<TextKey, string>> = {};
  readonly #slots: Partial<Record<SlotName, string>> = {};

  get arrangement(): Arrangement {
    const texts = { da: { ...this.#texts }, en: {} };
    return { settings: { ...this.#settings }, texts, slots: { ...this.#slots }, tokens: {} };
  }

  /** Whether the library has its own texts, which are only in Danish. */
  get hasTexts(): boolean {
    return Object.keys({ ...this.#texts, ...this.#slots }).length > 0;
  }

  omit(from: string, message: BilingualText): void {
    this.lines.push({ from, outcome: 'omitted', message });
  }

  /** The setting is covered by one that another line sets. */
  covered(from: string, to: string, message: BilingualText): void {
    this.lines.push({ from, outcome: 'taken', to, message });
  }

  decide(from: string, to: string, message: BilingualText): void {
    this.lines.push({ from, outcome: 'decide', ...(to && { to }), message });
  }

  setting(from: string, name: SettingName, value: string, message: BilingualText): void {
    this.#settings[name] = value;
    this.lines.push({ from, outcome: 'taken', to: attributeOf(name), message });
  }

  slot(from: string, name: SlotName, html: string, message: BilingualText): void {
    this.#slots[name] = html;
    this.lines.push({ from, outcome: 'taken', to: `slot ${name}`, message });
  }

  /** Sets a text. If the widget rejects the words, the library must rewrite them. */
  text(from: string, key: TextKey, words: string, message: BilingualText): void {
    const to = `texts.da.${key}`;
    if (!isAccepted(key, words)) {
      const da = `Teksten »${words}« kan ikke bruges, som den er: tuborgklammer betyder noget særligt her. Skriv den uden dem.`;
      const en = `The text “${words}” cannot be used as it is: braces have a meaning of their own here. Write it without them.`;
      this.decide(from, to, bilingual(da, en));
    } else if (this.#isDefault(key, words)) {
      const same = bilingual(
        'Samme som standarden, så der er intet at sætte.',
        'The same as the default, so there is nothing to set.',
      );
      this.lines.push({ from, outcome: 'taken', to, message: same });
    } else {
      this.#texts[key] = words;
      this.lines.push({ from, outcome: 'taken', to, message });
    }
  }

  /** Whether the words are the default that patrons would read anyway. */
  #isDefault(key: TextKey, words: string): boolean {
    const { oirPaymentUrl, oirPaymentName } = this.#settings;
    const shown = defaultOf(key, 'da', !!oirPaymentUrl);
    return words === shown || words === fillPlaceholders(shown, { name: oirPaymentName });
  }
}
