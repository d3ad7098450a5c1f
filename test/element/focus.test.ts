import { expect } from '@open-wc/testing';
import { both, newDebts, oldDebts } from '../../demo/fixtures.js';
import { library } from '../../demo/states.js';
import type { DdbDebtOverview } from '../../src/index.js';
import {
  BROKEN,
  clear,
  fetcherOf,
  json,
  part,
  parts,
  put,
  settled,
  showing,
  stage,
} from './stage.js';

/** Answers one after the other; the last one stays. */
const inTurn = (...bodies: readonly (() => Response)[]) => {
  let at = 0;
  return fetcherOf(() => (bodies[Math.min(at++, bodies.length - 1)] as () => Response)());
};

const broken = () => new Response('{}', BROKEN);

const focused = (element: DdbDebtOverview): Element | null => {
  expect(document.activeElement, 'the focus is in the widget').to.equal(element);
  return element.shadowRoot?.activeElement ?? null;
};

async function reading(...bodies: readonly (() => Response)[]): Promise<DdbDebtOverview> {
  const attributes = { ...library(), 'fees-url': '/fees' };
  const element = put({ attributes, properties: { fetcher: inTurn(...bodies) } });
  await settled(element);
  return element;
}

describe('the keyboard never loses its place', () => {
  afterEach(clear);

  it('the box that offered to try again goes: on to the heading', async () => {
    const element = await reading(broken, () => json(both()));
    const retry = part(element, 'action retry-button') as HTMLElement;
    retry.focus();
    retry.click();
    await settled(element);
    expect(part(element, 'failure')).to.be.null;
    expect(focused(element)).to.equal(part(element, 'heading'));
  });

  it('it still fails: on the same button', async () => {
    const element = await reading(broken, broken);
    const retry = part(element, 'action retry-button') as HTMLElement;
    retry.focus();
    retry.click();
    await settled(element);
    expect(focused(element)).to.equal(retry);
  });

  it('the last debt that could be chosen goes: on to what is left of its section', async () => {
    const [first, ...others] = oldDebts();
    const locked = { ...first, paymentStatus: 'reserved' };
    const element = await reading(
      () => json([...oldDebts(), ...newDebts()]),
      () => json([locked, ...others.map((debt) => ({ ...debt, paymentStatus: 'reserved' }))]),
    );
    parts(element, 'choice').at(-1)?.focus();
    await element.refresh();
    expect(part(element, 'choice')).to.be.null;
    expect(focused(element)).to.equal(part(element, 'section section-dibs'));
  });

  it('the whole section goes: on to the heading', async () => {
    const element = await reading(
      () => json(both()),
      () => json(newDebts()),
    );
    parts(element, 'choice')[0]?.focus();
    await element.refresh();
    expect(part(element, 'section section-dibs')).to.be.null;
    expect(focused(element)).to.equal(part(element, 'heading'));
  });

  it('amounts change: on the same thing', async () => {
    const element = await reading(
      () => json(both()),
      () => json(both().map((debt) => ({ ...debt, amount: 10 }))),
    );
    const choice = parts(element, 'choice')[0] as HTMLElement;
    choice.focus();
    await element.refresh();
    expect(focused(element)).to.equal(choice);
  });

  it('whoever is elsewhere on the page stays there', async () => {
    const element = await showing(both());
    const other = document.createElement('button');
    stage.append(other);
    other.focus();
    element.setAttribute('lang', 'en');
    await element.refresh();
    expect(document.activeElement).to.equal(other);
  });
});
