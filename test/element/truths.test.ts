import { expect } from '@open-wc/testing';
import { fee, newDebts, oldDebts } from '../../demo/fixtures.js';
import { library } from '../../demo/states.js';
import type { DebtPayEvent } from '../../src/index.js';
import {
  BROKEN,
  resetFixture,
  countParts,
  hasPart,
  recordEvents,
  linkTo,
  part,
  parts,
  mount,
  viewText,
  partTexts,
  mountWithFees,
  mountSettled,
  textOf,
} from './fixture.js';
import type { FixtureOptions } from './fixture.js';

/** The text for all debts; a single system has other texts. */
const NO_DEBT = /ingen mellemværender\.|no debts\./i;
const nothing = { body: [] };

describe('CONTRACT 4: never "no debt" unless it is known', () => {
  afterEach(resetFixture);

  it('is shown when both systems have answered, each from its own endpoint, and have none', async () => {
    const element = await mountSettled({
      answers: { 'dibs-fees-url': nothing, 'oir-fees-url': nothing },
    });
    expect(textOf(part(element, 'empty'))).to.equal('Du har ingen mellemværender.');
    expect(element.overview.empty).to.be.true;
  });

  it('is shown when the one endpoint has answered and has none', async () => {
    expect(viewText(await mountWithFees([]))).to.match(NO_DEBT);
  });

  it('is shown when all debts in the answer are paid or zero', async () => {
    const settledUp = [fee({ paidDate: '2022-05-01' }), fee({ amount: 0 })];
    expect(viewText(await mountWithFees(settledUp))).to.match(NO_DEBT);
  });

  const unknown: Record<string, FixtureOptions> = {
    'one failed, the other has none': {
      answers: { 'dibs-fees-url': nothing, 'oir-fees-url': BROKEN },
    },
    'the other failed': { answers: { 'dibs-fees-url': BROKEN, 'oir-fees-url': nothing } },
    'both failed': { answers: { 'dibs-fees-url': BROKEN, 'oir-fees-url': { status: 404 } } },
    'the one endpoint failed': { answers: { 'fees-url': BROKEN } },
    'the patron is not logged in': { answers: { 'fees-url': { status: 401, body: [] } } },
    'the answer is forbidden': { answers: { 'fees-url': { status: 403, body: [] } } },
    'an empty list has an error status': { answers: { 'fees-url': { status: 404, body: [] } } },
    'nothing in the answer can be read': { answers: { 'fees-url': { body: [{}] } } },
    'one endpoint is not configured': { answers: { 'dibs-fees-url': nothing } },
    'no endpoint is configured': { attributes: { lang: 'da' } },
    'only one system is shown, and failed': {
      attributes: { systems: 'oir' },
      answers: { 'fees-url': BROKEN },
    },
  };
  for (const [when, options] of Object.entries(unknown)) {
    it(`is never shown while ${when}`, async () => {
      const element = await mountSettled(options);
      expect(viewText(element)).not.to.match(NO_DEBT);
      expect(element.overview.empty).to.be.false;
      expect(hasPart(element, 'failure', 'login', 'unreadable')).to.be.true;
    });
  }

  it('is shown only when every system shown has answered and has none', async () => {
    for (const half of ['dibs', 'oir']) {
      const other = half === 'dibs' ? 'oir' : 'dibs';
      const element = await mountSettled({
        answers: { [`${half}-fees-url`]: nothing, [`${other}-fees-url`]: BROKEN },
      });
      expect(partTexts(element, 'empty')).to.deep.equal([]);
    }
  });

  it('is never shown while debts are read', async () => {
    const element = mount({ answers: { 'fees-url': { delay: 'infinite' } } });
    await element.updateComplete;
    expect(viewText(element)).not.to.match(NO_DEBT);
    expect(hasPart(element, 'loading')).to.be.true;
  });

  it('is never shown while one of two is being read', async () => {
    const element = mount({
      answers: { 'dibs-fees-url': nothing, 'oir-fees-url': { delay: 'infinite' } },
    });
    await new Promise((resolve) => element.addEventListener('ddb-debt-load', resolve));
    expect(viewText(element)).not.to.match(NO_DEBT);
  });

  it('is removed when a later read has failed', async () => {
    let answer: object = nothing;
    const element = await mountSettled({ answers: { 'fees-url': () => answer } });
    expect(viewText(element)).to.match(NO_DEBT);
    answer = BROKEN;
    await element.refresh();
    expect(viewText(element)).not.to.match(NO_DEBT);
  });
});

describe('CONTRACT 4: one system failed', () => {
  afterEach(resetFixture);

  const halves = [
    { failed: 'dibs', other: 'oir', debts: newDebts },
    { failed: 'oir', other: 'dibs', debts: oldDebts },
  ] as const;
  for (const { failed, other, debts } of halves) {
    it(`${failed} has a failure message, ${other} is shown, and there is no overall total`, async () => {
      const element = await mountSettled({
        attributes: library(),
        answers: { [`${failed}-fees-url`]: BROKEN, [`${other}-fees-url`]: { body: debts() } },
      });
      expect(countParts(element, 'debt')).to.equal(2);
      expect(hasPart(element, `section-${other}`)).to.be.true;
      expect(hasPart(element, `section-${failed}`)).to.be.false;
      expect(textOf(part(element, 'failure-heading'))).to.match(/kunne ikke hentes$/);
      expect(textOf(part(element, 'failure'))).to.include('Du kan skylde mere');
      expect(textOf(part(element, 'total'))).not.to.include('kr.');
      expect(element.overview.total).to.equal(undefined);
    });
  }

  it('each message has the name of its system', async () => {
    const element = await mountSettled({
      answers: { 'dibs-fees-url': BROKEN, 'oir-fees-url': { status: 404 } },
    });
    const headings = partTexts(element, 'failure-heading');
    expect(headings).to.have.length(2);
    expect(headings[0]).not.to.equal(headings[1]);
  });
});

