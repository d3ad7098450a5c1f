import { expect } from '@open-wc/testing';
import { both, fee, inDays, newDebts, oldDebts } from '../../demo/fixtures.js';
import { library } from '../../demo/states.js';
import type { DdbDebtOverview } from '../../src/index.js';
import { installApp, wouldNavigate, removeApp } from './native-app-fixture.js';
import { choose, resetPayment, press } from './payment-fixture.js';
import {
  countParts,
  hasPart,
  nameOf,
  part,
  viewText,
  partTexts,
  mountWithFees,
  waitUntil,
  textOf,
} from './fixture.js';

type Attributes = Record<string, string>;

/** A library as the app shows it; an undefined value removes an attribute. */
const app = (over: Record<string, string | undefined> = {}): Attributes =>
  Object.fromEntries(
    Object.entries({ ...library({ channel: 'app' }), ...over }).filter(
      (each): each is [string, string] => each[1] !== undefined,
    ),
  );

const NO_SITE = { 'oir-payment-url': undefined, 'oir-payment-name': undefined };

/** The parts of one section. */
const inSection = (element: Element, system: 'dibs' | 'oir', name: string): string[] =>
  [
    ...(part(element, `section-${system}`)?.querySelectorAll<HTMLElement>(`[part~='${name}']`) ??
      []),
  ].map(textOf);

const buttons = (element: Element) => countParts(element, 'action');

describe('DOMAIN: appens tre skærmbilleder', () => {
  afterEach(removeApp);
  afterEach(resetPayment);

  it('Kommunen har et betalingssted: en knap, der sender enhedens browser derhen', async () => {
    const native = installApp();
    const element = await mountWithFees(newDebts(), app());
    const go = part(element, 'go-link') as HTMLElement;
    expect(nameOf(go)).to.equal('Gå til Mit Betalingsoverblik (åbner uden for appen)');
    expect(inSection(element, 'oir', 'subtotal')).to.deep.equal(['I alt 250,00 kr.']);
    expect(buttons(element)).to.equal(1);
    expect(wouldNavigate(go)).to.be.false;
    await waitUntil(() => native.messages('ddb-debt-leave').length);
    expect(native.messages('ddb-debt-leave').map(({ url }) => url)).to.deep.equal([
      'https://betalingsoverblik.example/',
    ]);
  });

  it('Kommunen har intet betalingssted: bibliotekets korte tekst, og ingen knap', async () => {
    installApp();
    const text = 'Biblioteket kontakter dig, når du skal betale.';
    const element = await mountWithFees(newDebts(), app(NO_SITE), {
      texts: { da: { 'oir.noSite': text, 'intro.transition': '' } },
    });
    expect(inSection(element, 'oir', 'no-action')).to.deep.equal([text]);
    expect(hasPart(element, 'go-link', 'pay-button', 'choice')).to.be.false;
    expect(buttons(element)).to.equal(0);
    expect(viewText(element)).not.to.match(/Mit Betalingsoverblik|MobilePay/);
  });

  it('Intet betalingssted, og biblioteket har ingen tekst: vores egen, og ingen knap', async () => {
    installApp();
    const element = await mountWithFees(newDebts(), app(NO_SITE));
    expect(inSection(element, 'oir', 'no-action').join()).to.match(
      /^Kommunen opkræver disse mellemværender\..*kontakt biblioteket/i,
    );
    expect(buttons(element)).to.equal(0);
  });

  it('Overgangen: MobilePay til de gamle, med præcis deres sum, og knappen til de nye', async () => {
    const native = installApp();
    const element = await mountWithFees(
      both(),
      app({ mobilepay: '', 'dibs-payment-url': undefined }),
    );
    expect(inSection(element, 'dibs', 'pay-button')).to.deep.equal([
      'Betal 262,56 kr. med MobilePay',
    ]);
    expect(inSection(element, 'dibs', 'section-heading')).to.deep.equal(['Betales med MobilePay']);
    expect(inSection(element, 'oir', 'go-link').join()).to.match(/^Gå til Mit Betalingsoverblik/);
    expect(buttons(element)).to.equal(2);
    press(element, 'pay-button');
    await waitUntil(() => native.messages('ddb-debt-pay').length);
    const [pay] = native.messages('ddb-debt-pay');
    const [dibs] = element.overview.systems;
    expect(pay?.feeIds).to.deep.equal(dibs?.debts.map(({ feeId }) => feeId));
    expect([pay?.amount, dibs?.amount]).to.deep.equal([26_256, 26_256]);
  });

  it('Overgangen uden betalingssted: MobilePay til de gamle, teksten til de nye', async () => {
    installApp();
    const element = await mountWithFees(both(), app({ ...NO_SITE, mobilepay: '' }));
    expect(inSection(element, 'dibs', 'pay-button')).to.have.length(1);
    expect(inSection(element, 'oir', 'no-action')).to.have.length(1);
    expect(buttons(element)).to.equal(1);
  });
});

