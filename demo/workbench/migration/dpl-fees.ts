import { attributeOf } from '../../../src/config/settings.js';
import { sanitize } from './html.js';
import { migrateIntro } from './intro.js';
import { migratePaymentSite } from './payment-site.js';
import type { Variables } from './parse-variables.js';
import { isValid, bilingual, type Migration } from './migration.js';
import { wordsOf } from './values.js';

const BODY = 'fee_list_body_text';
const SITE = 'payment_site_url';
/** The name of SITE in earlier versions of the module. */
const EARLIER_SITE = 'payment_overview_url';
const LABEL = 'payment_site_button_label';
const RATES = 'fees_and_replacement_costs_url';
const TERMS = 'terms_of_trade_url';
/** Earlier versions only. */
const TERMS_WORDS = 'terms_of_trade_text';
const NAMES = [BODY, SITE, EARLIER_SITE, LABEL, RATES, TERMS, TERMS_WORDS];

/** Known variables that the widget does not need. */
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

/** Migrates the URL of a Drupal link field. */
function migrateLink(
  migration: Migration,
  from: string,
  name: 'ratesUrl' | 'termsUrl',
  old: string,
): void {
  const isInternal = /^internal:\//i.test(old);
  const url = old.replace(/^internal:(?=\/)/i, '');
  if (!old) migration.omit(from, bilingual('Der stod ingen adresse.', 'There was no address.'));
  else if (/^entity:/i.test(old)) {
    const message = bilingual(
      `»${old}« er Drupals eget nummer på en side og virker ikke uden for Drupal. Åbn siden, og kopiér dens adresse.`,
      `“${old}” is Drupal’s own number for a page and does not work outside Drupal. Open the page and copy its address.`,
    );
    migration.decide(from, attributeOf(name), message);
  } else if (!isValid(name, url)) {
    const message = bilingual(
      `Adressen »${old}« kan ikke bruges. Den skal begynde med https:// eller med / på jeres egen side.`,
      `The address “${old}” cannot be used. It has to begin with https://, or with / on your own site.`,
    );
    migration.decide(from, attributeOf(name), message);
  } else {
    const message = isInternal
      ? bilingual(
          `Drupals »${old}« er skrevet om til ${url}, som er samme side.`,
          `Drupal’s “${old}” is written as ${url}, which is the same page.`,
        )
      : bilingual('Linket fører samme sted hen som før.', 'The link leads where it did.');
    migration.setting(from, name, url, message);
  }
}

function migrateBody(migration: Migration, old: string): void {
  if (old && !DEFAULT_BODY.test(sanitize(old).words)) migrateIntro(migration, BODY, old);
  else {
    const message = bilingual(
      'Her gælder DPL’s egen tekst om det nye system. Oversigtens egen indledning siger det samme på begge sprog.',
      'DPL’s own text on the new system holds here. The overview’s own introduction says the same in both languages.',
    );
    migration.omit(BODY, message);
  }
}

function migrateSite(migration: Migration, from: string, url: string, label: string): void {
  const isOwn = label && !DEFAULT_LABEL.test(label);
  if (label && !isOwn) {
    const message = bilingual(
      'Det er DPL’s egen tekst. Oversigtens egen bruges i stedet.',
      'It is DPL’s own text. The overview’s own is used instead.',
    );
    migration.omit(LABEL, message);
  }
  if (url) {
    const link = { url: { from, value: url }, label: { from: LABEL, value: isOwn ? label : '' } };
    migratePaymentSite(migration, link);
    return;
  }
  const none = bilingual(
    'Uden en adresse viste den gamle side ingen knap. Har kommunen en betalingsside, så skriv dens adresse; ellers får låneren en tekst.',
    'Without an address the old page showed no button. If the municipality has a payment site, write its address; otherwise the patron gets a text.',
  );
  migration.decide(from, 'oir-payment-url', none);
  if (isOwn) {
    const message = bilingual(
      'Knappen blev ikke vist, fordi den ingen adresse havde.',
      'The button was not shown, as it had no address.',
    );
    migration.omit(LABEL, message);
  }
}

/** Migrates the configuration of DPL CMS (`dpl_fees.settings`). */
export function migrateDplFees(migration: Migration, variables: Variables): void {
  const words = (name: string): string => wordsOf(variables, name) ?? '';
  const site = !words(SITE) && words(EARLIER_SITE) ? EARLIER_SITE : SITE;
  migrateSite(migration, site, words(site), words(LABEL));
  if (variables.has(EARLIER_SITE) && site === SITE) {
    const message = bilingual(
      'Det er et ældre navn for payment_site_url, som gælder her.',
      'It is an earlier name of payment_site_url, which holds here.',
    );
    migration.omit(EARLIER_SITE, message);
  }
  migrateBody(migration, words(BODY));
  if (variables.has(RATES)) migrateLink(migration, RATES, 'ratesUrl', words(RATES));
  if (variables.has(TERMS)) migrateLink(migration, TERMS, 'termsUrl', words(TERMS));
  if (words(TERMS_WORDS)) {
    const message = bilingual('Linkets ord er jeres egne.', 'The words of the link are your own.');
    migration.text(TERMS_WORDS, 'terms', words(TERMS_WORDS), message);
  } else if (variables.has(TERMS_WORDS)) {
    migration.omit(TERMS_WORDS, bilingual('Der stod ingen tekst.', 'There was no text.'));
  }
  const noPayment = bilingual(
    'DPL CMS kunne ikke tage imod betaling, og derfor er der ingen betalingsknap. Skal gamle mellemværender betales på jeres side, så spørg jeres leverandør om adressen.',
    'DPL CMS could not take payments, so there is no pay button. If old debts are to be paid on your site, ask your supplier for the address.',
  );
  migration.decide('', 'dibs-payment-url', noPayment);
  for (const name of variables.keys()) {
    if (NAMES.includes(name)) continue;
    const message = OTHERS.includes(name)
      ? bilingual('Oversigten har ikke brug for det.', 'The overview has no need of it.')
      : bilingual(
          'Det hører ikke til mellemværender, eller vi kender det ikke.',
          'It is not about debts, or we do not know it.',
        );
    migration.omit(name, message);
  }
}
