import { expect } from '@open-wc/testing';
import { both, newDebts } from '../../demo/fixtures.js';
import { library } from '../../demo/states.js';
import type { DdbDebtOverview } from '../../src/index.js';
import {
  resetFixture,
  part,
  parts,
  mount,
  viewText,
  partTexts,
  settled,
  mountWithFees,
  container,
  waitUntil,
  textOf,
} from './fixture.js';

const heading = (element: Element) => textOf(part(element, 'heading'));
const DANISH = 'Mellemværender';
const ENGLISH = 'What you owe';
const ARABIC = 'المبالغ المستحقة عليك';
const NAMES = { [DANISH]: 'Danish', [ENGLISH]: 'English', [ARABIC]: 'Arabic' };

describe('CONTRACT 2: lang', () => {
  afterEach(() => {
    resetFixture();
    container.removeAttribute('lang');
  });

  const mountIn = async (into: Element | ShadowRoot, lang?: string): Promise<DdbDebtOverview> => {
    const attributes: Record<string, string> = lang === undefined ? {} : { lang };
    const element = mount({ into, attributes, answers: { 'fees-url': { body: [] } } });
    await settled(element);
    return element;
  };

  for (const [lang, words] of [
    ['da', DANISH],
    ['da-DK', DANISH],
    ['en', ENGLISH],
    ['en-GB', ENGLISH],
    ['EN_us', ENGLISH],
    ['de', DANISH],
    ['ar', ARABIC],
    ['ar-DK', ARABIC],
    ['', DANISH],
  ] as const) {
    it(`"${lang}" is ${NAMES[words]}`, async () => {
      expect(heading(await mountIn(container, lang))).to.equal(words);
    });
  }

  it('is inherited from the nearest ancestor when the element has none', async () => {
    container.lang = 'en';
    container.innerHTML = '<div lang="da"><p></p></div><div></div>';
    const [danish, english] = container.children;
    expect(heading(await mountIn(danish?.firstElementChild as Element))).to.equal(DANISH);
    expect(heading(await mountIn(english as Element))).to.equal(ENGLISH);
    expect(heading(await mountIn(english as Element, 'da'))).to.equal(DANISH);
    expect(heading(await mountIn(english as Element, '')), 'lang="" is not set').to.equal(ENGLISH);
  });

  it('is inherited across shadow roots', async () => {
    const outer = document.createElement('div');
    outer.lang = 'en';
    container.append(outer);
    const inner = document.createElement('div');
    outer.attachShadow({ mode: 'open' }).append(inner);
    const element = await mountIn(inner.attachShadow({ mode: 'open' }));
    expect(heading(element)).to.equal(ENGLISH);
    outer.lang = 'da';
    await waitUntil(() => heading(element) === DANISH);
  });

  it('inside a shadow root may change while the page is open', async () => {
    const outer = document.createElement('div');
    container.append(outer);
    const inner = document.createElement('div');
    outer.attachShadow({ mode: 'open' }).append(inner);
    const element = await mountIn(inner);
    inner.lang = 'en';
    await new Promise((resolve) => setTimeout(resolve, 20));
    await element.updateComplete;
    expect(heading(element)).to.equal(ENGLISH);
  });

  it('may change while the page is open, on the element and on its ancestors', async () => {
    const element = await mountIn(container);
    container.lang = 'en';
    await waitUntil(() => heading(element) === ENGLISH);
    element.lang = 'da';
    await element.updateComplete;
    expect(heading(element)).to.equal(DANISH);
    element.removeAttribute('lang');
    await element.updateComplete;
    expect(heading(element)).to.equal(ENGLISH);
  });

  it('an element moved into another language uses that language', async () => {
    container.innerHTML = '<div lang="da"></div><div lang="en"></div>';
    const [danish, english] = container.children;
    const element = await mountIn(danish as Element);
    english?.append(element);
    await element.updateComplete;
    expect(heading(element)).to.equal(ENGLISH);
  });

  it('two elements of a page can use two languages', async () => {
    const [danish, english] = await Promise.all([
      mountWithFees(both(), library({ lang: 'da' })),
      mountWithFees(both(), library({ lang: 'en' })),
    ]);
    for (const element of [danish, english]) await element.refresh();
    expect(viewText(danish)).to.include('mellemværender').and.not.to.include('debts');
    expect(viewText(english)).to.include('2 debts').and.not.to.include('mellemværender');
    expect(partTexts(english, 'subtotal')[0]).to.equal('Total DKK 262.56');
    expect(partTexts(danish, 'subtotal')[0]).to.equal('I alt 262,56 kr.');
  });

  it('is set for screen readers; texts of the library system stay Danish', async () => {
    const element = await mountWithFees(newDebts(), library({ lang: 'en-US' }));
    expect(part(element, 'base')?.lang).to.equal('en');
    expect(part(element, 'reason')?.lang).to.equal('da');
  });

  describe('right-to-left languages', () => {
    const style = (element: Element, name: string) =>
      getComputedStyle(part(element, name) as HTMLElement);

    it('the whole widget is mirrored, whatever the direction of the page', async () => {
      for (const dir of ['ltr', 'rtl']) {
        container.dir = dir;
        const arabic = await mountWithFees(both(), library({ lang: 'ar' }));
        expect(part(arabic, 'base')?.dir).to.equal('rtl');
        expect(style(arabic, 'list').direction).to.equal('rtl');
        const [reason, amount] = ['reason', 'amount'].map((name) =>
          part(arabic, name)?.getBoundingClientRect(),
        );
        expect(amount?.right, 'the amount is to the left').to.be.at.most(reason?.left ?? 0);
        const danish = await mountWithFees(both(), library({ lang: 'da' }));
        expect(style(danish, 'list').direction).to.equal('ltr');
      }
      container.removeAttribute('dir');
    });

    it('the library system’s Danish and the titles of records keep their own direction', async () => {
      const debts = both().map((debt) => ({ ...debt, reasonMessage: 'Gebyr (for sent)' }));
      const element = await mountWithFees(debts, library({ lang: 'ar' }));
      const reason = part(element, 'reason');
      expect(reason?.lang).to.equal('da');
      const isolated = reason?.querySelector('bdi') as HTMLElement;
      expect(getComputedStyle(isolated).unicodeBidi).to.equal('isolate');
      expect(getComputedStyle(isolated).direction).to.equal('ltr');
      expect(textOf(isolated)).to.equal('Gebyr (for sent)');
    });

    it('amounts are aligned by their digits', async () => {
      const element = await mountWithFees(both(), library({ lang: 'ar' }));
      const edges = parts(element, 'amount').map((amount) => {
        const range = document.createRange();
        range.selectNodeContents(amount);
        return Math.round(range.getBoundingClientRect().right);
      });
      expect(edges).to.have.length.above(1);
      expect(new Set(edges).size).to.equal(1);
    });
  });
});

describe('CONTRACT 2: heading-level', () => {
  afterEach(resetFixture);

  for (let level = 1; level <= 6; level++) {
    it(`${level}: section headings are one level below`, async () => {
      const element = await mountWithFees(both(), library({ 'heading-level': String(level) }));
      const outline = [...(element.shadowRoot?.querySelectorAll('h1, h2, h3, h4, h5, h6') ?? [])];
      const below = `h${Math.min(level + 1, 6)}`;
      expect(outline.map(({ localName }) => localName)).to.deep.equal([`h${level}`, below, below]);
    });
  }

  it('is 2 by default', async () => {
    expect(part(await mountWithFees([]), 'heading')?.localName).to.equal('h2');
  });
});
