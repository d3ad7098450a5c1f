import { MINUTE, SECOND } from './fixture.js';

/** Pays all debts. The browser has no app for the link, so the page stays open. */
async function pay({ tab, controls, press }) {
  const { '/pay': starts } = await controls('requests');
  await press('pay-all');
  // The request waits for a lock, which the browser grants asynchronously.
  await tab.waitForFunction((before) => window.controls.requests['/pay'] > before, starts);
  await controls('settle');
}

const returnFromGateway = ({ controls, site }, result) =>
  controls('restoreFromCache', `ddb-order=order-${site.orders}&ddb-result=${result}`);

/** The paid debts disappear from the list, the receipt is shown, and the debts return for the next activity. */
async function register({ site, part, element }, refreshDebts) {
  site.paid = [1, 2];
  await refreshDebts();
  await part('receipt').waitFor();
  site.paid = [];
  await element((overview) => overview.refresh());
}

/**
 * Payments that start and end within an hour.
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
    what: 'a payment is left open, and continued',
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
      await register(fixture, () => fixture.controls('advance', MINUTE));
    },
  },
  {
    what: 'a payment is accepted, and registered after all polls',
    expectedRequests: 1 + 7 + 1 + 1,
    async run(fixture) {
      await pay(fixture);
      await returnFromGateway(fixture, 'accepted');
      await fixture.controls('advance', 5 * MINUTE);
      await fixture.part('payment-received').waitFor();
      await register(fixture, () => fixture.element((overview) => overview.refresh()));
    },
  },
];