describe('CONTRACT 5: who pays where, in the app', () => {
  afterEach(removeApp);
  afterEach(resetPayment);

  /** The old debts cannot be paid: a text, and no button. */
  function expectOnly(element: DdbDebtOverview, sentence: RegExp): void {
    expect(inSection(element, 'dibs', 'no-action').join()).to.match(sentence);
    expect(inSection(element, 'dibs', 'action')).to.deep.equal([]);
    expect(hasPart(element, 'choice', 'pay-button')).to.be.false;
    expect(inSection(element, 'oir', 'go-link'), 'the new ones go on').to.have.length(1);
  }

  const APP_TEXT = /^Du kan ikke betale i appen\./;
  const ENDED = /^Ældre mellemværender kunne kun betales her før den \d/;

  for (const [phase, dates] of Object.entries({
    before: { 'switch-date': inDays(30) },
    transition: {},
  })) {
    it(`${phase}, without mobilepay: the text dibs.app, and no button`, async () => {
      installApp();
      // Before the switch date all debts belong to the old system.
      const element = await mountWithFees(both(), app(dates));
      expect(inSection(element, 'dibs', 'no-action').join()).to.match(APP_TEXT);
      expect(hasPart(element, 'choice', 'pay-button')).to.be.false;
      if (phase === 'transition') expectOnly(element, APP_TEXT);
    });

    it(`${phase}, with mobilepay: a MobilePay button`, async () => {
      installApp();
      const element = await mountWithFees(oldDebts(), app({ ...dates, mobilepay: '' }));
      expect(partTexts(element, 'pay-button')).to.deep.equal(['Betal 262,56 kr. med MobilePay']);
      expect(hasPart(element, 'no-action')).to.be.false;
    });
  }

  for (const [what, end] of [
    ['on dibs-end-date', 0],
    ['after it', -5],
  ] as const) {
    it(`${what}: the text dibs.ended and no button, with or without mobilepay`, async () => {
      installApp();
      const dates = { 'dibs-end-date': inDays(end) };
      expectOnly(await mountWithFees(both(), app({ ...dates, mobilepay: '' })), ENDED);
      expectOnly(await mountWithFees(both(), app(dates)), ENDED);
    });
  }

  it('the day before: still a button', async () => {
    installApp();
    const element = await mountWithFees(both(), app({ mobilepay: '', 'dibs-end-date': inDays(1) }));
    expect(countParts(element, 'pay-button')).to.equal(1);
  });

  it('the library’s own texts replace the defaults', async () => {
    installApp();
    const texts = { 'dibs.app': 'Betal på hjemmesiden.', 'dibs.ended': 'Det er slut.' };
    const without = await mountWithFees(both(), app(), { texts });
    expect(inSection(without, 'dibs', 'no-action')).to.deep.equal(['Betal på hjemmesiden.']);
    const after = await mountWithFees(both(), app({ 'dibs-end-date': inDays(0) }), { texts });
    expect(inSection(after, 'dibs', 'no-action')).to.deep.equal(['Det er slut.']);
  });

  it('an old debt that cannot be paid here is not in the sum', async () => {
    installApp();
    const fees = [...oldDebts(), fee({ amount: 11, payableByClient: false })];
    // Before the switch date it belongs to the old system, too.
    const dates = { 'switch-date': inDays(30), mobilepay: '' };
    const element = await mountWithFees(fees, app(dates));
    expect(countParts(element, 'debt')).to.equal(3);
    expect(partTexts(element, 'pay-button')).to.deep.equal(['Betal 262,56 kr. med MobilePay']);
  });
});

describe('CONTRACT 2: selection, in the app', () => {
  afterEach(removeApp);
  afterEach(resetPayment);

  it('is all by default: no check boxes', async () => {
    installApp();
    const element = await mountWithFees(oldDebts(), app({ mobilepay: '' }));
    expect(countParts(element, 'choice')).to.equal(0);
    expect(hasPart(element, 'pay-all', 'pay-selected')).to.be.false;
    expect(countParts(element, 'pay-button')).to.equal(1);
  });

  it('any, when set: exactly the selected debts are paid', async () => {
    const native = installApp();
    const attributes = app({ mobilepay: '', selection: 'any', 'dibs-payment-url': undefined });
    const element = await mountWithFees(oldDebts(), attributes);
    expect(countParts(element, 'choice')).to.equal(2);
    await choose(element, 1);
    press(element, 'pay-selected');
    await waitUntil(() => native.messages('ddb-debt-pay').length);
    const [pay] = native.messages('ddb-debt-pay');
    expect(pay?.amount).to.equal(19_256);
    expect(pay?.feeIds).to.have.length(1);
  });
});
