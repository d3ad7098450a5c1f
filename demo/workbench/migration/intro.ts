import { placeholdersIn } from '../../../src/i18n/translator.js';
import { sanitize, removalNote, asBlocks } from './html.js';
import { joinTexts, bilingual, type Migration } from './migration.js';

/** The old page had one introduction. The widget has one for each phase. */
const PHASES = [
  ['intro.before', ' før skæringsdatoen', 'before the switch date'],
  ['intro.transition', ', mens begge systemer gælder', 'while both systems are in force'],
  [
    'intro.after',
    ', når der ikke længere kan betales på jeres side',
    'when nothing can be paid on your site any more',
  ],
] as const;

const BRACES = bilingual(
  'Teksten har tuborgklammer, som betyder noget særligt i oversigtens egne tekster. Derfor er den taget med som HTML i pladsen til indledningen.',
  'The text has braces, which have a meaning of their own in the overview’s texts. So it is taken as HTML, in the place for the introduction.',
);

const FORMATTED = bilingual(
  'Teksten har links, lister eller fremhævning. Derfor er den taget med som HTML i pladsen til indledningen, og den vises hele tiden, også efter skæringsdatoen.',
  'The text has links, lists or emphasis. So it is taken as HTML, in the place for the introduction, and is shown all the time, after the switch date too.',
);

/** Migrates an introduction. Without formatting it becomes a text, otherwise the content of a slot. */
export function migrateIntro(migration: Migration, from: string, old: string): void {
  const text = sanitize(old);
  const removed = removalNote(text);
  if (!text.words) {
    const empty = bilingual(
      'Der er ingen tekst i den. Oversigtens egen indledning vises i stedet.',
      'There are no words in it. The overview’s own introduction is shown instead.',
    );
    migration.omit(from, joinTexts(empty, removed));
    return;
  }
  const hasBraces = placeholdersIn(text.words).length > 0;
  if (!text.isPlain || hasBraces) {
    migration.slot(
      from,
      'intro',
      asBlocks(text),
      joinTexts(text.isPlain ? BRACES : FORMATTED, removed),
    );
    return;
  }
  for (const [key, da, en] of PHASES) {
    const message = bilingual(
      `Taget med som almindelig tekst. Den gamle tekst gjaldt altid; her bruges den${da}. Ret den, så den passer.`,
      `Taken as plain text. The old text was for all time; here it is used ${en}. Change it so that it fits.`,
    );
    migration.text(from, key, text.words, joinTexts(message, removed));
  }
}
