import { configure } from '../../../src/config/configuration.js';
import { attributeOf, SETTINGS, type SettingName } from '../../../src/config/settings.js';
import type { TextKey } from '../../../src/i18n/locales.js';
import { fillPlaceholders } from '../../../src/i18n/placeholders.js';
import type { Arrangement, Sentence, SlotName } from '../bench.js';
import { defaultOf } from '../defaults.js';

/** What became of one thing in the old configuration. */
export interface Line {
  /** The old name; empty where the old system did not know of it. */
  readonly from: string;
  readonly is: 'taken' | 'decide' | 'left';
  /** An attribute, a text (`texts.da.oir.go`) or a slot (`slot intro`). */
  readonly to?: string;
  readonly says: Sentence;
}

/** Only for telling relative addresses from others. */
const PAGE = 'https://bibliotek.example/';

export const say = (da: string, en: string): Sentence => ({ da, en });

export const joined = (...sentences: readonly Sentence[]): Sentence =>
  say(sentences.map(({ da }) => da).join(''), sentences.map(({ en }) => en).join(''));

/** Whether the widget would take these words for this text, with nothing else set. */
const holds = (key: TextKey, words: string): boolean =>
  !configure(
    { attribute: () => null, config: { texts: { da: { [key]: words } } } },
    PAGE,
  ).problems.some(({ setting }) => setting.startsWith('texts'));

export const isGood = (name: SettingName, written: string): boolean =>
  SETTINGS[name].read(written, PAGE) !== undefined;

/** What is taken over so far, and what is said of it. */
export class Taking {
  readonly lines: Line[] = [];
  readonly #settings: Partial<Record<SettingName, string>> = {};
  readonly #texts: Partial<Record<TextKey, string>> = {};
  readonly #slots: Partial<Record<SlotName, string>> = {};

  get arrangement(): Arrangement {
    const texts = { da: { ...this.#texts }, en: {} };
    return { settings: { ...this.#settings }, texts, slots: { ...this.#slots }, tokens: {} };
  }

  /** The library's own words are in it, in Danish only. */
  get hasTexts(): boolean {
    return Object.keys({ ...this.#texts, ...this.#slots }).length > 0;
  }

  left(from: string, says: Sentence): void {
    this.lines.push({ from, is: 'left', says });
  }

  /** It is in what another line has set. */
  within(from: string, to: string, says: Sentence): void {
    this.lines.push({ from, is: 'taken', to, says });
  }

  decide(from: string, to: string, says: Sentence): void {
    this.lines.push({ from, is: 'decide', ...(to && { to }), says });
  }

  setting(from: string, name: SettingName, value: string, says: Sentence): void {
    this.#settings[name] = value;
    this.lines.push({ from, is: 'taken', to: attributeOf(name), says });
  }

  slot(from: string, name: SlotName, html: string, says: Sentence): void {
    this.#slots[name] = html;
    this.lines.push({ from, is: 'taken', to: `slot ${name}`, says });
  }

  /** Words that the widget would refuse are the library's to write again. */
  text(from: string, key: TextKey, words: string, says: Sentence): void {
    const to = `texts.da.${key}`;
    if (!holds(key, words)) {
      const da = `Teksten »${words}« kan ikke bruges, som den er: krøllede parenteser betyder noget særligt her. Skriv den uden dem.`;
      const en = `The text “${words}” cannot be used as it is: braces have a meaning of their own here. Write it without them.`;
      this.decide(from, to, say(da, en));
    } else if (this.#isDefault(key, words)) {
      const same = say(
        'Samme som standarden, så der er intet at sætte.',
        'The same as the default, so there is nothing to set.',
      );
      this.lines.push({ from, is: 'taken', to, says: same });
    } else {
      this.#texts[key] = words;
      this.lines.push({ from, is: 'taken', to, says });
    }
  }

  /** Whether it is what the patron would read anyway. */
  #isDefault(key: TextKey, words: string): boolean {
    const { oirPaymentUrl, oirPaymentName } = this.#settings;
    const shown = defaultOf(key, 'da', !!oirPaymentUrl);
    return words === shown || words === fillPlaceholders(shown, { name: oirPaymentName });
  }
}
