import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import * as fc from 'fast-check';
import { fee } from '../../demo/fixtures.js';
import type { DdbDebtOverview, DebtPayEvent } from '../../src/index.js';
import {
  boxes,
  choose,
  resetPayment,
  threeDebts,
  pageOf,
  press,
  refusal,
  refused,
  serverOf,
} from './payment-fixture.js';
import {
  countParts,
  deferred,
  hasPart,
  recordEvents,
  nameOf,
  part,
  parts,
  delay,
  partTexts,
  container,
  waitUntil,
  textOf,
} from './fixture.js';

/** A library before its switch date: all its debts are old ones, and some cannot be paid here. */
const BEFORE = { 'switch-date': '2999-01-01' };

const checked = (element: Element) => boxes(element).map((box) => box.checked);

/** The status of the selection and the texts of the two buttons. */
const texts = (element: Element) => ({
  chosen: textOf(part(element, 'chosen')),
  selected: textOf(part(element, 'pay-selected')),
  all: textOf(part(element, 'pay-all')),
});

/** The amounts of these. */
const sums = (element: Element) =>
  Object.values(texts(element)).map((text) => /[\d.]+,\d\d/.exec(text)?.[0] ?? '');

describe('CONTRACT 6: single debts can be selected for payment', () => {
  afterEach(resetPayment);

  it('the name of each check box is reason, amount and date, since “24. december 192,56 kr.” would be read as a year', async () => {
    const fees = [...threeDebts(), fee({ feeId: 4, dueDate: null, creationDate: '', amount: 5 })];
    const element = await pageOf(serverOf(fees));
    expect(boxes(element).map(nameOf)).to.deep.equal([
      'Gebyr (for sent) 70,00 kr. Forfaldt 8. maj 2022',
      'Erstatning 192,56 kr. Forfaldt 9. juni 2022',
      'Gebyr (for sent) 30,50 kr. Forfaldt 10. juli 2022',
      'Gebyr (for sent) 5,00 kr.',
    ]);
    expect(boxes(element).every(({ type }) => type === 'checkbox')).to.be.true;
  });

  it('the name in English', async () => {
    const element = await pageOf(serverOf(threeDebts()), { lang: 'en' });
    expect(nameOf(boxes(element)[1] as Element)).to.equal(
      'Erstatning DKK 192.56 Was due 9 June 2022',
    );
    await choose(element, 0, 1);
    expect(texts(element)).to.deep.equal({
      chosen: 'You have chosen 2 debts: DKK 262.56',
      selected: 'Pay selected · DKK 262.56',
      all: 'Pay all · DKK 293.06',
    });
  });

  it('each check box precedes its debt, and can be focused', async () => {
    const element = await pageOf(serverOf(threeDebts()));
    for (const [index, row] of parts(element, 'debt').entries()) {
      expect(row.firstElementChild === boxes(element)[index]).to.be.true;
      boxes(element)[index]?.focus();
      expect(element.shadowRoot?.activeElement === boxes(element)[index]).to.be.true;
    }
  });

  it('by keyboard: Tab focuses it, and Space selects', async () => {
    const element = await pageOf(serverOf(threeDebts()));
    boxes(element)[0]?.focus();
    await sendKeys({ press: ' ' });
    await element.updateComplete;
    expect(checked(element)).to.deep.equal([true, false, false]);
    await sendKeys({ press: 'Tab' });
    expect(element.shadowRoot?.activeElement === boxes(element)[1]).to.be.true;
    await sendKeys({ press: ' ' });
    await element.updateComplete;
    expect(sums(element)).to.deep.equal(['262,56', '262,56', '293,06']);
    await sendKeys({ press: ' ' });
    await element.updateComplete;
    expect(sums(element)).to.deep.equal(['70,00', '70,00', '293,06']);
  });

  it('the whole row is the label of its check box', async () => {
    const element = await pageOf(serverOf(threeDebts()));
    for (const [index, row] of parts(element, 'debt').entries()) {
      row.scrollIntoView({ block: 'center' });
      const { left, right, top, bottom } = row.getBoundingClientRect();
      const points = [
        [left + 3, top + 3],
        [right - 3, top + 3],
        [left + 3, bottom - 3],
        [right - 3, bottom - 3],
        [(left + right) / 2, (top + bottom) / 2],
      ] as const;
      for (const [x, y] of points) {
        const before = boxes(element)[index]?.checked;
        const hit = element.shadowRoot?.elementFromPoint(x, y) as HTMLElement;
        hit.click();
        await element.updateComplete;
        expect(boxes(element)[index]?.checked, `${hit.localName} of row ${index}`).to.equal(
          !before,
        );
      }
    }
  });

  it('a row without a check box does nothing', async () => {
    const fees = [{ ...fee(), paymentStatus: 'pending' }, fee({ payableByClient: false })];
    const element = await pageOf(serverOf([...fees, ...threeDebts()]), BEFORE);
    for (const row of parts(element, 'debt')) {
      if (row.querySelector('input')) continue;
      row.scrollIntoView({ block: 'center' });
      const { left, width, top, height } = row.getBoundingClientRect();
      (
        element.shadowRoot?.elementFromPoint(left + width / 2, top + height / 2) as HTMLElement
      ).click();
    }
    await element.updateComplete;
    expect(countParts(element, 'choice')).to.equal(3);
    expect(checked(element)).to.deep.equal([false, false, false]);
  });

  it('nothing is selected at first, and a text asks the patron to select', async () => {
    const element = await pageOf(serverOf(threeDebts()));
    expect(checked(element)).to.deep.equal([false, false, false]);
    expect(partTexts(element, 'note')).to.include('Vælg, hvad du vil betale.');
    expect(texts(element)).to.deep.equal({
      chosen: '',
      selected: 'Betal valgte · 0,00 kr.',
      all: 'Betal alle · 293,06 kr.',
    });
    expect(part(element, 'pay-selected')?.getAttribute('aria-disabled')).to.equal('true');
  });

  it('with nothing selected, "Betal valgte" does nothing', async () => {
    const server = serverOf(threeDebts());
    const element = await pageOf(server);
    const events = recordEvents(element, 'ddb-debt-pay');
    press(element, 'pay-selected');
    await delay(30);
    expect([events.length, server.starts.length]).to.deep.equal([0, 0]);
  });

  it('the sum is on the button, and in a live region that was there before', async () => {
    const element = await pageOf(serverOf(threeDebts()));
    const status = part(element, 'chosen');
    expect(status?.getAttribute('aria-live')).to.equal('polite');
    const rows: [number, string, string][] = [
      [1, 'Du har valgt 1 mellemværende: 192,56 kr.', 'Betal valgte · 192,56 kr.'],
      [2, 'Du har valgt 2 mellemværender: 223,06 kr.', 'Betal valgte · 223,06 kr.'],
      [0, 'Du har valgt 3 mellemværender: 293,06 kr.', 'Betal valgte · 293,06 kr.'],
      [1, 'Du har valgt 2 mellemværender: 100,50 kr.', 'Betal valgte · 100,50 kr.'],
    ];
    for (const [index, chosen, selected] of rows) {
      await choose(element, index);
      expect(texts(element)).to.deep.equal({ chosen, selected, all: 'Betal alle · 293,06 kr.' });
      expect(part(element, 'chosen') === status).to.be.true;
      expect(partTexts(element, 'note')).not.to.include('Vælg, hvad du vil betale.');
    }
    await choose(element, 0, 2);
    expect(texts(element).chosen).to.equal('');
    expect(partTexts(element, 'note')).to.include('Vælg, hvad du vil betale.');
  });

  it('one filled button: pay selected when something is selected, otherwise pay all', async () => {
    const element = await pageOf(serverOf(threeDebts()));
    const secondary = () => parts(element, 'quiet').map((button) => textOf(button).split(' · ')[0]);
    expect(secondary()).to.deep.equal(['Betal valgte']);
    await choose(element, 0);
    expect(secondary()).to.deep.equal(['Betal alle']);
    await choose(element, 0);
    expect(secondary()).to.deep.equal(['Betal valgte']);
  });

  it('the terms of payment are beside the buttons, in both languages', async () => {
    for (const [lang, name] of [
      ['da', 'Betalingsbetingelser'],
      ['en', 'Terms of payment'],
    ] as const) {
      for (const selection of ['any', 'all']) {
        const element = await pageOf(serverOf(threeDebts()), {
          lang,
          selection,
          'terms-url': '/terms',
        });
        const link = part(element, 'pay-button')?.parentElement?.querySelector('a');
        expect([textOf(link), link?.getAttribute('href')]).to.deep.equal([name, '/terms']);
        element.removeAttribute('terms-url');
        await element.updateComplete;
        expect(part(element, 'pay-button')?.parentElement?.querySelector('a') === null).to.be.true;
        await resetPayment();
      }
    }
  });
});

