import { expect } from '@open-wc/testing';
import { both, newDebts, oldDebts } from '../../demo/fixtures.js';
import { library } from '../../demo/states.js';
import type { DdbDebtOverview } from '../../src/index.js';
import {
  BROKEN,
  resetFixture,
  fetcherOf,
  hasPart,
  json,
  nameOf,
  part,
  parts,
  mount,
  settled,
  mountWithFees,
  container,
  waitUntil,
} from './fixture.js';

/** Gives these answers one after the other; the last one is repeated. */
const inTurn = (...bodies: readonly (() => Response)[]) => {
  let at = 0;
  return fetcherOf(() => (bodies[Math.min(at++, bodies.length - 1)] as () => Response)());
};

const broken = () => new Response('{}', BROKEN);

/** The part that has the focus. Tests compare this and not the element: a failure with an element stalls the runner. */
const focused = (element: DdbDebtOverview): string | null | undefined => {
  expect(document.activeElement === element, 'the focus is in the widget').to.be.true;
  return element.shadowRoot?.activeElement?.getAttribute('part');
};

async function mountWithAnswers(...bodies: readonly (() => Response)[]): Promise<DdbDebtOverview> {
  const attributes = { ...library(), 'fees-url': '/fees' };
  const element = mount({ attributes, properties: { fetcher: inTurn(...bodies) } });
  await settled(element);
  return element;
}

describe('the keyboard focus is never lost', () => {
  afterEach(resetFixture);

  it('the failure box is removed: the focus moves to the heading', async () => {
    const element = await mountWithAnswers(broken, () => json(both()));
    const retry = part(element, 'retry-button') as HTMLElement;
    retry.focus();
    retry.click();
    await waitUntil(() => !hasPart(element, 'failure'));
    expect(focused(element)).to.equal('heading');
  });

  it('the retry fails again: the focus stays on the button', async () => {
    const element = await mountWithAnswers(broken, broken);
    const retry = part(element, 'retry-button') as HTMLElement;
    retry.focus();
    retry.click();
    await settled(element);
    expect(focused(element)).to.equal('action retry-button');
  });

  it('the last debt that could be selected is removed: the focus moves to the rest of its section', async () => {
    const [first, ...others] = oldDebts();
    const locked = { ...first, paymentStatus: 'reserved' };
    const element = await mountWithAnswers(
      () => json([...oldDebts(), ...newDebts()]),
      () => json([locked, ...others.map((debt) => ({ ...debt, paymentStatus: 'reserved' }))]),
    );
    parts(element, 'choice').at(-1)?.focus();
    await element.refresh();
    expect(hasPart(element, 'choice')).to.be.false;
    expect(focused(element)).to.equal('section section-dibs');
  });

  it('the whole section is removed: the focus moves to the heading', async () => {
    const element = await mountWithAnswers(
      () => json(both()),
      () => json(newDebts()),
    );
    parts(element, 'choice')[0]?.focus();
    await element.refresh();
    expect(hasPart(element, 'section-dibs')).to.be.false;
    expect(focused(element)).to.equal('heading');
  });

  it('amounts change: the focus stays on the same control', async () => {
    const debts = both();
    const element = await mountWithAnswers(
      () => json(debts),
      () => json(debts.map((debt) => ({ ...debt, amount: 10 }))),
    );
    parts(element, 'choice')[0]?.focus();
    await element.refresh();
    expect(element.shadowRoot?.activeElement === parts(element, 'choice')[0]).to.be.true;
  });

  it('a debt above is removed: the focus stays on the same debt, in its new row', async () => {
    const debts = [...oldDebts(), ...oldDebts()];
    const element = await mountWithAnswers(
      () => json(debts),
      () => json(debts.slice(1)),
    );
    const [, second] = parts(element, 'choice');
    second?.focus();
    const name = nameOf(second as HTMLElement);
    await element.refresh();
    expect(focused(element)).to.equal('choice');
    expect(nameOf(element.shadowRoot?.activeElement as Element)).to.equal(name);
  });

  it('on the disclosure of a debt: the focus stays with the same debt, too', async () => {
    const materials = [1, 2].map((number) => ({ materialItemNumber: `${number}` }));
    const debts = [...newDebts(), ...newDebts()].map((debt) => ({ ...debt, materials }));
    const element = await mountWithAnswers(
      () => json(debts),
      () => json(debts.slice(1)),
    );
    const second = parts(element, 'more-toggle')[1] as HTMLElement;
    second.focus();
    const { id } = second;
    await element.refresh();
    expect(id).to.be.ok;
    expect(element.shadowRoot?.activeElement?.id).to.equal(id);
  });

  it('the debt is removed and another takes its row: the focus does not move to that one', async () => {
    const debts = [...oldDebts(), ...oldDebts()];
    const element = await mountWithAnswers(
      () => json(debts),
      () => json(debts.slice(1)),
    );
    parts(element, 'choice')[0]?.focus();
    await element.refresh();
    expect(parts(element, 'choice').length).to.be.above(1);
    expect(focused(element)).to.equal('section section-dibs');
  });

  it('focus elsewhere on the page is not moved', async () => {
    const element = await mountWithFees(both());
    const other = document.createElement('button');
    container.append(other);
    other.focus();
    element.setAttribute('lang', 'en');
    await element.refresh();
    expect(document.activeElement === other).to.be.true;
  });
});
