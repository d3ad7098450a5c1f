import { cleaned } from './html.js';
import { isGood, say, type Taking } from './taking.js';

const KNOWN_NAME = 'Mit Betalingsoverblik';

/** The payment site as an old page linked to it. */
export interface OldLink {
  readonly url: { readonly from: string; readonly is: string };
  readonly label: { readonly from: string; readonly is: string };
}

const MISSING = say(
  'Der står ingen adresse på betalingssiden. Uden den får låneren en tekst i stedet for en knap. Har kommunen en betalingsside, så skriv dens adresse.',
  'There is no address of the payment site. Without it the patron gets a text in place of a button. If the municipality has a payment site, write its address.',
);

function whyNot(url: string) {
  if (!url) return MISSING;
  if (/^http:/i.test(url)) {
    return say(
      `Adressen ${url} begynder med http://. Den skal begynde med https://, så låneren sendes sikkert videre. Spørg kommunen om den rigtige adresse.`,
      `The address ${url} begins with http://. It has to begin with https://, so that patrons are sent on safely. Ask the municipality for the right one.`,
    );
  }
  return say(
    `Adressen »${url}« kan ikke bruges, som den er. Skriv den helt ud, så den begynder med https:// og er uden brugernavn og adgangskode.`,
    `The address “${url}” cannot be used as it is. Write it in full, beginning with https:// and without user name or password.`,
  );
}

function takeName(taking: Taking, from: string, label: string): void {
  if (label.toLowerCase().includes(KNOWN_NAME.toLowerCase())) {
    const says = say(
      `Knappen nævner ${KNOWN_NAME}, så det er taget som betalingssidens navn. Ret det, hvis siden hedder noget andet.`,
      `The button names ${KNOWN_NAME}, so that is taken as the payment site’s name. Change it if the site has another.`,
    );
    taking.setting(from, 'oirPaymentName', KNOWN_NAME, says);
    return;
  }
  const says = say(
    'Skriv, hvad betalingssiden hedder, for eksempel Mit Betalingsoverblik. Uden et navn står der »kommunens betalingsside«.',
    'Write what the payment site is called, e.g. Mit Betalingsoverblik. Without a name it says “the municipality’s payment site”.',
  );
  taking.decide(from, 'oir-payment-name', says);
}

/** Address, name and words of the link to the payment site. */
export function takePaymentSite(taking: Taking, { url, label }: OldLink): void {
  if (isGood('oirPaymentUrl', url.is)) {
    const says = say('Knappen fører samme sted hen som før.', 'The button leads where it did.');
    taking.setting(url.from, 'oirPaymentUrl', url.is, says);
  } else taking.decide(url.from, 'oir-payment-url', whyNot(url.is));
  const { words } = cleaned(label.is);
  takeName(taking, words ? label.from : '', words);
  if (!words) return;
  const says = say(
    'Knappens ord er taget med på dansk. På engelsk står der det, overblikket selv skriver.',
    'The button’s words are taken in Danish. In English it says what the overview itself says.',
  );
  taking.text(label.from, 'oir.go', words, says);
}
