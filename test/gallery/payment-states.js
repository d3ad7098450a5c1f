import { lockedOf } from './extra-states.js';

/** Steps that start a payment, go to the gateway and return, with a result or without. */
const leaveForGateway = (result = '', attributes = undefined) => [
  { press: 'pay-all' },
  { back: result, ...(attributes && { attributes }) },
];
const showsPayment = (kind) => ({ see: `[part~=payment-${kind}]` });

/** The delays, in seconds, between the widget's requests after an accepted payment (src/payment/payment-coordinator.ts). */
const POLL_DELAYS = [2, 3, 5, 8, 13, 21, 34];

/**
 * The states of a payment, with the steps of a patron that lead to them.
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
      steps: [{ press: 'pay-all' }, showsPayment(kind)],
      ...more,
    });
  const withHigherAmount = [{ ...first, amount: 75 }, ...rest];
  const continueFails = (name, title, start, steps) =>
    state(name, title, {
      starts: ['ok', start],
      steps: [
        ...leaveForGateway(),
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
      answers: { 'fees-url': [{ body: owed }, { body: withHigherAmount }] },
    }),
    refused('lost', 'Afvist: intet svar', [503]),
    refused('invalid', 'Afvist: forkert sat op', [404]),
    refused('login', 'Afvist: logget ud', [401]),
    refused('storage', 'Afvist: browseren husker intet', ['ok'], { storageFails: true }),
    state('elsewhere', 'En anden fane betaler', {
      steps: [{ otherTabPays: true, feeIds: [`${first.feeId}`] }, showsPayment('elsewhere')],
    }),
    state('open', 'Tilbage uden svar', { steps: [...leaveForGateway(), showsPayment('open')] }),
    continueFails('open-stuck', 'Kunne ikke fortsættes', 503, [changed]),
    continueFails('open-login', 'Kunne ikke fortsættes: logget ud', 401, [changed]),
    continueFails('open-paid', 'Kunne ikke fortsættes: er betalt', 410, [changed]),
    continueFails('open-continuing', 'Fortsætter', 'never', [
      { see: '[part~=continue-button][aria-disabled=true]' },
    ]),
    state('open-ended', 'Tilbage uden svar, og DIBS er slut', {
      steps: [...leaveForGateway('', { 'dibs-end-date': '2022-01-10' }), showsPayment('open')],
    }),
    state('registering', 'Betalt, registreres', {
      steps: [...leaveForGateway('accepted'), showsPayment('registering')],
    }),
    state('registering-part', 'Noget er betalt, registreres', {
      steps: [
        { tick: 0 },
        { see: '[part~=pay-selected][aria-disabled=false]' },
        { press: 'pay-selected' },
        { back: 'accepted' },
        showsPayment('registering'),
      ],
    }),
    state('received', 'Betalt, ikke registreret endnu', {
      steps: [
        ...leaveForGateway('accepted'),
        showsPayment('registering'),
        ...POLL_DELAYS.map((advance) => ({ advance })),
        showsPayment('received'),
      ],
    }),
    state('receipt', 'Kvittering', {
      fees: [owed, news],
      steps: [...leaveForGateway('accepted'), { see: '[part=receipt]' }],
    }),
    state('receipt-alone', 'Kvittering, og intet tilbage', {
      fees: [oldDebts(), []],
      orderId: '4d5a6f'.repeat(12),
      steps: [...leaveForGateway('accepted'), { see: '[part=receipt]' }],
    }),
    state('partly', 'Kun noget er betalt', {
      fees: [owed, [{ ...first, paymentStatus: 'failed' }, ...rest.slice(1)]],
      steps: [...leaveForGateway('accepted'), showsPayment('partly')],
    }),
    state('cancelled', 'Annulleret', {
      steps: [...leaveForGateway('cancelled'), showsPayment('cancelled')],
    }),
    state('failed-payment', 'Mislykket', {
      steps: [...leaveForGateway('failed'), showsPayment('failed')],
    }),
    state('gone', 'Står her ikke længere', {
      fees: [owed, news],
      steps: [...leaveForGateway(), showsPayment('gone')],
    }),
    state('app-starting', 'App, betalingen starter', {
      attributes: library({ channel: 'app', mobilepay: '' }),
      starts: ['never'],
      steps: [{ press: 'pay-button' }, { see: '[part~=pay-button][aria-disabled=true]' }],
    }),
    state('app-open', 'App, tilbage uden svar', {
      attributes: library({ channel: 'app', mobilepay: '' }),
      steps: [{ press: 'pay-button' }, { back: '' }, showsPayment('open')],
    }),
  ];
}
