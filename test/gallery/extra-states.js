/**
 * States that the page of all states lacks: a patron must do something, or wait, to see them, or they differ in words alone.
 * @returns {import('./states.js').State[]}
 */
export function extraStates(library, { both, fee, newDebts, oldDebts }) {
  const broken = { status: 503, headers: { 'Retry-After': '120' }, body: {} };
  const NO_SITE = { 'oir-payment-url': '', 'oir-payment-name': '' };
  const line = () => library({ view: 'summary', 'overview-url': '#oversigt' });
  const state = (name, title, answers, rest = {}) => ({
    name,
    title,
    attributes: library(),
    answers,
    ...rest,
  });
  const shared = (...answers) => ({ 'fees-url': answers });
  /** Each wait, or time-out, that ends. */
  const triesAgain = (count) => Array.from({ length: count }, () => ({ pass: 60 }));
  const locked = (...statuses) => lockedOf(both(), ...statuses);
  return [
    state(
      'loading-slow',
      'Henter, og det tager tid',
      shared({ status: 503, body: {} }, { delay: 'infinite' }),
      {
        steps: [{ says: '[part=loading]', like: 'længere|longer|أطول' }],
      },
    ),
    state('new-one', 'Ét nyt mellemværende', shared({ body: newDebts().slice(0, 1) })),
    state('no-end', 'DIBS har ingen slutdato', shared({ body: both() }), {
      attributes: library({ 'dibs-end-date': '' }),
    }),
    state('empty-oir-no-site', 'Ingen, kun ØiR vises, intet betalingssted', shared({ body: [] }), {
      attributes: library({ systems: 'oir', ...NO_SITE }),
    }),
    state('none-payable', 'Intet gammelt kan betales her', {
      'dibs-fees-url': { body: [fee({ payableByClient: false })] },
      'oir-fees-url': { body: newDebts() },
    }),
    state('locked-all', 'Alt gammelt er ved at blive betalt', shared({ body: locked() })),
    state(
      'locked-registering',
      'Alt gammelt er ved at blive registreret',
      shared({ body: locked('completed', 'pending') }),
    ),
    state('failed-busy', 'Kilden har travlt', shared({ ...broken, status: 429 })),
    state('failed-offline', 'Ingen forbindelse', shared({ hangUp: true }), {
      steps: [...triesAgain(2), { see: '[part=failure]' }],
    }),
    state('failed-timeout', 'Intet svar i tide', shared({ delay: 'infinite' }), {
      steps: [...triesAgain(5), { see: '[part=failure]' }],
    }),
    state('chosen', 'Ét er valgt', shared({ body: both() }), {
      steps: [{ tick: 1 }, { see: '[part~=chosen]:not(:empty)' }],
    }),
    state('chosen-all', 'Alle er valgt', shared({ body: both() }), {
      steps: [{ tick: 0 }, { tick: 1 }, { see: '[part~=chosen]:not(:empty)' }],
    }),
    state('about-open', 'Forklaringen er foldet ud', shared({ body: newDebts() }), {
      steps: [{ press: 'about-toggle' }, { see: '[part=about][open]' }],
    }),
    state('more-open', 'De andre materialer er foldet ud', shared({ body: oldDebts() }), {
      steps: [{ press: 'more-toggle' }, { see: '[part=more][open]' }],
    }),
    state('titles-open', 'De andre titler er foldet ud', shared({ body: oldDebts() }), {
      attributes: library({ 'fbi-url': '/fbi' }),
      steps: [{ see: '[part=title]' }, { press: 'more-toggle' }, { see: '[part=more][open]' }],
    }),
    state('titles-long', 'Lange og ukendte titler', shared({ body: longTitles(fee) }), {
      attributes: library({ 'fbi-url': '/fbi' }),
      steps: [{ see: '[part=title]' }],
    }),
    state('stale', 'Kunne ikke hentes igen', shared({ body: both() }, broken), {
      steps: [{ refresh: true }, { see: '[part=failure]' }],
    }),
    state(
      'stale-half',
      'Den ene halvdel kunne ikke hentes igen',
      { 'dibs-fees-url': [{ body: oldDebts() }, broken], 'oir-fees-url': { body: newDebts() } },
      { steps: [{ refresh: true }, { see: '[part=failure]' }] },
    ),
    state(
      'stale-logged-out',
      'Logget ud siden',
      shared({ body: both() }, { status: 401, body: {} }),
      {
        steps: [{ refresh: true }, { see: '[part=failure]' }],
      },
    ),
    state('long-words', 'Lange ord og store beløb', shared({ body: longWords(fee) }), {
      attributes: library({ 'oir-payment-name': LONG_NAME }),
    }),
    state('summary-loading', 'Én linje, henter', shared({ delay: 'infinite' }), {
      attributes: line(),
      steps: [{ see: '[part=summary]' }],
    }),
    state('summary-none-due', 'Én linje, intet forfaldent', shared({ body: newDebts() }), {
      attributes: line(),
    }),
    state(
      'summary-at-least',
      'Én linje, mindst',
      { 'dibs-fees-url': broken, 'oir-fees-url': { body: newDebts() } },
      { attributes: line() },
    ),
    state('summary-login', 'Én linje, ikke logget ind', shared({ status: 401, body: {} }), {
      attributes: line(),
    }),
  ];
}

const material = (materialItemNumber, recordId) => ({ materialItemNumber, recordId });

/** A title of two lines, a record without a cover, and one that the catalogue does not know. */
const longTitles = (fee) => [
  fee({ amount: 35, materials: [material('5218207791', '45951170')] }),
  fee({ amount: 1249.95, materials: [material('5119302266', '52518017')] }),
  fee({ payableByClient: false, materials: [material('5000000000', '99999999')] }),
];

/** The same debts, the old system's with these statuses. */
export const lockedOf = (debts, ...statuses) =>
  debts.map((debt, index) =>
    debt.payableByClient ? { ...debt, paymentStatus: statuses[index] ?? 'reserved' } : debt,
  );

/** A payment site with a name of 64 letters. */
const LONG_NAME = 'Selvbetjeningsportalen til borgerrettede betalingsforpligtelser';

/** Library systems write what they like. */
const longWords = (fee) => [
  fee({
    amount: 12_345.67,
    reasonMessage: 'Erstatningsopkrævning for fjernlånsmateriale (Speciallæsesalsbenyttelse)',
    type: 'compensation',
  }),
  fee({ amount: 0.3, reasonMessage: 'Gebyr', dueDate: null }),
  fee({
    amount: 123_456.78,
    reasonMessage: 'Erstatning for bortkommet lydbogsafspiller',
    type: 'compensation',
  }),
  fee({ payableByClient: false, reasonMessage: '', type: 'ukendt', dueDate: '2021-11-30' }),
  fee({
    payableByClient: false,
    amount: 1_234_567.89,
    reasonMessage: 'Erstatning for bortkommet lydbogsafspiller',
  }),
  fee({ payableByClient: false, amount: 9, dueDate: null, materials: [] }),
];
