import { expect } from '@open-wc/testing';
import { both } from '../../demo/fixtures.js';
import { present } from '../core/given.js';
import {
  resetFixture,
  hasPart,
  part,
  parts,
  settled,
  container,
  waitUntil,
  recordWarnings,
  textOf,
} from '../element/fixture.js';
import { catalogueOf } from './catalogue.js';
import { open } from './page.js';
import { summarized, summaryStates } from './summary-states.js';

/** Renders that state. */
async function showing(what: string, attributes: Record<string, string> = {}) {
  recordWarnings();
  const state = present(summaryStates()[what]);
  const element = open(state.library, { ...state.attributes, ...attributes });
  if (state.loading) await waitUntil(() => hasPart(element, 'summary'));
  else await settled(element);
  return element;
}

/** How many lines the text of a node has. */
function linesOf(node: Element): number {
  const bottoms = new Set<number>();
  const letters = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  while (letters.nextNode()) {
    if (!textOf(letters.currentNode)) continue;
    const range = document.createRange();
    range.selectNodeContents(letters.currentNode);
    for (const { bottom } of range.getClientRects()) bottoms.add(Math.round(bottom));
  }
  return bottoms.size;
}

/** The font size at which this machine's letters are as wide as those of Arial at 16 px. */
function asWideAsArial(): string {
  const pen = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
  pen.font = '100px sans-serif';
  return `${(16 * 55.6) / pen.measureText('0').width}px`;
}

describe('CONTRACT 2: the summary on screen', () => {
  beforeEach(() => {
    // A phone of 390 px with usual margins.
    Object.assign(container.style, {
      inlineSize: '358px',
      fontFamily: 'sans-serif',
      fontSize: asWideAsArial(),
    });
  });
  afterEach(() => {
    resetFixture();
    container.removeAttribute('style');
  });

  for (const what of Object.keys(summaryStates())) {
    for (const lang of ['da', 'en']) {
      it(`is one line high on a phone, with nothing cut off: ${what} (${lang})`, async () => {
        const element = await showing(what, { lang });
        const line = part(element, 'summary') as HTMLElement;
        expect(linesOf(line), textOf(line)).to.equal(1);
        expect(line.scrollWidth).to.be.at.most(line.clientWidth);
        expect(element.scrollWidth).to.be.at.most(358);
        expect(element.getBoundingClientRect().height).to.be.below(48);
      });
    }

    it(`is accessible: ${what}`, async () => {
      await expect(await showing(what)).to.be.accessible();
    });

    it(`has no heading, list or button, and nothing hidden: ${what}`, async () => {
      const element = await showing(what);
      const base = part(element, 'base') as HTMLElement;
      expect(
        base.querySelectorAll('h1, h2, h3, h4, h5, h6, ul, ol, li, button, input, details, slot')
          .length,
      ).to.equal(0);
      expect(textOf(base)).to.equal(textOf(part(element, 'summary')));
      expect(parts(element, 'summary')).to.have.length(1);
    });
  }

  it('reserves no space: the next content is right below it', async () => {
    const element = await showing('both systems have debts');
    const below = document.createElement('p');
    below.style.margin = '0';
    element.after(below);
    const line = part(element, 'summary')?.getBoundingClientRect();
    expect(below.getBoundingClientRect().top - (line?.bottom ?? 0)).to.be.within(0, 1);
    expect(element.getBoundingClientRect().height).to.be.below(48);
  });

  it('the next content does not move when the debts arrive', async () => {
    const library = catalogueOf(both());
    let answer!: () => void;
    const waits = new Promise<void>((resolve) => (answer = resolve));
    const { list } = library;
    library.list = (...args) => waits.then(() => list(...args));
    const element = open(library, summarized());
    const below = document.createElement('p');
    element.after(below);
    await waitUntil(() => hasPart(element, 'summary'));
    const { top } = below.getBoundingClientRect();
    answer();
    await settled(element);
    expect(textOf(part(element, 'summary'))).to.include('512,56');
    expect(below.getBoundingClientRect().top).to.equal(top);
  });

  it('is a live region that is there before its text', async () => {
    const library = catalogueOf(both());
    const element = open(library, summarized());
    await waitUntil(() => hasPart(element, 'summary'));
    const before = part(element, 'summary');
    await settled(element);
    expect(before?.getAttribute('aria-live')).to.equal('polite');
    expect(part(element, 'summary') === before).to.be.true;
  });

  it('its link can be focused, and is large enough to hit (WCAG 2.5.8)', async () => {
    const element = await showing('both systems have debts');
    const link = part(element, 'summary-link') as HTMLElement;
    link.focus();
    expect(element.shadowRoot?.activeElement === link).to.be.true;
    expect(link.getBoundingClientRect().height).to.be.at.least(24);
  });
});