describe('CONTRACT 6: a debt that cannot be selected is in no sum', () => {
  afterEach(resetPayment);

  for (const [status, text] of [
    ['reserved', 'Betaling er i gang'],
    ['pending', 'Betalingen er ved at blive registreret'],
    ['completed', 'Betalingen er ved at blive registreret'],
  ] as const) {
    it(`a debt with the status ${status} is locked, and says so`, async () => {
      const [first, second, third] = threeDebts();
      const server = serverOf([{ ...first, paymentStatus: status }, second, third]);
      server.answer = () => refusal(422);
      const element = await pageOf(server);
      expect(boxes(element).map(nameOf).join()).not.to.include('70,00');
      expect(countParts(element, 'choice')).to.equal(2);
      expect(partTexts(element, 'locked')).to.deep.equal([text]);
      await choose(element, 0, 1);
      expect(texts(element)).to.deep.equal({
        chosen: 'Du har valgt 2 mellemværender: 223,06 kr.',
        selected: 'Betal valgte · 223,06 kr.',
        all: 'Betal alle, der kan betales her · 223,06 kr.',
      });
      await refused(element, 'pay-all');
      expect(server.starts[0]?.order).to.deep.include({ feeIds: ['2', '3'], amount: 22_306 });
    });
  }

  it('a debt whose payment failed is unlocked', async () => {
    const [first, ...others] = threeDebts();
    const element = await pageOf(serverOf([{ ...first, paymentStatus: 'failed' }, ...others]));
    expect(countParts(element, 'choice')).to.equal(3);
    expect(hasPart(element, 'locked')).to.be.false;
    expect(texts(element).all).to.equal('Betal alle · 293,06 kr.');
  });

  it('a debt that cannot be paid here has no check box', async () => {
    const fees = [...threeDebts(), fee({ feeId: 9, amount: 500, payableByClient: false })];
    const element = await pageOf(serverOf(fees), BEFORE);
    expect(countParts(element, 'choice')).to.equal(3);
    await choose(element, 0, 1, 2);
    expect(sums(element)).to.deep.equal(['293,06', '293,06', '293,06']);
    expect(texts(element).all).to.equal('Betal alle, der kan betales her · 293,06 kr.');
  });

  it('with an unreadable entry the button does not say "all"', async () => {
    const element = await pageOf(serverOf([...threeDebts(), { feeId: 9, payableByClient: true }]));
    expect(hasPart(element, 'unreadable')).to.be.true;
    expect(texts(element).all).to.equal('Betal alle, der kan betales her · 293,06 kr.');
  });

  it('when all debts are locked there is no button, and a text says why', async () => {
    const fees = threeDebts().map((each) => ({ ...each, paymentStatus: 'pending' }));
    const element = await pageOf(serverOf(fees));
    expect(hasPart(element, 'choice', 'pay-button')).to.be.false;
    expect(textOf(part(element, 'no-action'))).to.equal(
      'Betalingen er ved at blive registreret. Du skal ikke betale igen.',
    );
  });

  it('a debt of the new system has no check box', async () => {
    const fees = [
      ...threeDebts(),
      fee({ payableByClient: false }),
      fee({ payableByClient: false }),
    ];
    const element = await pageOf(serverOf(fees));
    expect(countParts(element, 'section')).to.equal(2);
    expect(part(element, 'section-oir')?.querySelector('input') === null).to.be.true;
    expect(texts(element).all).to.equal('Betal alle · 293,06 kr.');
  });

  it('after the last day there are no check boxes', async () => {
    const element = await pageOf(serverOf(threeDebts()), { 'dibs-end-date': '2022-01-01' });
    expect(hasPart(element, 'choice', 'pay-button')).to.be.false;
  });
});