describe('CONTRACT 4: texts of one system', () => {
  afterEach(resetFixture);

  const scopes = [
    ['dibs', newDebts, library(), 'der betales her'],
    ['oir', oldDebts, library(), 'der betales på Mit Betalingsoverblik'],
    ['oir', oldDebts, {}, 'der opkræves af kommunen'],
  ] as const;
  for (const [systems, others, attributes, scope] of scopes) {
    it(`systems="${systems}": none, "${scope}"`, async () => {
      for (const answer of [[], others()]) {
        const element = await mountWithFees(answer, { ...attributes, systems });
        expect(textOf(part(element, 'empty'))).to.equal(`Du har ingen mellemværender, ${scope}.`);
        expect(countParts(element, 'debt')).to.equal(0);
        resetFixture();
      }
    });
  }
});

describe('CONTRACT 4: exactly the debts shown are paid', () => {
  afterEach(resetFixture);

  const kroner = (row: string): number =>
    Math.round(
      +row
        .replace(/^.*?([\d.]+),(\d\d).*$/, '$1#$2')
        .replace('.', '')
        .replace('#', '.') * 100,
    );

  const lists = {
    'one debt': [fee({ amount: 19.99 })],
    'several, with øre': [0.1, 0.2, 19.99, 12.05, 1234.56].map((amount) => fee({ amount })),
    'some that cannot be paid here': [fee(), fee({ payableByClient: false, amount: 500 }), fee()],
    'some that are paid, twice there or unreadable': [
      fee({ feeId: 5 }),
      fee({ feeId: 5 }),
      fee({ paidDate: '2022-01-01' }),
      { ...fee(), amount: '9' },
    ],
  };
  for (const [what, fees] of Object.entries(lists)) {
    it(`the amount on the button is the sum of exactly what is sent: ${what}`, async () => {
      const element = await mountSettled({
        attributes: library(),
        answers: { 'dibs-fees-url': { body: fees }, 'oir-fees-url': nothing },
      });
      const events = recordEvents<DebtPayEvent>(element, 'ddb-debt-pay');
      element.addEventListener('ddb-debt-pay', (event) => event.preventDefault());
      const button = part(element, 'pay-all') ?? part(element, 'pay-button');
      button?.click();
      const [event] = events;
      const sent = element.overview.systems[0]?.debts.filter(({ feeId }) =>
        event?.feeIds.includes(feeId),
      );
      const payable = parts(element, 'debt').filter(
        (row) => !row.querySelector('[part=not-payable]'),
      );
      expect(event?.feeIds).to.have.length(payable.length);
      expect(event?.amount).to.equal(sent?.reduce((sum, { amount }) => sum + amount, 0));
      expect(kroner(textOf(button))).to.equal(event?.amount);
      const rows = payable.map((row) => kroner(textOf(row.querySelector('[part=amount]'))));
      expect(rows.reduce((sum, ore) => sum + ore, 0)).to.equal(event?.amount);
    });
  }
});

describe('CONTRACT 4: every state says what to do', () => {
  afterEach(resetFixture);

  const { 'dibs-payment-url': _pay, 'oir-payment-url': _go, ...bare } = library();
  const ends: Record<string, [object[], Record<string, string>]> = {
    'no payment here': [oldDebts(), bare],
    'the old payment has ended': [oldDebts(), { ...library(), 'dibs-end-date': '2022-07-01' }],
    'the app without MobilePay': [oldDebts(), library({ channel: 'app' })],
    'no payment site': [newDebts(), bare],
    'nothing that may be paid here': [
      [fee({ payableByClient: false })],
      library({ systems: 'dibs', 'switch-date': '2999-01-01' }),
    ],
  };
  for (const [what, [fees, attributes]] of Object.entries(ends)) {
    it(`${what}: a text says what to do, and has a help link when there is a help URL`, async () => {
      const element = await mountWithFees(fees, attributes);
      expect(hasPart(element, 'pay-button', 'go-link')).to.be.false;
      expect(textOf(part(element, 'no-action'))).to.match(/[Kk]ontakt biblioteket|[Ll]og ind/);
      expect(linkTo(element, 'Kontakt biblioteket')).to.equal('#kontakt');
      element.removeAttribute('help-url');
      await element.updateComplete;
      expect(linkTo(element, 'Kontakt biblioteket')).to.equal(undefined);
      expect(hasPart(element, 'no-action')).to.be.true;
    });
  }

  it('a debt that cannot be paid says so in its row', async () => {
    const element = await mountSettled({
      attributes: library(),
      answers: {
        'dibs-fees-url': { body: [fee({ payableByClient: false }), fee()] },
        'oir-fees-url': nothing,
      },
    });
    const texts = parts(element, 'debt').map((row) =>
      textOf(row.querySelector('[part=not-payable]')),
    );
    expect(texts.filter(Boolean)).to.deep.equal(['Kan ikke betales her. Kontakt biblioteket.']);
  });

  it('a failure has a retry button, and help', async () => {
    const element = await mountSettled({ attributes: library(), answers: { 'fees-url': BROKEN } });
    expect(textOf(part(element, 'retry-button'))).to.equal('Prøv igen');
    expect(linkTo(element, 'Kontakt biblioteket')).to.equal('#kontakt');
  });
});
