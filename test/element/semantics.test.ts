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

describe('CONTRACT 4: what a screen reader finds', () => {
  afterEach(resetFixture);

  it('the debts are a list of items', async () => {
    const element = await mountWithFees(both(), library());
    const lists = parts(element, 'list');
    expect(lists.map(({ localName }) => localName)).to.deep.equal(['ul', 'ul']);
    // Safari forgets that a list without bullets is one.
    expect(lists.map((list) => list.getAttribute('role'))).to.deep.equal(['list', 'list']);
    for (const list of lists)
      expect([...list.children].map(({ localName }) => localName)).to.deep.equal(['li', 'li']);
  });

  it('each item says reason, date, material and amount, in that order', async () => {
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

  it('each section is a region with its heading’s name', async () => {
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

  it('ids are not said twice', async () => {
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

  it('nothing that takes the focus is without a name or out of order', async () => {
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

  it('links and buttons can be told apart by their words', async () => {
    const element = await mountWithFees(both(), library());
    const names = all(element, 'a[href], button, input').map(nameOf);
    expect(new Set(names).size).to.equal(names.length);
  });

  it('what only fills the room is not read', async () => {
    const element = mount({ answers: { 'fees-url': { delay: 'infinite' } } });
    await element.updateComplete;
    for (const placeholder of parts(element, 'placeholder'))
      expect(placeholder.getAttribute('aria-hidden')).to.equal('true');
  });
});

describe('CONTRACT 4: what a screen reader is told', () => {
  afterEach(resetFixture);

  /** All that status and alert regions come to say, one after the other. */
  function announcements(element: DdbDebtOverview) {
    const heard: string[] = [];
    let last = '';
    const listen = () => {
      const now = all(element, '[role=status], [role=alert]')
        .map(textOf)
        .filter(Boolean)
        .join(' | ');
      if (now !== last && now) heard.push(now);
      last = now;
    };
    const root = element.shadowRoot as ShadowRoot;
    new MutationObserver(listen).observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    listen();
    return heard;
  }

  async function loading(answer: object, attributes = library()) {
    const element = mount({ attributes, answers: { 'fees-url': { delay: 20, ...answer } } });
    await element.updateComplete;
    const heard = announcements(element);
    await settled(element);
    await delay(30);
    return { element, heard };
  }

  it('that it reads, then once how much', async () => {
    const { heard } = await loading({ body: both() });
    expect(heard).to.have.length(2);
    expect(heard[0]).to.equal('Henter dine mellemværender …');
    expect(heard[1]).to.match(/^4 mellemværender\. ?I alt 512,56 kr\.$/);
  });

  it('that it reads, then once that there is nothing', async () => {
    const { heard } = await loading({ body: [] });
    expect(heard).to.deep.equal(['Henter dine mellemværender …', 'Du har ingen mellemværender.']);
  });

  it('a failure as an alert, once', async () => {
    const { element, heard } = await loading(BROKEN);
    expect(heard).to.have.length(2);
    expect(heard[1]).to.include('Dine mellemværender kunne ikke hentes');
    expect(part(element, 'failure')?.getAttribute('role')).to.equal('alert');
  });

  it('nothing by a refresh that brings nothing new', async () => {
    let fees = both();
    const element = await mountSettled({
      attributes: library(),
      answers: { 'fees-url': () => ({ body: fees }) },
    });
    const heard = announcements(element);
    heard.length = 0;
    await element.refresh();
    await delay(20);
    expect(heard).to.deep.equal([]);
    fees = oldDebts();
    await element.refresh();
    await waitUntil(() => heard.length);
    expect(heard.join()).to.match(/^2 mellemværender\. ?I alt 262,56 kr\.$/);
  });

  it('by a status that is there before it speaks', async () => {
    const element = mount({ answers: { 'fees-url': { body: newDebts(), delay: 20 } } });
    await element.updateComplete;
    const before = all(element, '[role=status]');
    await settled(element);
    const after = all(element, '[role=status]');
    expect(before.length).to.be.above(0);
    // Those that speak later come empty, with the section they belong to.
    expect(after.filter(textOf).every((status) => before.includes(status))).to.be.true;
  });

  it('one half’s failure while the other’s debts stand', async () => {
    const element = await mountSettled({
      attributes: library(),
      answers: { 'dibs-fees-url': { body: oldDebts() }, 'oir-fees-url': BROKEN },
    });
    expect(all(element, '[role=alert]').filter(textOf).length).to.equal(1);
    expect(hasPart(element, 'section-dibs')).to.be.true;
  });
});