describe('CONTRACT 6: the selection is kept over a refresh', () => {
  afterEach(resetPayment);

  const names = (element: Element) =>
    boxes(element)
      .filter((box) => box.checked)
      .map((box) => /[\d.]+,\d\d/.exec(nameOf(box))?.[0]);

  it('the same check boxes are checked', async () => {
    const server = serverOf(threeDebts());
    const element = await pageOf(server);
    await choose(element, 0, 2);
    await element.refresh();
    expect(names(element)).to.deep.equal(['70,00', '30,50']);
    expect(sums(element)).to.deep.equal(['100,50', '100,50', '293,06']);
  });

  it('a debt that is gone is not in the sum, and a new one is not selected', async () => {
    const server = serverOf(threeDebts());
    const element = await pageOf(server);
    await choose(element, 0, 1);
    // The first row is another debt now.
    server.fees = [fee({ feeId: 8, amount: 1, dueDate: '2022-01-01' }), ...threeDebts().slice(1)];
    await element.refresh();
    expect(names(element)).to.deep.equal(['192,56']);
    expect(sums(element)).to.deep.equal(['192,56', '192,56', '224,06']);
  });

  it('a debt that was locked meanwhile is not in the sum', async () => {
    const server = serverOf(threeDebts());
    const element = await pageOf(server);
    await choose(element, 0, 1);
    server.fees = threeDebts().map((each) =>
      each.feeId === 2 ? { ...each, paymentStatus: 'pending' } : each,
    );
    await element.refresh();
    expect(names(element)).to.deep.equal(['70,00']);
    expect(sums(element)).to.deep.equal(['70,00', '70,00', '100,50']);
  });

  it('the sum has the new amount', async () => {
    const server = serverOf(threeDebts());
    const element = await pageOf(server);
    await choose(element, 0);
    server.fees = threeDebts().map((each) => (each.feeId === 1 ? { ...each, amount: 45.1 } : each));
    await element.refresh();
    expect(sums(element)).to.deep.equal(['45,10', '45,10', '268,16']);
  });

  it('also when the refresh fails', async () => {
    const server = serverOf(threeDebts());
    const element = await pageOf(server);
    await choose(element, 1);
    server.list = () => new Response('', { status: 404 });
    await element.refresh();
    expect(hasPart(element, 'failure')).to.be.true;
    expect(sums(element)).to.deep.equal(['192,56', '192,56', '293,06']);
  });
});

