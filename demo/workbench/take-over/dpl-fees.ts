import { attributeOf } from '../../../src/config/settings.js';
import { cleaned } from './html.js';
import { takeIntro } from './intro.js';
import { takePaymentSite } from './payment-site.js';
import type { Variables } from './read-variables.js';
import { isGood, say, type Taking } from './taking.js';
import { wordsOf } from './values.js';

const BODY = 'fee_list_body_text';
const SITE = 'payment_site_url';
/** Its name in earlier versions of the module. */
const EARLIER_SITE = 'payment_overview_url';
const LABEL = 'payment_site_button_label';
const RATES = 'fees_and_replacement_costs_url';
const TERMS = 'terms_of_trade_url';
/** Earlier versions only. */
const TERMS_WORDS = 'terms_of_trade_text';
const NAMES = [BODY, SITE, EARLIER_SITE, LABEL, RATES, TERMS, TERMS_WORDS];

/** Known, and of no use here. */
const OTHERS = [
  'fees_list_size_desktop',
  'fees_list_size_mobile',
  'blocked_patron_e_link_url',
  'available_payment_types_url',
];

const DEFAULT_BODY = /^Fees and replacement costs are handled through the new system/i;
const DEFAULT_LABEL = /^Go to payment page$/i;

export const isDplFees = (variables: Variables): boolean =>
  [...NAMES, ...OTHERS].some((name) => variables.has(name));

/** An address as Drupal's link field has it. */
function takeLink(taking: Taking, from: string, name: 'ratesUrl' | 'termsUrl', old: string): void {
  const isInternal = /^internal:\//i.test(old);
  const url = old.replace(/^internal:(?=\/)/i, '');
  if (!old) taking.left(from, say('Der stod ingen adresse.', 'There was no address.'));
  else if (/^entity:/i.test(old)) {
    const says = say(
      `»${old}« er Drupals eget nummer på en side og virker ikke uden for Drupal. Åbn siden, og kopiér dens adresse.`,
      `“${old}” is Drupal’s own number for a page and does not work outside Drupal. Open the page and copy its address.`,
    );
    taking.decide(from, attributeOf(name), says);
  } else if (!isGood(name, url)) {
    const says = say(
      `Adressen »${old}« kan ikke bruges. Den skal begynde med https:// eller med / på jeres egen side.`,
      `The address “${old}” cannot be used. It has to begin with https://, or with / on your own site.`,
    );
    taking.decide(from, attributeOf(name), says);
  } else {
    const says = isInternal
      ? say(
          `Drupals »${old}« er skrevet om til ${url}, som er samme side.`,
          `Drupal’s “${old}” is written as ${url}, which is the same page.`,
        )
      : say('Linket fører samme sted hen som før.', 'The link leads where it did.');
    taking.setting(from, name, url, says);
  }
}

function takeBody(taking: Taking, old: string): void {
  if (old && !DEFAULT_BODY.test(cleaned(old).words)) takeIntro(taking, BODY, old);
  else {
    const says = say(
      'Her gælder DPL’s egen tekst om det nye system. Overblikkets egen indledning siger det samme på begge sprog.',
      'DPL’s own text on the new system holds here. The overview’s own introduction says the same in both languages.',
    );
    taking.left(BODY, says);
  }
}

function takeSite(taking: Taking, from: string, url: string, label: string): void {
  const isOwn = label && !DEFAULT_LABEL.test(label);
  if (label && !isOwn) {
    const says = say(
      'Det er DPL’s egen tekst. Overblikkets egen bruges i stedet.',
      'It is DPL’s own text. The overview’s own is used instead.',
    );
    taking.left(LABEL, says);
  }
  if (url) {
    const link = { url: { from, is: url }, label: { from: LABEL, is: isOwn ? label : '' } };
    takePaymentSite(taking, link);
    return;
  }
  const none = say(
    'Uden en adresse viste den gamle side ingen knap. Har kommunen en betalingsside, så skriv dens adresse; ellers får låneren en tekst.',
    'Without an address the old page showed no button. If the municipality has a payment site, write its address; otherwise the patron gets a text.',
  );
  taking.decide(from, 'oir-payment-url', none);
  if (isOwn) {
    const says = say(
      'Knappen blev ikke vist, fordi den ingen adresse havde.',
      'The button was not shown, as it had no address.',
    );
    taking.left(LABEL, says);
  }
}

/** From DPL CMS (`dpl_fees.settings`). */
export function takeDplFees(taking: Taking, variables: Variables): void {
  const words = (name: string): string => wordsOf(variables, name) ?? '';
  const site = !words(SITE) && words(EARLIER_SITE) ? EARLIER_SITE : SITE;
  takeSite(taking, site, words(site), words(LABEL));
  if (variables.has(EARLIER_SITE) && site === SITE) {
    const says = say(
      'Det er et ældre navn for payment_site_url, som gælder her.',
      'It is an earlier name of payment_site_url, which holds here.',
    );
    taking.left(EARLIER_SITE, says);
  }
  takeBody(taking, words(BODY));
  if (variables.has(RATES)) takeLink(taking, RATES, 'ratesUrl', words(RATES));
  if (variables.has(TERMS)) takeLink(taking, TERMS, 'termsUrl', words(TERMS));
  if (words(TERMS_WORDS)) {
    const says = say('Linkets ord er jeres egne.', 'The words of the link are your own.');
    taking.text(TERMS_WORDS, 'terms', words(TERMS_WORDS), says);
  } else if (variables.has(TERMS_WORDS)) {
    taking.left(TERMS_WORDS, say('Der stod ingen tekst.', 'There was no text.'));
  }
  const noPayment = say(
    'DPL CMS kunne ikke tage imod betaling, og derfor er der ingen betalingsknap. Skal gamle mellemværender betales på jeres side, så spørg jeres leverandør om adressen.',
    'DPL CMS could not take payments, so there is no pay button. If old debts are to be paid on your site, ask your supplier for the address.',
  );
  taking.decide('', 'dibs-payment-url', noPayment);
  for (const name of variables.keys()) {
    if (NAMES.includes(name)) continue;
    const says = OTHERS.includes(name)
      ? say('Overblikket har ikke brug for det.', 'The overview has no need of it.')
      : say(
          'Det hører ikke til mellemværender, eller vi kender det ikke.',
          'It is not about debts, or we do not know it.',
        );
    taking.left(name, says);
  }
}
