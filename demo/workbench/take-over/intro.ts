import { placeholdersIn } from '../../../src/i18n/placeholders.js';
import { cleaned, saysRemoved, standing } from './html.js';
import { joined, say, type Taking } from './taking.js';

/** The old introduction was one for all time; ours is one for each phase. */
const PHASES = [
  ['intro.before', ' før skæringsdatoen', 'before the switch date'],
  ['intro.transition', ', mens begge systemer gælder', 'while both systems are in force'],
  [
    'intro.after',
    ', når der ikke længere kan betales på jeres side',
    'when nothing can be paid on your site any more',
  ],
] as const;

const BRACES = say(
  'Teksten har krøllede parenteser, som betyder noget særligt i overblikkets egne tekster. Derfor er den taget med som HTML i pladsen til indledningen.',
  'The text has braces, which have a meaning of their own in the overview’s texts. So it is taken as HTML, in the place for the introduction.',
);

const FORMATTED = say(
  'Teksten har links, lister eller fremhævning. Derfor er den taget med som HTML i pladsen til indledningen, og den vises hele tiden, også efter skæringsdatoen.',
  'The text has links, lists or emphasis. So it is taken as HTML, in the place for the introduction, and is shown all the time, after the switch date too.',
);

/** An introduction, as plain text where it is no more than that. */
export function takeIntro(taking: Taking, from: string, old: string): void {
  const text = cleaned(old);
  const removed = saysRemoved(text);
  if (!text.words) {
    const empty = say(
      'Der er ingen tekst i den. Overblikkets egen indledning vises i stedet.',
      'There are no words in it. The overview’s own introduction is shown instead.',
    );
    taking.left(from, joined(empty, removed));
    return;
  }
  const hasBraces = placeholdersIn(text.words).length > 0;
  if (!text.isPlain || hasBraces) {
    taking.slot(from, 'intro', standing(text), joined(text.isPlain ? BRACES : FORMATTED, removed));
    return;
  }
  for (const [key, da, en] of PHASES) {
    const says = say(
      `Taget med som almindelig tekst. Den gamle tekst gjaldt altid; her bruges den${da}. Ret den, så den passer.`,
      `Taken as plain text. The old text was for all time; here it is used ${en}. Change it so that it fits.`,
    );
    taking.text(from, key, text.words, joined(says, removed));
  }
}
