import { formatValue, type Problem } from '../../../src/config/problem.js';
import { attributeOf } from '../../../src/config/settings.js';
import { dictionaryOf, isLocale, isTextKey } from '../../../src/i18n/locales.js';
import type { BilingualText, Language } from '../state.js';
import { FIELDS } from './fields.js';

/** Translates a problem whose message matches; `undefined` if it cannot. */
type Rule = readonly [
  message: RegExp,
  translate: (
    problem: Problem,
    ...pieces: readonly (string | undefined)[]
  ) => BilingualText | undefined,
];

/** In characters. A longer text is cut off in a message. */
const MAX_QUOTE = 160;

/** A text in the quotation marks of a language. */
export function quoted(language: Language, text: string): string {
  const short = text.length > MAX_QUOTE ? `${text.slice(0, MAX_QUOTE).trimEnd()} …` : text;
  return language === 'da' ? `»${short}«` : `“${short}”`;
}

const fieldOf = (attribute: string) => FIELDS.find(({ name }) => attributeOf(name) === attribute);

/** Splits `texts.da.oir.go` into the language, if there is one, and the key. */
const textOf = (setting: string): { locale: string | undefined; key: string } => {
  const [, locale, key = ''] = /^texts\.(?:(da|en)\.)?(.*)$/s.exec(setting) ?? [];
  return { locale, key: formatValue(key) };
};

const label = (attribute: string, language: Language): string =>
  fieldOf(attribute)?.label[language] ?? attribute;

/** The message for a text whose default is shown instead. */
const withDefault = (da: string, en: string): BilingualText => ({
  da: `${da} Standardteksten vises i stedet.`,
  en: `${en} The default text is shown instead.`,
});

const WHY_REQUIRED: Readonly<Record<string, BilingualText>> = {
  amount: { da: ', så låneren ser, hvad der betales', en: ', so that patrons see what they pay' },
  order: {
    da: ', så låneren kan oplyse sit ordrenummer',
    en: ', so that patrons can give their order number',
  },
};

const inARow = (placeholders: string, and: string): string =>
  placeholders
    .split(' ')
    .join(', ')
    .replace(/, ([^,]*)$/, ` ${and} $1`);

/** The message for an unknown name, with the name that was probably meant. */
const unknown = (da: string, en: string, nearest: string | undefined): BilingualText =>
  nearest
    ? { da: `${da} Mente I »${nearest}«?`, en: `${en} Did you mean “${nearest}”?` }
    : {
        da: `${da} Se efter, om navnet er stavet rigtigt.`,
        en: `${en} See if it is spelled right.`,
      };