describe('CONTRACT 2: selection', () => {
  afterEach(resetPayment);

  const app = { channel: 'app', mobilepay: '' };
  const rows: [Record<string, string>, boxes: number, buttons: string[]][] = [
    [{}, 3, ['Betal valgte · 0,00 kr.', 'Betal alle · 293,06 kr.']],
    [{ selection: 'any' }, 3, ['Betal valgte · 0,00 kr.', 'Betal alle · 293,06 kr.']],
    [{ selection: 'all' }, 0, ['Betal alle · 293,06 kr.']],
    [{ selection: 'some' }, 3, ['Betal valgte · 0,00 kr.', 'Betal alle · 293,06 kr.']],
    [{ selection: 'all', lang: 'en' }, 0, ['Pay all · DKK 293.06']],
    [app, 0, ['Betal 293,06 kr. med MobilePay']],
    [{ ...app, selection: 'all' }, 0, ['Betal 293,06 kr. med MobilePay']],
  ];
  for (const [attributes, many, buttons] of rows) {
    it(`${JSON.stringify(attributes)}: ${many || 'no'} check boxes`, async () => {
      const element = await pageOf(serverOf(threeDebts()), attributes);
      expect(countParts(element, 'choice')).to.equal(many);
      expect(partTexts(element, 'pay-button')).to.deep.equal(buttons);
      expect(hasPart(element, 'chosen')).to.equal(many > 0);
    });
  }

  it('any can be set in an app, too', async () => {
    const element = await pageOf(serverOf(threeDebts()), { ...app, selection: 'any' });
    expect(countParts(element, 'choice')).to.equal(3);
    await choose(element, 2);
    expect(textOf(part(element, 'pay-selected'))).to.include('30,50 kr.');
  });

  it('all pays all debts with one click', async () => {
    const server = serverOf(threeDebts());
    const element = await pageOf(server, { selection: 'all' });
    press(element, 'pay-button');
    await waitUntil(() => server.starts.length);
    expect(server.starts[0]?.order).to.deep.include({
      feeIds: ['1', '2', '3'],
      amount: 29_306,
    });
  });

  it('with one payable debt there are no check boxes', async () => {
    const [first] = threeDebts();
    const element = await pageOf(serverOf([first]));
    expect(hasPart(element, 'choice')).to.be.false;
    expect(partTexts(element, 'pay-button')).to.deep.equal(['Betal 70,00 kr.']);
  });

  it('also when there are other debts', async () => {
    const [first, ...others] = threeDebts();
    const fees = [first, ...others.map((each) => ({ ...each, paymentStatus: 'pending' }))];
    const element = await pageOf(serverOf(fees));
    expect(hasPart(element, 'choice')).to.be.false;
    expect(partTexts(element, 'pay-button')).to.deep.equal(['Betal 70,00 kr.']);
  });
});

