import { MINUTE, SECOND } from './stage.js';

/** All that can be paid here is; the app that the browser is asked to open is not there, so the page stays. */
async function pay({ tab, fast, press }) {
  const { '/pay': starts } = await fast('asked');
  await press('pay-all');
  // The lock is given from outside the page.
  await tab.waitForFunction((before) => window.fast.asked['/pay'] > before, starts);
  await fast('settle');
}

const comeBack = ({ fast, site }, result) =>
  fast('comeBack', `ddb-order=order-${site.orders}&ddb-result=${result}`);

/** What was paid is listed no more, and `seen`; then the same is owed anew. */
async function registered({ site, part, element }, seen) {
  site.paid = [1, 2];
  await seen();
  await part('receipt').waitFor();
  site.paid = [];
  await element((overview) => overview.refresh());
}

/**
 * Payments, each begun and ended within the hour. `asks`: so many requests for debts follow from it, no more and no fewer.
 * @type {import('./stage.js').Happening[]}
 */
export const PAYMENT_HAPPENINGS = [
  {
    what: 'a payment is cancelled',
    asks: 1,
    async does(stage) {
      await pay(stage);
      await comeBack(stage, 'cancelled');
      await stage.part('payment-cancelled').waitFor();
    },
  },
  {
    what: 'a payment is refused',
    asks: 1,
    async does(stage) {
      stage.site.mood = 'refusing';
      await pay(stage);
      await stage.part('payment-paying').waitFor();
      stage.site.mood = 'well';
    },
  },
  {
    what: 'a payment is left without an end, and gone on with',
    asks: 2,
    async does(stage) {
      const { fast, part, press } = stage;
      await pay(stage);
      await fast('pass', 21 * SECOND);
      await press('continue-button');
      await fast('pass', 21 * SECOND);
      await part('payment-open').waitFor();
      await fast('pass', 36 * MINUTE);
      await part('payment-open').waitFor({ state: 'detached' });
    },
  },
  {
    what: 'a payment is accepted and registered',
    asks: 3 + 1,
    async does(stage) {
      await pay(stage);
      await comeBack(stage, 'accepted');
      await stage.fast('pass', 3 * SECOND);
      await registered(stage, () => stage.fast('pass', MINUTE));
    },
  },
  {
    what: 'a payment is accepted, looked for in vain, and registered late',
    asks: 1 + 7 + 1 + 1,
    async does(stage) {
      await pay(stage);
      await comeBack(stage, 'accepted');
      await stage.fast('pass', 5 * MINUTE);
      await stage.part('payment-received').waitFor();
      await registered(stage, () => stage.element((overview) => overview.refresh()));
    },
  },
];
