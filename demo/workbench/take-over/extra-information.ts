import { attributeOf } from '../../../src/config/settings.js';
import { cleaned, saysRemoved, standing } from './html.js';
import { isGood, joined, say, type Taking } from './taking.js';

/** "72 timer", "48-timers"; "24 timer i døgnet" is no waiting time. */
const HOURS = /(?<!\d)(\d{1,5})[\s-]?(?:timer|timers|hours)(?![a-zæøå])(?!\s+i døgnet)/gi;

const USUAL = '72';

const ALREADY = say(
  ' Overblikket skriver i forvejen, at der kan gå op til 72 timer, før en betaling kan ses. Står det også her, kan I slette det her.',
  ' The overview already says that it can take up to 72 hours before a payment shows. If it is here too, you can delete it here.',
);

/** What the old page had below the list of what is paid elsewhere. */
export function takeExtraInformation(taking: Taking, from: string, old: string): void {
  const text = cleaned(old);
  if (!text.words) {
    const empty = say('Der er ingen tekst i den.', 'There are no words in it.');
    taking.left(from, joined(empty, saysRemoved(text)));
    return;
  }
  const hours = [...text.words.matchAll(HOURS)].map(([, number = '']) => number);
  const says = say(
    'Taget med som HTML. Teksten står under de mellemværender, der betales på betalingssiden, som før.',
    'Taken as HTML. The text stands below the debts that are paid on the payment site, as before.',
  );
  const already = hours.includes(USUAL) ? ALREADY : say('', '');
  taking.slot(from, 'oir-info', standing(text), joined(says, already, saysRemoved(text)));
  const other = hours.find((number) => number !== USUAL && isGood('registrationHours', number));
  if (other === undefined) return;
  const propose = say(
    `Teksten nævner ${other} timer. Overblikket skriver selv, at der kan gå op til 72 timer, før en betaling kan ses. Gælder ${other} timer hos jer, så sæt det til ${other}, og slet det i teksten.`,
    `The text mentions ${other} hours. The overview itself says that it can take up to 72 hours before a payment shows. If it is ${other} hours with you, set it to ${other}, and delete it from the text.`,
  );
  taking.decide(from, attributeOf('registrationHours'), propose);
}
