import { attributeOf } from '../../../src/config/settings.js';
import { sanitize, removalNote, asBlocks } from './html.js';
import { isValid, joinTexts, bilingual, type Migration } from './migration.js';

/** Matches "72 timer" and "48-timers", but not "24 timer i døgnet", which is not a waiting time. */
const HOURS = /(?<!\d)(\d{1,5})[\s-]?(?:timer|timers|hours)(?![a-zæøå])(?!\s+i døgnet)/gi;

const DEFAULT_HOURS = '72';

const ALREADY = bilingual(
  ' Oversigten skriver i forvejen, at der kan gå op til 72 timer, før en betaling kan ses. Står det også her, kan I slette det her.',
  ' The overview already says that it can take up to 72 hours before a payment shows. If it is here too, you can delete it here.',
);

/** Migrates the text below the list of debts that are paid elsewhere. */
export function migrateExtraInformation(migration: Migration, from: string, old: string): void {
  const text = sanitize(old);
  if (!text.words) {
    const empty = bilingual('Der er ingen tekst i den.', 'There are no words in it.');
    migration.omit(from, joinTexts(empty, removalNote(text)));
    return;
  }
  const hours = [...text.words.matchAll(HOURS)].map(([, number = '']) => number);
  const message = bilingual(
    'Taget med som HTML. Teksten står under de mellemværender, der betales på betalingssiden, som før.',
    'Taken as HTML. The text stands below the debts that are paid on the payment site, as before.',
  );
  const already = hours.includes(DEFAULT_HOURS) ? ALREADY : bilingual('', '');
  migration.slot(from, 'oir-info', asBlocks(text), joinTexts(message, already, removalNote(text)));
  const other = hours.find(
    (number) => number !== DEFAULT_HOURS && isValid('registrationHours', number),
  );
  if (other === undefined) return;
  const proposal = bilingual(
    `Teksten nævner ${other} timer. Oversigten skriver selv, at der kan gå op til 72 timer, før en betaling kan ses. Gælder ${other} timer hos jer, så sæt det til ${other}, og slet det i teksten.`,
    `The text mentions ${other} hours. The overview itself says that it can take up to 72 hours before a payment shows. If it is ${other} hours with you, set it to ${other}, and delete it from the text.`,
  );
  migration.decide(from, attributeOf('registrationHours'), proposal);
}
