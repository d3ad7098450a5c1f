import { readFileSync } from 'node:fs';
import { FEES } from './library.js';

const XLIFF = readFileSync(new URL('../../locales/en.xlf', import.meta.url), 'utf8');

/** Every text that a library can replace, by its key, in the words of the source. */
export const TEXTS = Object.fromEntries(
  [...XLIFF.matchAll(/<trans-unit id="([^"/]+)">\s*<source>(.*?)<\/source>/gs)].map(
    ([, key, words]) => [key, words],
  ),
);

/** Every debt there is, each of its words somebody's. */
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

/** What a catalogue, or a host in its place, can say of a record. */
export const titleOf = (words) => ({
  title: words,
  creators: [words, words],
  year: words,
  type: words,
  [words]: words,
});

const LINKS = { 'terms-url': '/t', 'rates-url': '/r', 'help-url': '/h' };

/** How the element can look, each time with somebody's words wherever words can stand. By name. */
export const scenesOf = (words) => {
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
  const scene = (over, ...rest) =>
    Object.assign({ attributes: { ...attributes, ...over }, config, fees }, ...rest);
  const { 'oir-payment-url': _, ...noSite } = attributes;
  const locked = fees.map((fee) => ({ ...fee, paymentStatus: 'reserved' }));
  return {
    transition: scene({}),
    before: scene({ 'switch-date': '2099-01-01' }),
    after: scene({ 'dibs-end-date': '2022-07-01' }),
    'a deadline': scene({ 'dibs-end-date': '2098-07-01' }),
    'with titles': scene({}, { title: titleOf(words) }),
    summary: scene({ view: 'summary', 'overview-url': '/o' }),
    'no site': scene({}, { attributes: noSite }),
    'app with MobilePay': scene({ channel: 'app', mobilepay: '' }),
    'app without': scene({ channel: 'app' }),
    preview: scene({ 'preview-date': '2022-01-01', systems: words, 'payment-origins': words }),
    'nothing owed': scene({}, { fees: [] }),
    'nothing owed here': scene({ systems: 'dibs' }, { fees: [] }),
    'nothing owed there': scene({ systems: 'oir' }, { fees: [] }),
    'one debt': scene({}, { fees: fees.slice(0, 1) }),
    'being paid': scene({}, { fees: locked }),
    unreadable: scene({}, { fees: [...fees, { ...FEES[0], amount: words }, words, [words]] }),
    'not logged in': scene({}, { status: 401 }),
    refused: scene({}, { status: 404 }),
    busy: scene({}, { status: 429 }),
    down: scene({}, { status: 500 }),
    'an answer that is none': scene({}, { fees: { [words]: words } }),
  };
};
