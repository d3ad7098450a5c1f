import { expect } from '@open-wc/testing';
import { both, fee, newDebts, oldDebts } from '../../demo/fixtures.js';
import { library } from '../../demo/states.js';
import {
  resetFixture,
  fetcherOf,
  deferred,
  hasPart,
  json,
  part,
  parts,
  delay,
  mount,
  settled,
  mountWithFees,
  container,
  waitUntil,
} from './fixture.js';

/** Overflow and the alignment of amounts are measured in test/accessibility (checks/reflow.js). */
describe('CONTRACT 4: one obvious action per section', () => {
  afterEach(() => {
    resetFixture();
    container.removeAttribute('style');
  });

  it('one filled button per section, whatever is selected', async () => {
    const element = await mountWithFees(both(), library());
    const filled = () =>
      parts(element, 'section').map((section) =>
        [...section.querySelectorAll<HTMLElement>('[part~=action]')]
          .filter((action) => getComputedStyle(action).backgroundColor !== 'rgba(0, 0, 0, 0)')
          .map((action) => action.part.value),
      );
    expect(filled()).to.deep.equal([['action pay-button pay-all'], ['action go-link']]);
    parts(element, 'choice')[0]?.click();
    await element.updateComplete;
    expect(filled()).to.deep.equal([['action pay-button pay-selected'], ['action go-link']]);
    expect(part(element, 'pay-all')?.part.contains('quiet')).to.be.true;
  });

  it('buttons are at least 44 px high, in small text too', async () => {
    for (const size of ['8px', '16px', '32px']) {
      container.style.fontSize = size;
      for (const [body, status] of [
        [both(), 200],
        [{}, 404],
      ] as const) {
        const element = mount({ attributes: library(), answers: { 'fees-url': { body, status } } });
        await settled(element);
        const heights = parts(element, 'action').map((at) => at.getBoundingClientRect().height);
        expect(heights.length).to.be.above(0);
        expect(Math.min(...heights)).to.be.at.least(44);
        element.remove();
      }
    }
  });

  it('the summary of the explanation is large enough to hit (WCAG 2.5.8)', async () => {
    const element = await mountWithFees(newDebts(), library());
    expect(part(element, 'about-toggle')?.getBoundingClientRect().height).to.be.at.least(24);
  });

  it('a hidden element is not displayed', async () => {
    const element = await mountWithFees(both(), library());
    element.hidden = true;
    expect(element.getBoundingClientRect().height).to.equal(0);
  });
});

describe('CONTRACT 4: the page does not jump', () => {
  afterEach(() => {
    resetFixture();
    container.removeAttribute('style');
  });

  for (const [what, answer] of Object.entries({
    'both systems': { body: both() },
    'one debt': { body: [fee()] },
    nothing: { body: [] },
    'a failure': { status: 404, body: {} },
  })) {
    it(`content below stays below the first screen, or does not move: ${what}`, async () => {
      const element = mount({
        attributes: library(),
        answers: { 'fees-url': { ...answer, delay: 20 } },
      });
      const below = document.createElement('p');
      element.after(below);
      await element.updateComplete;
      const top = () => Math.min(below.getBoundingClientRect().top, innerHeight);
      const before = [top(), part(element, 'heading')?.getBoundingClientRect().top];
      await settled(element);
      expect([top(), part(element, 'heading')?.getBoundingClientRect().top]).to.deep.equal(before);
    });
  }

  it('the first section does not move when the second arrives', async () => {
    const second = deferred<Response>();
    const element = mount({
      attributes: library({ 'dibs-fees-url': '/dibs', 'oir-fees-url': '/oir' }),
      properties: {
        fetcher: fetcherOf((url) => (url === '/dibs' ? json(oldDebts()) : second.promise)),
      },
    });
    await waitUntil(() => hasPart(element, 'section-dibs') && hasPart(element, 'placeholder'));
    const top = () => part(element, 'section-dibs')?.getBoundingClientRect().top;
    const before = top();
    second.resolve(json(newDebts()));
    await settled(element);
    expect(hasPart(element, 'section-oir')).to.be.true;
    expect(top()).to.equal(before);
  });

  it('the line of the total is kept for the sum, and not for a patron who must log in', async () => {
    container.style.inlineSize = '390px';
    const heightOf = async (body: unknown, status = 200) => {
      const answers = { 'fees-url': { body, status } };
      const element = mount({ attributes: library(), answers });
      await element.updateComplete;
      const total = part(element, 'total');
      const loading = total?.getBoundingClientRect().height;
      expect(loading).to.be.above(16);
      await settled(element);
      expect(part(element, 'total'), 'the live region stays').to.equal(total);
      const height = total?.getBoundingClientRect().height;
      element.remove();
      return height === loading ? 'kept' : height;
    };
    expect(await heightOf(both())).to.equal('kept');
    expect(await heightOf([])).to.equal('kept');
    expect(await heightOf({}, 404)).to.equal('kept');
    expect(await heightOf({}, 401)).to.equal(0);
  });

  it('a refresh moves nothing', async () => {
    const fees = both();
    const element = await mountWithFees(fees, library());
    const tops = () => parts(element, 'debt').map((row) => row.getBoundingClientRect().top);
    const before = tops();
    const positions = new Set<string>();
    const observer = new MutationObserver(() => positions.add(String(tops())));
    observer.observe(element.shadowRoot as ShadowRoot, { subtree: true, childList: true });
    await element.refresh();
    await delay(20);
    observer.disconnect();
    expect(tops()).to.deep.equal(before);
    expect([...positions].every((each) => each === String(before))).to.be.true;
  });
});
