import { expect } from '@open-wc/testing';
import sinon from 'sinon';
import { both, fee, newDebts, oldDebts } from '../../demo/fixtures.js';
import type { Answer } from '../../demo/network/network.js';
import { library } from '../../demo/states.js';
import {
  BROKEN,
  clockAt,
  deferred,
  delay,
  json,
  fetcherOf,
  resetFixture,
  countParts,
  hasPart,
  part,
  parts,
  setHidden,
  settled,
  viewText,
  waitUntil,
  mount,
  mountSettled,
  mountWithFees,
  setOnLine,
  textOf,
} from './fixture.js';

const total = (element: Element): string => textOf(part(element, 'total'));

describe('CONTRACT 4: a partial failure names the system that failed', () => {
  afterEach(resetFixture);

  it('two endpoints with the same failure give one message and one button', async () => {
    const element = await mountSettled({
      attributes: library(),
      answers: { 'dibs-fees-url': BROKEN, 'oir-fees-url': BROKEN },
    });
    expect(countParts(element, 'failure')).to.equal(1);
    expect(textOf(part(element, 'failure-heading'))).to.equal(
      'Dine mellemværender kunne ikke hentes',
    );
  });

  it('one message for two endpoints is about the older debts, and says that it reads while one does', async () => {
    const clock = clockAt('2022-05-01T07:00:00Z');
    const pending = deferred<Response>();
    const answers: Record<string, () => Response | Promise<Response>> = {
      '/dibs': () => json(oldDebts()),
      '/oir': () => json(newDebts()),
    };
    const fetcher = fetcherOf((url) => (answers[url] as () => Response)());
    const attributes = library({ 'dibs-fees-url': '/dibs', 'oir-fees-url': '/oir' });
    const element = await mountSettled({ attributes, properties: { fetcher } });
    const broken = () => json({}, { status: 404 });
    answers['/oir'] = broken;
    clock.tick(3_600_000);
    await element.refresh();
    answers['/dibs'] = broken;
    await element.refresh();
    expect(textOf(part(element, 'failure-text'))).to.include('kl. 09.00');
    answers['/oir'] = () => pending.promise;
    part(element, 'retry-button')?.click();
    await waitUntil(() => fetcher.callCount === 8);
    await delay();
    expect(textOf(part(element, 'failure-text'))).to.include('Henter');
    pending.resolve(broken());
    await waitUntil(() => !textOf(part(element, 'failure-text')).includes('Henter'));
  });

  it('two different failures give two messages', async () => {
    const element = await mountSettled({
      attributes: library(),
      answers: { 'dibs-fees-url': BROKEN, 'oir-fees-url': { status: 404 } },
    });
    expect(countParts(element, 'failure')).to.equal(2);
    expect(viewText(element)).not.to.include('Du kan skylde mere');
  });

  it('with one system shown, the texts are about that system', async () => {
    for (const [systems, whose] of Object.entries({ dibs: 'biblioteket', oir: 'kommunen' })) {
      const element = await mountSettled({
        attributes: library({ systems }),
        answers: { 'fees-url': BROKEN },
      });
      expect(textOf(part(element, 'failure-heading'))).to.include(whose);
    }
  });

  it('beside shown debts it says that there may be more, without a count or a sum', async () => {
    const element = await mountSettled({
      attributes: library(),
      answers: { 'dibs-fees-url': { body: oldDebts() }, 'oir-fees-url': BROKEN },
    });
    expect(textOf(part(element, 'failure-text'))).to.include('Du kan skylde mere');
    expect(total(element)).to.equal('');
  });

  it('a later failure names the system, and how old the shown debts are', async () => {
    let answer: object = { body: newDebts() };
    const element = await mountSettled({
      attributes: library(),
      answers: { 'dibs-fees-url': { body: oldDebts() }, 'oir-fees-url': () => answer },
    });
    answer = BROKEN;
    await element.refresh();
    expect(textOf(part(element, 'failure-heading'))).to.include('kommunen');
    expect(textOf(part(element, 'failure-text'))).to.include('Du ser det, der blev hentet');
    expect(textOf(part(element, 'failure-text'))).not.to.include('Du kan skylde mere');
    expect(countParts(element, 'debt')).to.equal(4);
  });
});

