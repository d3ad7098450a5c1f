import type { TextKey } from '../../src/i18n/locales.js';
import { defaultOf } from './defaults.js';
import {
  LANGUAGES,
  type Arrangement,
  type BilingualText,
  type Language,
  type TypedTexts,
} from './state.js';

/** How the municipality collects debts where there is no payment site. */
export const COLLECTIONS = ['municipality', 'form', 'invoice'] as const;
export type Collection = (typeof COLLECTIONS)[number];

type Sentences = Readonly<Partial<Record<TextKey, BilingualText>>>;

/** The sentences about new debts. The defaults say that the municipality collects. */
const NEW: Readonly<Record<Collection, Sentences>> = {
  municipality: {},
  form: {
    'oir.heading': {
      da: 'Betales med indbetalingskort i Digital Post',
      en: 'Paid by giro form in Digital Post',
    },
    'oir.noSite': {
      da: 'Du kan ikke betale her. Kommunen sender et indbetalingskort til din Digital Post.',
      en: 'You cannot pay here. The municipality sends a giro form to your Digital Post.',
    },
    'intro.before': {
      da: 'Fra den {date} sender kommunen et indbetalingskort i Digital Post for nye gebyrer og erstatninger.',
      en: 'From {date} the municipality sends a giro form in Digital Post for new fees and compensations.',
    },
    'intro.transition': {
      da: 'Gebyrer og erstatninger overgår til et nyt system. Kommunen sender et indbetalingskort i Digital Post for nye mellemværender.',
      en: 'Fees and compensations are moving to a new system. The municipality sends a giro form in Digital Post for new debts.',
    },
    'intro.after': {
      da: 'Kommunen sender et indbetalingskort i Digital Post for gebyrer og erstatninger.',
      en: 'The municipality sends a giro form in Digital Post for fees and compensations.',
    },
    'empty.oir': {
      da: 'Du har ingen mellemværender, der betales med indbetalingskort.',
      en: 'You have no debts that are paid by giro form.',
    },
  },
  invoice: {
    'oir.heading': {
      da: 'Betales med faktura fra kommunen',
      en: 'Paid by invoice from the municipality',
    },
    'oir.noSite': {
      da: 'Du kan ikke betale her. Kommunen sender dig en faktura.',
      en: 'You cannot pay here. The municipality sends you an invoice.',
    },
    'intro.before': {
      da: 'Fra den {date} sender kommunen en faktura for nye gebyrer og erstatninger.',
      en: 'From {date} the municipality sends an invoice for new fees and compensations.',
    },
    'intro.transition': {
      da: 'Gebyrer og erstatninger overgår til et nyt system. Kommunen sender en faktura for nye mellemværender.',
      en: 'Fees and compensations are moving to a new system. The municipality sends an invoice for new debts.',
    },
    'intro.after': {
      da: 'Kommunen sender en faktura for gebyrer og erstatninger.',
      en: 'The municipality sends an invoice for fees and compensations.',
    },
    'empty.oir': {
      da: 'Du har ingen mellemværender, der betales med faktura.',
      en: 'You have no debts that are paid by invoice.',
    },
  },
};

/** Until the old payment ends, and from then on. Before the switch nothing is collected yet. */
const allOld = (until: BilingualText, ended: BilingualText): Sentences => ({
  'dibs.unavailable': until,
  'dibs.ended': ended,
  'dibs.app': until,
});

/** The sentences about old debts that are collected in the same way. */
const OLD: Readonly<Record<Collection, Sentences>> = {
  municipality: allOld(
    {
      da: 'Du kan ikke betale her. Fra den {date} opkræver kommunen også ældre mellemværender.',
      en: 'You cannot pay here. From {date} the municipality collects older debts too.',
    },
    {
      da: 'Du kan ikke betale her. Kommunen opkræver også ældre mellemværender.',
      en: 'You cannot pay here. The municipality collects older debts too.',
    },
  ),
  form: allOld(
    {
      da: 'Du kan ikke betale her. Fra den {date} sender kommunen et indbetalingskort i Digital Post, også for ældre mellemværender.',
      en: 'You cannot pay here. From {date} the municipality sends a giro form in Digital Post, for older debts too.',
    },
    {
      da: 'Du kan ikke betale her. Kommunen sender et indbetalingskort til din Digital Post, også for ældre mellemværender.',
      en: 'You cannot pay here. The municipality sends a giro form to your Digital Post, for older debts too.',
    },
  ),
  invoice: allOld(
    {
      da: 'Du kan ikke betale her. Fra den {date} sender kommunen en faktura, også for ældre mellemværender.',
      en: 'You cannot pay here. From {date} the municipality sends an invoice, for older debts too.',
    },
    {
      da: 'Du kan ikke betale her. Kommunen sender dig en faktura, også for ældre mellemværender.',
      en: 'You cannot pay here. The municipality sends you an invoice, for older debts too.',
    },
  ),
};

export const COLLECTION_KEYS = {
  new: Object.keys(NEW.form) as TextKey[],
  old: Object.keys(OLD.form) as TextKey[],
};

export type DebtAge = keyof typeof COLLECTION_KEYS;

const sentencesOf = (age: DebtAge, collection: Collection): Sentences =>
  (age === 'new' ? NEW : OLD)[collection];

/** Whether the texts of these keys are exactly those sentences, or the defaults where there is none. */
const says = (texts: TypedTexts, age: DebtAge, sentences: Sentences): boolean =>
  COLLECTION_KEYS[age].every((key) =>
    LANGUAGES.every((language) => texts[language][key] === sentences[key]?.[language]),
  );

/** How new debts are collected by the texts; `own` if the library has other words. */
export const collectionOf = ({ texts }: Pick<Arrangement, 'texts'>): Collection | 'own' =>
  COLLECTIONS.find((collection) => says(texts, 'new', sentencesOf('new', collection))) ?? 'own';

/** Whether old debts are collected in that way too; `own` if the library has other words. */
export function oldCollectionOf({
  texts,
}: Pick<Arrangement, 'texts'>): Collection | 'own' | 'none' {
  if (says(texts, 'old', {})) return 'none';
  return (
    COLLECTIONS.find((collection) => says(texts, 'old', sentencesOf('old', collection))) ?? 'own'
  );
}

/** Whether a text is not the library's own: the default, or a sentence of a choice. */
export const isGiven = (texts: TypedTexts, key: TextKey, language: Language): boolean =>
  texts[language][key] === undefined ||
  [...Object.values(NEW), ...Object.values(OLD)].some(
    (sentences) => sentences[key]?.[language] === texts[language][key],
  );

/** Replaces the sentences about new or old debts. Without a collection they are the defaults. */
export function withCollection(
  texts: TypedTexts,
  age: DebtAge,
  collection: Collection | undefined,
): TypedTexts {
  const sentences = collection ? sentencesOf(age, collection) : {};
  const replaced = LANGUAGES.map((language) => {
    const others = Object.entries(texts[language]).filter(
      ([key]) => !(COLLECTION_KEYS[age] as readonly string[]).includes(key),
    );
    const own = Object.entries(sentences).map(([key, sentence]) => [key, sentence[language]]);
    return [language, Object.fromEntries([...others, ...own])] as const;
  });
  return Object.fromEntries(replaced) as unknown as TypedTexts;
}

/** The sentence that a library without a payment site has for a key. */
export const sentenceOf = (texts: TypedTexts, key: TextKey, language: Language): string =>
  texts[language][key] ?? defaultOf(key, language, false);