describe('CONTRACT 6: during a payment request the selection cannot be changed', () => {
  afterEach(resetPayment);

  it('check boxes are disabled, and enabled with the same selection after a refusal', async () => {
    const server = serverOf(threeDebts());
    const next = deferred<Response>();
    server.answer = () => next.promise;
    const element = await pageOf(server);
    await choose(element, 1);
    press(element, 'pay-selected');
    await waitUntil(() => server.starts.length);
    await element.updateComplete;
    expect(boxes(element).map(({ disabled }) => disabled)).to.deep.equal([true, true, true]);
    boxes(element)[0]?.click();
    parts(element, 'debt')[2]?.querySelector('label')?.click();
    await element.updateComplete;
    expect(checked(element)).to.deep.equal([false, true, false]);
    next.resolve(refusal(422));
    await waitUntil(() => hasPart(element, 'payment-changed'));
    expect(boxes(element).map(({ disabled }) => disabled)).to.deep.equal([false, false, false]);
    expect(checked(element)).to.deep.equal([false, true, false]);
  });
});

describe('CONTRACT 4: the amount sent is the amount on the button', () => {
  afterEach(resetPayment);

  /** Øre, from the digits in the text of the button. */
  const oreOn = (text: string): number => Number(text.replace(/\D/g, ''));

  const debts = fc.uniqueArray(
    fc.record({
      feeId: fc.integer({ min: 1, max: 999 }),
      ore: fc.integer({ min: 1, max: 300_000 }),
      payableByClient: fc.boolean(),
      paymentStatus: fc.constantFrom(undefined, undefined, 'reserved', 'completed', 'failed'),
    }),
    { selector: ({ feeId }) => feeId, minLength: 1, maxLength: 8 },
  );

  async function pay(element: DdbDebtOverview, chosen: number, all: boolean) {
    await choose(
      element,
      ...boxes(element).flatMap((_, index) => (chosen & (1 << index) ? [index] : [])),
    );
    const buttons = parts(element, 'pay-button');
    const button = all ? buttons.at(-1) : buttons[0];
    const text = textOf(button);
    button?.click();
    return text;
  }

  it('for any debts and any selection', async () => {
    await fc.assert(
      fc.asyncProperty(debts, fc.nat(255), fc.boolean(), async (owed, chosen, all) => {
        const server = serverOf(
          owed.map(({ ore, ...rest }) => ({ ...fee(), ...rest, amount: ore / 100 })),
        );
        server.answer = () => refusal(422);
        const element = await pageOf(server, BEFORE);
        const events = recordEvents<DebtPayEvent>(element, 'ddb-debt-pay');
        const text = await pay(element, chosen, all);
        if (!oreOn(text)) {
          await delay(5);
          expect([server.starts.length, events.length]).to.deep.equal([0, 0]);
        } else {
          await waitUntil(() => hasPart(element, 'payment-changed'));
          const [{ order } = { order: { amount: 0, feeIds: [] as readonly string[] } }] =
            server.starts;
          expect(order.amount, text).to.equal(oreOn(text));
          expect(server.starts.length).to.equal(1);
          const paid = owed.filter(({ feeId }) => order.feeIds.includes(String(feeId)));
          expect(paid.reduce((sum, { ore }) => sum + ore, 0)).to.equal(order.amount);
          expect(paid.length).to.equal(new Set(order.feeIds).size);
          expect(
            paid.every(
              ({ payableByClient, paymentStatus }) =>
                payableByClient && (!paymentStatus || paymentStatus === 'failed'),
            ),
          ).to.be.true;
          const [event] = events;
          expect([event?.feeIds, event?.amount]).to.deep.equal([order.feeIds, order.amount]);
        }
        await resetPayment();
      }),
      { numRuns: 60 },
    );
    expect(container.children.length).to.equal(0);
  });
});
