import { sanitize } from './html.js';
import { isValid, bilingual, type Migration } from './migration.js';

const KNOWN_NAME = 'Mit Betalingsoverblik';

/** The old page's link to the payment site. */
export interface OldLink {
  readonly url: { readonly from: string; readonly value: string };
  readonly label: { readonly from: string; readonly value: string };
}

const MISSING = bilingual(
  'Der står ingen adresse på betalingssiden. Uden den får låneren en tekst i stedet for en knap. Har kommunen en betalingsside, så skriv dens adresse.',
  'There is no address of the payment site. Without it the patron gets a text in place of a button. If the municipality has a payment site, write its address.',
);

function rejectionOf(url: string) {
  if (!url) return MISSING;
  if (/^http:/i.test(url)) {
    return bilingual(
      `Adressen ${url} begynder med http://. Den skal begynde med https://, så låneren sendes sikkert videre. Spørg kommunen om den rigtige adresse.`,
      `The address ${url} begins with http://. It has to begin with https://, so that patrons are sent on safely. Ask the municipality for the right one.`,
    );
  }
  return bilingual(
    `Adressen »${url}« kan ikke bruges, som den er. Skriv den helt ud, så den begynder med https:// og er uden brugernavn og adgangskode.`,
    `The address “${url}” cannot be used as it is. Write it in full, beginning with https:// and without user name or password.`,
  );
}

function migrateName(migration: Migration, from: string, label: string): void {
  if (label.toLowerCase().includes(KNOWN_NAME.toLowerCase())) {
    const message = bilingual(
      `Knappen nævner ${KNOWN_NAME}, så det er taget som betalingssidens navn. Ret det, hvis siden hedder noget andet.`,
      `The button names ${KNOWN_NAME}, so that is taken as the payment site’s name. Change it if the site has another.`,
    );
    migration.setting(from, 'oirPaymentName', KNOWN_NAME, message);
    return;
  }
  const message = bilingual(
    'Skriv, hvad betalingssiden hedder, for eksempel Mit Betalingsoverblik. Uden et navn står der »kommunens betalingsside«.',
    'Write what the payment site is called, e.g. Mit Betalingsoverblik. Without a name it says “the municipality’s payment site”.',
  );
  migration.decide(from, 'oir-payment-name', message);
}

/** Migrates the URL, the name and the label of the link to the payment site. */
export function migratePaymentSite(migration: Migration, { url, label }: OldLink): void {
  if (isValid('oirPaymentUrl', url.value)) {
    const message = bilingual(
      'Knappen fører samme sted hen som før.',
      'The button leads where it did.',
    );
    migration.setting(url.from, 'oirPaymentUrl', url.value, message);
  } else migration.decide(url.from, 'oir-payment-url', rejectionOf(url.value));
  const { words } = sanitize(label.value);
  migrateName(migration, words ? label.from : '', words);
  if (!words) return;
  const message = bilingual(
    'Knappens ord er taget med på dansk. På engelsk står der det, oversigten selv skriver.',
    'The button’s words are taken in Danish. In English it says what the overview itself says.',
  );
  migration.text(label.from, 'oir.go', words, message);
}
