/**
 * States that the demo's page of all states lacks: they need steps or a wait, or differ only in their texts.
 * @returns {import('./states.js').State[]}
 */
export function extraStates(library, { both, fee, newDebts, oldDebts }) {
  const broken = { status: 503, headers: { 'Retry-After': '120' }, body: {} };
  const NO_SITE = { 'oir-payment-url': '', 'oir-payment-name': '' };
  const summary = () => library({ view: 'summary', 'overview-url': '#oversigt' });
  const state = (name, title, answers, rest = {}) => ({
    name,
    title,
    attributes: library(),
    answers,
    ...rest,
  });
  const oneEndpoint = (...answers) => ({ 'fees-url': answers });
  /** Advances the clock past a retry delay or a timeout. */
  const retries = (count) => Array.from({ length: count }, () => ({ advance: 60 }));
  const locked = (...statuses) => lockedOf(both(), ...statuses);
  return [
    state(
      'loading-slow',
      'Henter, og det tager tid',
      oneEndpoint({ status: 503, body: {} }, { delay: 'infinite' }),
      {
        steps: [{ match: '[part=loading]', like: 'længere|longer|أطول' }],
      },
    ),
    state('new-one', 'Ét nyt mellemværende', oneEndpoint({ body: newDebts().slice(0, 1) })),
    state('no-end', 'DIBS har ingen slutdato', oneEndpoint({ body: both() }), {
      attributes: library({ 'dibs-end-date': '' }),
    }),
    state(
      'empty-oir-no-site',
      'Ingen, kun ØiR vises, intet betalingssted',
      oneEndpoint({ body: [] }),
      {
        attributes: library({ systems: 'oir', ...NO_SITE }),
      },
    ),
    state('none-payable', 'Intet gammelt kan betales her', {
      'dibs-fees-url': { body: [fee({ payableByClient: false })] },
      'oir-fees-url': { body: newDebts() },
    }),
    state('locked-all', 'Alt gammelt er ved at blive betalt', oneEndpoint({ body: locked() })),
    state(
      'locked-registering',
      'Alt gammelt er ved at blive registreret',
      oneEndpoint({ body: locked('completed', 'pending') }),
    ),
    state('failed-busy', 'Kilden har travlt', oneEndpoint({ ...broken, status: 429 })),
    state('failed-offline', 'Ingen forbindelse', oneEndpoint({ hangUp: true }), {
      steps: [...retries(2), { see: '[part=failure]' }],
    }),
    state('failed-timeout', 'Intet svar i tide', oneEndpoint({ delay: 'infinite' }), {
      steps: [...retries(5), { see: '[part=failure]' }],
    }),
    state('chosen', 'Ét er valgt', oneEndpoint({ body: both() }), {
      steps: [{ tick: 1 }, { see: '[part~=chosen]:not(:empty)' }],
    }),
    state('chosen-all', 'Alle er valgt', oneEndpoint({ body: both() }), {
      steps: [{ tick: 0 }, { tick: 1 }, { see: '[part~=chosen]:not(:empty)' }],
    }),
    state('about-open', 'Forklaringen er foldet ud', oneEndpoint({ body: newDebts() }), {
      steps: [{ press: 'about-toggle' }, { see: '[part=about][open]' }],
    }),
    state('more-open', 'De andre materialer er foldet ud', oneEndpoint({ body: oldDebts() }), {
      steps: [{ press: 'more-toggle' }, { see: '[part=more][open]' }],
    }),
    state('titles-open', 'De andre titler er foldet ud', oneEndpoint({ body: oldDebts() }), {
      attributes: library({ 'fbi-url': '/fbi' }),
      steps: [{ see: '[part=title]' }, { press: 'more-toggle' }, { see: '[part=more][open]' }],
    }),
    state('titles-long', 'Lange og ukendte titler', oneEndpoint({ body: longTitles(fee) }), {
      attributes: library({ 'fbi-url': '/fbi' }),
      steps: [{ see: '[part=title]' }],
    }),
    state('stale', 'Kunne ikke hentes igen', oneEndpoint({ body: both() }, broken), {
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
      oneEndpoint({ body: both() }, { status: 401, body: {} }),
      {
        steps: [{ refresh: true }, { see: '[part=login]' }],
      },
    ),
    state('long-words', 'Lange ord og store beløb', oneEndpoint({ body: longWords(fee) }), {
      attributes: library({ 'oir-payment-name': LONG_NAME }),
    }),
    state('summary-loading', 'Én linje, henter', oneEndpoint({ delay: 'infinite' }), {
      attributes: summary(),
      steps: [{ see: '[part=summary]' }],
    }),
    state('summary-none-due', 'Én linje, intet forfaldent', oneEndpoint({ body: newDebts() }), {
      attributes: summary(),
    }),
    state(
      'summary-at-least',
      'Én linje, mindst',
      { 'dibs-fees-url': broken, 'oir-fees-url': { body: newDebts() } },
      { attributes: summary() },
    ),
    state('summary-login', 'Én linje, ikke logget ind', oneEndpoint({ status: 401, body: {} }), {
      attributes: summary(),
    }),
  ];
}

const material = (materialItemNumber, recordId) => ({ materialItemNumber, recordId });

/** A title of two lines, a record without a cover, and an unknown record. */
const longTitles = (fee) => [
  fee({ amount: 35, materials: [material('5218207791', '45951170')] }),
  fee({ amount: 1249.95, materials: [material('5119302266', '52518017')] }),
  fee({ payableByClient: false, materials: [material('5000000000', '99999999')] }),
];

/** The debts with these payment statuses in the old system. */
export const lockedOf = (debts, ...statuses) =>
  debts.map((debt, index) =>
    debt.payableByClient ? { ...debt, paymentStatus: statuses[index] ?? 'reserved' } : debt,
  );

/** A payment site with a name of 64 letters. */
const LONG_NAME = 'Selvbetjeningsportalen til borgerrettede betalingsforpligtelser';

/** Debts with long words and large amounts. */
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
