import { readFileSync } from 'node:fs';
import { FEES } from './library.js';

const XLIFF = readFileSync(new URL('../../locales/en.xlf', import.meta.url), 'utf8');

/** The default of every text that a library can replace, by its key. */
export const TEXTS = Object.fromEntries(
  [...XLIFF.matchAll(/<trans-unit id="([^"/]+)">\s*<source>(.*?)<\/source>/gs)].map(
    ([, key, words]) => [key, words],
  ),
);

/** Debts of every kind, with these words in every string. */
export const feesOf = (words) =>
  [
    { ...FEES[0], type: words },
    FEES[1],
    { ...FEES[2], [words]: words },
    { ...FEES[0], feeId: words, paymentStatus: words, creationDate: words, dueDate: words },
    { ...FEES[2], feeId: `${words}${words}`, dueDate: '2021-12-24' },
  ].map((fee) => ({
    ...fee,
    reasonMessage: words,
    materials: [
      {
        materialItemNumber: words,
        recordId: words,
        periodical: { displayText: words, volume: words, volumeYear: words },
        materialGroup: { name: words, description: words },
        [words]: words,
      },
      words,
      { recordId: words },
    ],
  }));

/** A title from the catalogue, with these words in every string. */
export const titleOf = (words) => ({
  title: words,
  creators: [words, words],
  year: words,
  type: words,
  [words]: words,
});

const LINKS = { 'terms-url': '/t', 'rates-url': '/r', 'help-url': '/h' };

/** The states of the element by name, with these words in every string. */
export const statesOf = (words) => {
  const attributes = {
    'fees-url': '/fees',
    'dibs-payment-url': '/pay',
    'oir-payment-url': 'https://betalingsoverblik.example/',
    'oir-payment-name': words,
    'switch-date': '2021-12-01',
    lang: words,
    view: words,
    'registration-hours': words,
    'heading-level': words,
    credentials: words,
    ...LINKS,
  };
  const config = {
    texts: Object.fromEntries(
      Object.entries(TEXTS).map(([key, own]) => [key, `${words} ${own} ${words}`]),
    ),
    selection: words,
    [words]: words,
  };
  const fees = feesOf(words);
  const state = (over, ...rest) =>
    Object.assign({ attributes: { ...attributes, ...over }, config, fees }, ...rest);
  const { 'oir-payment-url': _, ...noSite } = attributes;
  const locked = fees.map((fee) => ({ ...fee, paymentStatus: 'reserved' }));
  return {
    transition: state({}),
    before: state({ 'switch-date': '2099-01-01' }),
    after: state({ 'dibs-end-date': '2022-07-01' }),
    'a deadline': state({ 'dibs-end-date': '2098-07-01' }),
    'with titles': state({}, { title: titleOf(words) }),
    summary: state({ view: 'summary', 'overview-url': '/o' }),
    'no site': state({}, { attributes: noSite }),
    'app with MobilePay': state({ channel: 'app', mobilepay: '' }),
    'app without': state({ channel: 'app' }),
    preview: state({ 'preview-date': '2022-01-01', systems: words, 'payment-origins': words }),
    'no debts': state({}, { fees: [] }),
    'no debts in the old system': state({ systems: 'dibs' }, { fees: [] }),
    'no debts in the new system': state({ systems: 'oir' }, { fees: [] }),
    'one debt': state({}, { fees: fees.slice(0, 1) }),
    'being paid': state({}, { fees: locked }),
    unreadable: state({}, { fees: [...fees, { ...FEES[0], amount: words }, words, [words]] }),
    'not logged in': state({}, { status: 401 }),
    refused: state({}, { status: 404 }),
    busy: state({}, { status: 429 }),
    down: state({}, { status: 500 }),
    'an invalid response': state({}, { fees: { [words]: words } }),
  };
};
