import { MINUTE, SECOND } from './fixture.js';

/** All that can be paid here is; the app that the browser is asked to open is not there, so the page stays. */
async function pay({ tab, controls, press }) {
  const { '/pay': starts } = await controls('requests');
  await press('pay-all');
  // The lock is given from outside the page.
  await tab.waitForFunction((before) => window.controls.requests['/pay'] > before, starts);
  await controls('settle');
}

const returnFromGateway = ({ controls, site }, result) =>
  controls('restoreFromCache', `ddb-order=order-${site.orders}&ddb-result=${result}`);

/** What was paid is listed no more, and `seen`; then the same is owed anew. */
async function registered({ site, part, element }, seen) {
  site.paid = [1, 2];
  await seen();
  await part('receipt').waitFor();
  site.paid = [];
  await element((overview) => overview.refresh());
}

/**
 * Payments, each begun and ended within the hour. `asks`: so many requests for debts track from it, no more and no fewer.
 * @type {import('./fixture.js').Activity[]}
 */
export const PAYMENT_ACTIVITIES = [
  {
    what: 'a payment is cancelled',
    expectedRequests: 1,
    async run(fixture) {
      await pay(fixture);
      await returnFromGateway(fixture, 'cancelled');
      await fixture.part('payment-cancelled').waitFor();
    },
  },
  {
    what: 'a payment is refused',
    expectedRequests: 1,
    async run(fixture) {
      fixture.site.mode = 'refusing';
      await pay(fixture);
      await fixture.part('payment-paying').waitFor();
      fixture.site.mode = 'well';
    },
  },
  {
    what: 'a payment is left without an end, and gone on with',
    expectedRequests: 2,
    async run(fixture) {
      const { controls, part, press } = fixture;
      await pay(fixture);
      await controls('advance', 21 * SECOND);
      await press('continue-button');
      await controls('advance', 21 * SECOND);
      await part('payment-open').waitFor();
      await controls('advance', 36 * MINUTE);
      await part('payment-open').waitFor({ state: 'detached' });
    },
  },
  {
    what: 'a payment is accepted and registered',
    expectedRequests: 3 + 1,
    async run(fixture) {
      await pay(fixture);
      await returnFromGateway(fixture, 'accepted');
      await fixture.controls('advance', 3 * SECOND);
      await registered(fixture, () => fixture.controls('advance', MINUTE));
    },
  },
  {
    what: 'a payment is accepted, looked for in vain, and registered late',
    expectedRequests: 1 + 7 + 1 + 1,
    async run(fixture) {
      await pay(fixture);
      await returnFromGateway(fixture, 'accepted');
      await fixture.controls('advance', 5 * MINUTE);
      await fixture.part('payment-received').waitFor();
      await registered(fixture, () => fixture.element((overview) => overview.refresh()));
    },
  },
];