const OF_SETTINGS: readonly Rule[] = [
  [
    /^takes an object of settings; it is ignored$/,
    () => ({
      da: 'Opsætningen skal bestå af indstillinger, hver med navn og værdi. Det, der står nu, bruges ikke.',
      en: 'The setup must consist of settings, each with a name and a value. What stands there now is not used.',
    }),
  ],
  [
    /^unknown setting; (?:the nearest is (.+))?/,
    ({ value }, nearest) =>
      unknown(
        `Der er ingen indstilling, der hedder »${formatValue(value)}«, så den bruges ikke.`,
        `There is no setting called “${formatValue(value)}”, so it is not used.`,
        nearest,
      ),
  ],
  [
    /^unknown attribute; (?:the nearest is (.+))?/,
    ({ setting }, nearest) =>
      unknown(
        `Der er ingen attribut, der hedder »${formatValue(setting)}«, så den bruges ikke.`,
        `There is no attribute called “${formatValue(setting)}”, so it is not used.`,
        nearest,
      ),
  ],
  [
    /^unknown slot; (?:the nearest is (.+))?/,
    ({ value }, nearest) =>
      unknown(
        `Der er ingen plads, der hedder »${formatValue(value)}«, så det, der står i den, vises ikke.`,
        `There is no slot called “${formatValue(value)}”, so what stands in it is not shown.`,
        nearest,
      ),
  ],
  [
    /^takes slot="(.+)"; the tag is closed by (.+)$/,
    (_, slots = '', end = '') => ({
      da: `Det, der står inde i koden uden en plads, vises ikke. Skriv slot="…" på det med ${inARow(slots.replaceAll('|', ' '), 'eller')}. Måske mangler ${end}.`,
      en: `What stands inside the code without a slot is not shown. Write slot="…" on it with ${inARow(slots.replaceAll('|', ' '), 'or')}. Perhaps ${end} is missing.`,
    }),
  ],
  [
    /^takes type="application\/json"; it is ignored$/,
    () => ({
      da: 'Opsætningen i den indsatte kode bruges ikke. Skriv <script type="application/json"> foran den.',
      en: 'The setup in the pasted code is not used. Write <script type="application/json"> before it.',
    }),
  ],
  [
    /^is not set$/,
    () => ({
      da: 'Feltet er tomt, så den korte visning fører ingen steder hen.',
      en: 'The field is empty, so the short view leads nowhere.',
    }),
  ],
  [
    /^cannot be read(: .*)?; it is ignored$/s,
    ({ setting }) =>
      setting === 'JSON child'
        ? {
            da: 'Opsætningen i den indsatte kode kan ikke læses; måske mangler der et komma eller et anførselstegn. Intet af den bruges.',
            en: 'The setup in the pasted code cannot be read; a comma or a quotation mark may be missing. Nothing of it is used.',
          }
        : {
            da: 'Den opsætning, siden selv giver, kan ikke læses. Intet af den bruges.',
            en: 'The setup that the page itself gives cannot be read. Nothing of it is used.',
          },
  ],
  [
    /^is before switch-date; nothing can be paid here from that day on$/,
    () => ({
      da: 'Den gamle betaling slutter før skæringsdatoen; en af de to datoer må være forkert. Som det står, kan intet betales her fra den dag.',
      en: 'The old payment ends before the switch date; one of the two dates must be wrong. As it stands, nothing can be paid here from that day.',
    }),
  ],
  [
    /^is not set, and neither is (dibs|oir)-fees-url; these debts cannot be read$/,
    (_, system) => {
      const own = `${system}-fees-url`;
      return {
        da: `Der mangler en adresse at hente de ${system === 'dibs' ? 'gamle' : 'nye'} mellemværender fra, så lånerne får at vide, at de ikke kunne hentes. Udfyld »${label('fees-url', 'da')}« eller »${label(own, 'da')}«.`,
        en: `There is no address to fetch the ${system === 'dibs' ? 'old' : 'new'} debts from, so patrons are told that they could not be fetched. Fill in “${label('fees-url', 'en')}” or “${label(own, 'en')}”.`,
      };
    },
  ],
  [
    /^takes .*; it is ignored$/s,
    ({ setting }) => {
      const takes = fieldOf(setting)?.takes;
      return (
        takes && {
          da: `${takes.da} Indtil det er rettet, gælder feltet som tomt.`,
          en: `${takes.en} Until it is put right, the field counts as empty.`,
        }
      );
    },
  ],
];

