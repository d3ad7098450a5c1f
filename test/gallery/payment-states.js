import { lockedOf } from './extra-states.js';

/** What to press, and then that the page has been left for the gateway and come back to, with that result or none. */
const away = (result = '', attributes = undefined) => [
  { press: 'pay-all' },
  { back: result, ...(attributes && { attributes }) },
];
const told = (kind) => ({ see: `[part~=payment-${kind}]` });

/** So long the widget waits before each look for an accepted payment, in seconds (src/payment/cashier.ts). */
const LOOKS = [2, 3, 5, 8, 13, 21, 34];

/**
 * The states of a payment, each come to as a patron comes to it.
 * @returns {import('./states.js').State[]}
 */
export function paymentStates(library, { both, newDebts, oldDebts }) {
  const owed = both();
  const [first, ...rest] = owed;
  const news = newDebts();
  const state = (name, title, { fees = [owed], ...more }) => ({
    name,
    title,
    attributes: library(),
    starts: ['ok'],
    answers: { 'fees-url': fees.map((body) => ({ body })) },
    ...more,
  });
  const refused = (kind, title, starts, more = {}) =>
    state(`refused-${kind}`, title, {
      starts,
      steps: [{ press: 'pay-all' }, told(kind)],
      ...more,
    });
  const dearer = [{ ...first, amount: 75 }, ...rest];
  const stuck = (name, title, start, steps) =>
    state(name, title, {
      starts: ['ok', start],
      steps: [
        ...away(),
        { see: '[part~=continue-button]' },
        { press: 'continue-button' },
        ...steps,
      ],
    });
  const changed = { see: '[part~=payment-open]', unlike: true };
  return [
    state('starting', 'Betalingen starter', {
      starts: ['never'],
      steps: [{ press: 'pay-all' }, { see: '[part~=pay-all][aria-disabled=true]' }],
    }),
    state('starting-chosen', 'Betalingen af det valgte starter', {
      starts: ['never'],
      steps: [
        { tick: 0 },
        { see: '[part~=pay-selected][aria-disabled=false]' },
        { press: 'pay-selected' },
        { see: '[part~=pay-selected][aria-disabled=true]' },
      ],
    }),
    refused('paying', 'Afvist: er ved at blive betalt', [409]),
    refused('paying-all', 'Afvist: alt er ved at blive betalt', [409], {
      answers: { 'fees-url': [{ body: owed }, { body: lockedOf(owed) }] },
      steps: [{ press: 'pay-all' }, { see: '[part~=no-action]' }],
    }),
    refused('paid', 'Afvist: er betalt', [410]),
    refused('changed', 'Afvist: beløbet har ændret sig', [422], {
      answers: { 'fees-url': [{ body: owed }, { body: dearer }] },
    }),
    refused('lost', 'Afvist: intet svar', [503]),
    refused('invalid', 'Afvist: forkert sat op', [404]),
    refused('login', 'Afvist: logget ud', [401]),
    refused('storage', 'Afvist: browseren husker intet', ['ok'], { forgetful: true }),
    state('elsewhere', 'En anden fane betaler', {
      steps: [{ otherTabPays: true, feeIds: [`${first.feeId}`] }, told('elsewhere')],
    }),
    state('open', 'Tilbage uden svar', { steps: [...away(), told('open')] }),
    stuck('open-stuck', 'Kunne ikke fortsættes', 503, [changed]),
    stuck('open-login', 'Kunne ikke fortsættes: logget ud', 401, [changed]),
    stuck('open-paid', 'Kunne ikke fortsættes: er betalt', 410, [changed]),
    stuck('open-continuing', 'Fortsætter', 'never', [
      { see: '[part~=continue-button][aria-disabled=true]' },
    ]),
    state('open-ended', 'Tilbage uden svar, og DIBS er slut', {
      steps: [...away('', { 'dibs-end-date': '2022-01-10' }), told('open')],
    }),
    state('registering', 'Betalt, registreres', {
      steps: [...away('accepted'), told('registering')],
    }),
    state('registering-part', 'Noget er betalt, registreres', {
      steps: [
        { tick: 0 },
        { see: '[part~=pay-selected][aria-disabled=false]' },
        { press: 'pay-selected' },
        { back: 'accepted' },
        told('registering'),
      ],
    }),
    state('received', 'Betalt, ikke registreret endnu', {
      steps: [
        ...away('accepted'),
        told('registering'),
        ...LOOKS.map((pass) => ({ pass })),
        told('received'),
      ],
    }),
    state('receipt', 'Kvittering', {
      fees: [owed, news],
      steps: [...away('accepted'), { see: '[part=receipt]' }],
    }),
    state('receipt-alone', 'Kvittering, og intet tilbage', {
      fees: [oldDebts(), []],
      orderId: '4d5a6f'.repeat(12),
      steps: [...away('accepted'), { see: '[part=receipt]' }],
    }),
    state('partly', 'Kun noget er betalt', {
      fees: [owed, [{ ...first, paymentStatus: 'failed' }, ...rest.slice(1)]],
      steps: [...away('accepted'), told('partly')],
    }),
    state('cancelled', 'Annulleret', { steps: [...away('cancelled'), told('cancelled')] }),
    state('failed-payment', 'Mislykket', { steps: [...away('failed'), told('failed')] }),
    state('gone', 'Står her ikke længere', {
      fees: [owed, news],
      steps: [...away(), told('gone')],
    }),
    state('app-starting', 'App, betalingen starter', {
      attributes: library({ channel: 'app', mobilepay: '' }),
      starts: ['never'],
      steps: [{ press: 'pay-button' }, { see: '[part~=pay-button][aria-disabled=true]' }],
    }),
    state('app-open', 'App, tilbage uden svar', {
      attributes: library({ channel: 'app', mobilepay: '' }),
      steps: [{ press: 'pay-button' }, { back: '' }, told('open')],
    }),
  ];
}