describe('CONTRACT 4: the texts claim no more than is known', () => {
  afterEach(resetFixture);

  it('a system that no endpoint is set for was not asked: the library knows what the patron owes', async () => {
    for (const [answer, words] of [
      [
        oldDebts(),
        'Kontakt biblioteket for at høre, hvad du skylder. Du kan skylde mere, end der står her.',
      ],
      [{}, 'Kontakt biblioteket for at høre, hvad du skylder.'],
    ] as const) {
      const clock = clockAt('2022-05-01T07:00:00Z');
      const fetcher = fetcherOf(() => json(answer));
      const attributes = library({ 'dibs-fees-url': '/dibs' });
      const element = mount({ attributes, properties: { fetcher } });
      await element.updateComplete;
      await clock.tickAsync(1000);
      await settled(element);
      const heading = parts(element, 'failure-heading').at(-1);
      expect(textOf(heading)).to.match(/kunne ikke hentes$/);
      expect(textOf(heading?.nextElementSibling)).to.equal(words);
      resetFixture();
    }
  });

  it('nothing that could be read has no "at least 0,00 kr."', async () => {
    const element = await mountWithFees([null], library());
    expect(viewText(element)).not.to.include('0,00');
    expect(hasPart(element, 'unreadable')).to.be.true;
    // No place to pay is named, either.
    expect(textOf(part(element, 'section-heading'))).to.equal('Mellemværender');
  });

  it('"all" is not used when something could not be read', async () => {
    const element = await mountWithFees([...both(), { ...fee(), amount: 'x' }], library());
    expect(textOf(part(element, 'pay-all'))).to.equal(
      'Betal alle, der kan betales her · 262,56 kr.',
    );
  });

  it('a material without a number or a name is not shown', async () => {
    const materials = [{ recordId: '48724101' }, { recordId: '52518017' }];
    const element = await mountWithFees([fee({ materials })], library());
    expect(textOf(part(element, 'materials'))).to.match(/^Oprettet [^·]*$/);
  });

  it('an invalid date does not make a debt paid', async () => {
    for (const paidDate of ['0001-01-01', '1899-12-30T00:00:00', 'ikke betalt', '9999-12-31']) {
      const element = await mountWithFees([fee({ paidDate })], library());
      expect(hasPart(element, 'unreadable')).to.be.true;
      expect(hasPart(element, 'empty')).to.be.false;
    }
  });

  it('with a credit there is neither a sum nor "at least", in the overview and the summary', async () => {
    const entries = [...both(), fee({ amount: -20, payableByClient: true })];
    const element = await mountWithFees(entries, library());
    expect(total(element)).to.equal('4 mellemværender');
    expect(countParts(element, 'subtotal')).to.equal(1);
    expect(viewText(element)).not.to.match(/[Mm]indst|512,56/);
    expect(textOf(part(element, 'unreadable'))).to.include('1 mellemværende kunne ikke vises');
    expect(countParts(element, 'debt')).to.equal(4);
    element.view = 'summary';
    await element.updateComplete;
    expect(textOf(part(element, 'summary'))).to.equal('4 mellemværender');
  });

  it('a failure that is not the patron’s connection does not say that it is', async () => {
    for (const [onLine, words] of [
      [false, /Tjek din internetforbindelse/],
      [true, /^Der er ikke kontakt til systemet\. Prøv igen om lidt\.$/],
    ] as const) {
      setOnLine(onLine);
      sinon.stub(Math, 'random').returns(0);
      const fetcher = fetcherOf(() => Promise.reject(new TypeError('Failed to fetch')));
      const attributes = { 'fees-url': '/none' };
      const element = await mountSettled({ attributes, properties: { fetcher } });
      expect(textOf(part(element, 'failure-text'))).to.match(words);
      expect(fetcher.callCount).to.equal(3);
      resetFixture();
    }
  });

  it('with one system shown, the number of debts replaces the overall total', async () => {
    const element = await mountWithFees(both(), library({ systems: 'dibs' }));
    expect(total(element)).to.equal('2 mellemværender');
    expect(hasPart(element, 'count')).to.be.false;
  });

  it('in the app, no text refers to a site where nothing can be paid', async () => {
    const debts = oldDebts().map((debt) => ({ ...debt, payableByClient: false }));
    const element = await mountSettled({
      attributes: library({ channel: 'app' }),
      answers: { 'dibs-fees-url': { body: debts }, 'oir-fees-url': { body: [] } },
    });
    expect(textOf(part(element, 'no-action'))).to.match(
      /^Du kan ikke betale her\. Kontakt biblioteket/,
    );
  });

  it('a library that shows the old system and has no date has no default introduction', async () => {
    const attributes = { systems: 'dibs', 'dibs-payment-url': '/pay' };
    expect(hasPart(await mountWithFees(oldDebts(), attributes), 'intro')).to.be.false;
    const texts = { 'intro.transition': 'Velkommen' };
    expect(textOf(part(await mountWithFees(oldDebts(), attributes, { texts }), 'intro'))).to.equal(
      'Velkommen',
    );
    const dated = { ...attributes, 'switch-date': '2021-12-01' };
    expect(hasPart(await mountWithFees(oldDebts(), dated), 'intro')).to.be.true;
  });
});

describe('CONTRACT 3.8: a patron who is not logged in is asked to log in', () => {
  afterEach(resetFixture);

  const refused = () => ({ status: 401, body: {} });
  const loggedOut = (answer: () => Answer = refused) =>
    mountSettled({
      attributes: library(),
      answers: { 'fees-url': answer },
      children: '<a slot="login" href="/login">Log ind</a>',
    });

  it('by a heading and the link of the page, and nothing else', async () => {
    const element = await loggedOut();
    expect(hasPart(element, 'failure', 'retry-button')).to.be.false;
    expect(textOf(part(element, 'login')?.querySelector('h3'))).to.equal(
      'Log ind for at se dine mellemværender',
    );
    expect(element.querySelector('a')?.getClientRects().length).to.equal(1);
  });

  it('a second refusal adds a button to try again', async () => {
    let answer: Answer = refused();
    const element = await loggedOut(() => answer);
    await element.refresh();
    expect(hasPart(element, 'retry-button')).to.be.true;
    answer = { body: both() };
    part(element, 'retry-button')?.click();
    await waitUntil(() => countParts(element, 'debt') === 4);
    expect(hasPart(element, 'login', 'retry-button')).to.be.false;
  });

  it('after a login in another tab, the debts are read when the patron returns', async () => {
    let answer: Answer = refused();
    const element = await loggedOut(() => answer);
    setHidden(true);
    answer = { body: both() };
    setHidden(false);
    await waitUntil(() => countParts(element, 'debt') === 4);
  });

  it('if one system refuses, the debts of the other stand, and there may be more', async () => {
    const element = await mountSettled({
      attributes: library(),
      answers: { 'dibs-fees-url': { body: oldDebts() }, 'oir-fees-url': refused },
    });
    expect(countParts(element, 'debt')).to.be.above(0);
    expect(textOf(part(element, 'login'))).to.include('Du kan skylde mere');
    expect(total(element)).not.to.match(/\d/);
  });
});