const OF_TEXTS: readonly Rule[] = [
  [
    /^cannot be read; the defaults are shown$/,
    () => ({
      da: 'Teksterne kan ikke læses. Standardteksterne vises i stedet.',
      en: 'The texts cannot be read. The default texts are shown instead.',
    }),
  ],
  [
    /^takes an object of texts by key$/,
    () => ({
      da: 'Her skal der stå tekster, hver med sit navn. Standardteksterne vises i stedet.',
      en: 'This must be texts, each with its name. The default texts are shown instead.',
    }),
  ],
  [
    /^unknown text or language; (?:the nearest is (.+))?/,
    ({ setting }, nearest) => {
      const { key } = textOf(setting);
      return isLocale(key)
        ? {
            da: `Under sproget »${key}« skal der stå tekster, hver med sit navn. Det, der står nu, bruges ikke.`,
            en: `Under the language “${key}” there must be texts, each with its name. What stands there now is not used.`,
          }
        : unknown(
            `Der er ingen tekst og intet sprog, der hedder »${key}«, så det bruges ikke.`,
            `There is no text and no language called “${key}”, so it is not used.`,
            nearest,
          );
    },
  ],
  [
    /^takes text; the default is shown$/,
    () => withDefault('Her skal der stå almindelig tekst.', 'This must be plain text.'),
  ],
  [
    /^may not be empty; the default is shown$/,
    () => withDefault('Teksten må ikke være tom.', 'The text may not be empty.'),
  ],
  [
    /^must have \{([^{}]*)\} in it; the default is shown$/,
    (_, name = '') => {
      const why = WHY_REQUIRED[name];
      return withDefault(
        `Teksten skal indeholde {${name}}${why?.da ?? ''}.`,
        `The text must have {${name}} in it${why?.en ?? ''}.`,
      );
    },
  ],
  [
    /^\{([^{}]*)\} is not known here(?:, only ([^;]*))?; the default is shown$/,
    (_, name = '', known) => {
      const written = `{${formatValue(name)}}`;
      return known
        ? withDefault(
            `${written} kan ikke bruges i denne tekst, kun ${inARow(known, 'og')}.`,
            `${written} cannot be used in this text, only ${inARow(known, 'and')}.`,
          )
        : withDefault(
            `${written} kan ikke bruges i denne tekst; skriv den uden tuborgklammer.`,
            `${written} cannot be used in this text; write it without braces.`,
          );
    },
  ],
  [
    /^\{(\w+)\} needs ([a-z-]+); the default is shown$/,
    (_, name, needed = '') =>
      withDefault(
        `{${name}} kan først bruges, når »${label(needed, 'da')}« er udfyldt.`,
        `{${name}} can only be used once “${label(needed, 'en')}” is filled in.`,
      ),
  ],
];

const isOfTexts = (setting: string): boolean => /^texts(\.|$)/.test(setting);

/** Describes a problem and its effect for a web editor. Returns the message itself if it is unknown. */
export function problemIn(language: Language, problem: Problem): string {
  const { setting, message } = problem;
  // An attribute can be called "texts", too.
  for (const [pattern, translate] of [...(isOfTexts(setting) ? OF_TEXTS : []), ...OF_SETTINGS]) {
    const match = pattern.exec(message);
    const translated = match && translate(problem, ...match.slice(1));
    if (translated) return translated[language];
  }
  return message;
}

/** The name of the setting or text that has the problem. */
export function subjectIn(language: Language, { setting, value }: Problem): string {
  const da = language === 'da';
  if (setting === 'texts') return da ? 'Teksterne' : 'The texts';
  if (isOfTexts(setting)) {
    const { locale, key } = textOf(setting);
    const names: Record<string, BilingualText> = {
      da: { da: ' på dansk', en: ' in Danish' },
      en: { da: ' på engelsk', en: ' in English' },
    };
    const suffix = names[locale ?? '']?.[language] ?? '';
    if (!isTextKey(key)) return da ? `Teksten »${key}«${suffix}` : `The text “${key}”${suffix}`;
    const own = typeof value === 'string' ? value.trim() : '';
    const sentence = quoted(language, own || dictionaryOf(locale === 'en' ? 'en' : 'da')[key]);
    return da ? `Sætningen ${sentence}${suffix}` : `The sentence ${sentence}${suffix}`;
  }
  if (setting === 'config') return da ? 'Sidens egen opsætning' : 'The page’s own setup';
  if (setting === 'JSON child' || setting === 'child')
    return da ? 'Den indsatte kode' : 'The pasted code';
  if (setting === 'slot')
    return da ? `Pladsen »${formatValue(value)}«` : `The slot “${formatValue(value)}”`;
  return label(setting, language);
}
