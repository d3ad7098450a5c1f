import { expect } from '@open-wc/testing';
import { both, fee, newDebts, oldDebts } from '../../demo/fixtures.js';
import { library, states } from '../../demo/states.js';
import type { DdbDebtOverview } from '../../src/index.js';
import { present } from '../core/given.js';
import {
  BROKEN,
  resetFixture,
  hasPart,
  nameOf,
  part,
  parts,
  delay,
  mount,
  settled,
  mountWithFees,
  mountSettled,
  waitUntil,
  textOf,
} from './fixture.js';

const all = (element: Element, selector: string): HTMLElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];

describe('CONTRACT 4: the structure for screen readers', () => {
  afterEach(resetFixture);

  it('the debts are a list', async () => {
    const element = await mountWithFees(both(), library());
    const lists = parts(element, 'list');
    expect(lists.map(({ localName }) => localName)).to.deep.equal(['ul', 'ul']);
    // Safari needs the role: it drops it from a list without bullets.
    expect(lists.map((list) => list.getAttribute('role'))).to.deep.equal(['list', 'list']);
    for (const list of lists)
      expect([...list.children].map(({ localName }) => localName)).to.deep.equal(['li', 'li']);
  });

  it('each item has reason, date, material and amount, in that order', async () => {
    const created = '6. april 2022';
    const of = fee({ creationDate: '2022-04-06', dueDate: '2022-05-08', amount: 70 });
    const element = await mountWithFees([of], library());
    expect(
      present(part(element, 'debt'))
        .innerText.replace(/[\s\u200e]+/g, ' ')
        .trim(),
    ).to.equal(
      `Gebyr (for sent) Forfaldt 8. maj 2022 Oprettet ${created} · Materialenummer 5237104417 70,00 kr.`,
    );
  });

  it('each section is a region named by its heading', async () => {
    const element = await mountWithFees(both(), library());
    const names = parts(element, 'section').map((section) => {
      const id = section.getAttribute('aria-labelledby');
      return [section.localName, textOf(element.shadowRoot?.getElementById(String(id)))];
    });
    expect(names).to.deep.equal([
      ['section', 'Betales her'],
      ['section', 'Betales på Mit Betalingsoverblik'],
    ]);
  });

  it('ids are unique', async () => {
    for (const state of states()) {
      const { attributes, answers, config } = state;
      const element = mount({ attributes, answers, properties: { config } });
      if (state.name === 'loading') await element.updateComplete;
      else await settled(element);
      const ids = all(element, '[id]').map(({ id }) => id);
      expect(new Set(ids).size, state.name).to.equal(ids.length);
      element.remove();
    }
  });

  it('everything that can be focused has a name and is in order', async () => {
    for (const state of states()) {
      const { attributes, answers, config } = state;
      const element = mount({ attributes, answers, properties: { config } });
      if (state.name === 'loading') await element.updateComplete;
      else await settled(element);
      for (const control of all(element, 'a[href], button, summary, input, select, [tabindex]')) {
        expect(nameOf(control), state.name).not.to.equal('');
        expect(control.tabIndex, state.name).to.equal(0);
        expect(control.closest('[aria-hidden=true]') === null, state.name).to.be.true;
      }
      element.remove();
    }
  });

  it('links and buttons have distinct names', async () => {
    const element = await mountWithFees(both(), library());
    const names = all(element, 'a[href], button, input').map(nameOf);
    expect(new Set(names).size).to.equal(names.length);
  });

  it('placeholders are hidden', async () => {
    const element = mount({ answers: { 'fees-url': { delay: 'infinite' } } });
    await element.updateComplete;
    for (const placeholder of parts(element, 'placeholder'))
      expect(placeholder.getAttribute('aria-hidden')).to.equal('true');
  });
});

describe('CONTRACT 4: announcements for screen readers', () => {
  afterEach(resetFixture);

  const liveOf = (one: Element | null | undefined) =>
    one?.closest('[aria-live]')?.getAttribute('aria-live');

  /** Records all texts of live regions, in order. */
  function announcements(element: DdbDebtOverview) {
    const announced: string[] = [];
    let last = '';
    const listen = () => {
      const now = all(element, '[aria-live]').map(textOf).filter(Boolean).join(' | ');
      if (now !== last && now) announced.push(now);
      last = now;
    };
    const root = element.shadowRoot as ShadowRoot;
    new MutationObserver(listen).observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    listen();
    return announced;
  }

  async function loading(answer: object, attributes = library()) {
    const element = mount({ attributes, answers: { 'fees-url': { delay: 20, ...answer } } });
    await element.updateComplete;
    const announced = announcements(element);
    await settled(element);
    await delay(30);
    return { element, announced };
  }

  it('loading, then the sum, once', async () => {
    const { announced } = await loading({ body: both() });
    expect(announced).to.have.length(2);
    expect(announced[0]).to.equal('Henter dine mellemværender …');
    expect(announced[1]).to.match(/^4 mellemværender\. ?I alt 512,56 kr\.$/);
  });

  it('loading, then no debts, once', async () => {
    const { announced } = await loading({ body: [] });
    expect(announced).to.deep.equal([
      'Henter dine mellemværender …',
      'Du har ingen mellemværender.',
    ]);
  });

  it('a failure assertively, once', async () => {
    const { element, announced } = await loading(BROKEN);
    expect(announced).to.have.length(2);
    expect(announced[1]).to.include('Dine mellemværender kunne ikke hentes');
    expect(liveOf(part(element, 'failure'))).to.equal('assertive');
  });

  it('nothing after a refresh without changes', async () => {
    let fees = both();
    const element = await mountSettled({
      attributes: library(),
      answers: { 'fees-url': () => ({ body: fees }) },
    });
    const announced = announcements(element);
    announced.length = 0;
    await element.refresh();
    await delay(20);
    expect(announced).to.deep.equal([]);
    fees = oldDebts();
    await element.refresh();
    await waitUntil(() => announced.length);
    expect(announced.join()).to.match(/^2 mellemværender\. ?I alt 262,56 kr\.$/);
  });

  const UNAUTHORIZED = { status: 401 };
  for (const [what, answer] of Object.entries({
    debts: { body: newDebts() },
    BROKEN,
    UNAUTHORIZED,
  }))
    it(`by live regions that are there before their text: ${what}`, async () => {
      const element = mount({ answers: { 'fees-url': { delay: 20, ...answer } } });
      await element.updateComplete;
      const before = all(element, '[aria-live]');
      await settled(element);
      const filled = all(element, '[aria-live]').filter(textOf);
      expect(filled.length).to.be.above(0);
      // Those used later are inserted empty, with their section.
      expect(filled.every((region) => before.includes(region))).to.be.true;
    });

  it('a request to log in politely', async () => {
    const { element } = await loading(UNAUTHORIZED);
    expect(liveOf(part(element, 'login'))).to.equal('polite');
  });

  it('not by a role, which is read aloud when it is empty', async () => {
    const element = await mountWithFees(both(), library());
    expect(all(element, '[role=status], [role=alert]')).to.deep.equal([]);
  });

  it('the failure of one system while the other has debts', async () => {
    const element = await mountSettled({
      attributes: library(),
      answers: { 'dibs-fees-url': { body: oldDebts() }, 'oir-fees-url': BROKEN },
    });
    expect(all(element, '[aria-live=assertive]').filter(textOf).length).to.equal(1);
    expect(hasPart(element, 'section-dibs')).to.be.true;
  });
});
