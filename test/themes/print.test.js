import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openGallery } from '../gallery/gallery.js';
import { openBrowser } from '../pages/open-browser.js';
import { onPaper } from './in-page/on-paper.js';
import { pdfPages } from './pdf-pages.js';
import { LOOKS, show } from './show.js';

let gallery;
let browser;
let page;

before(async () => {
  gallery = await openGallery();
  browser = await openBrowser();
  page = await browser.newPage({ locale: 'da-DK' });
});

after(async () => {
  await browser?.close();
  await gallery?.close();
});

/** A4 with the usual margins of browsers. */
const printed = async () =>
  pdfPages(await page.pdf({ format: 'A4', tagged: true, margin: MARGIN }));
const MARGIN = { top: '1cm', right: '1cm', bottom: '1cm', left: '1cm' };

const paper = async (what) => {
  await page.emulateMedia({ media: 'screen' });
  await show(page, gallery, what);
  await page.emulateMedia({ media: 'print' });
  return page.evaluate(onPaper);
};

for (const look of Object.keys(LOOKS)) {
  test(`six debts are printed on one page: ${look}`, async () => {
    await show(page, gallery, { state: 'long-words', look, folded: true });
    await page.addStyleTag({
      content: 'h1 { display: none } body { font: 16px sans-serif; margin: 0 }',
    });
    const { count, pagesOf } = await printed();
    assert.deepEqual([count, pagesOf(/^LI$/).length], [1, 6]);
  });

  test(`black on white: ${look}`, async () => {
    for (const state of [
      'both',
      'dibs-failed',
      'locked',
      'preview',
      'receipt',
      'titles',
      'summary',
    ]) {
      const { faint, dark } = await paper({ state, look });
      assert.deepEqual({ faint, dark }, { faint: [], dark: [] }, state);
    }
  });
}

test('prints no controls', async () => {
  for (const state of ['both', 'chosen', 'dibs-failed', 'receipt']) {
    const { controls } = await paper({ state });
    assert.deepEqual(controls, [], state);
  }
});

test('prints the addresses of links: the payment site, the terms, the rates and the library', async () => {
  const { links, text } = await paper({ state: 'both' });
  const printedText = [...links.map((link) => link.text), text].join('\n');
  for (const address of ['betalingsoverblik.example', '#betingelser', '#takster', '#kontakt']) {
    assert.ok(printedText.includes(address), `${address} is printed: ${printedText}`);
  }
});

describe('page breaks', () => {
  test('splits no debt, and no heading from its list', async () => {
    await show(page, gallery, { state: 'both', folded: true });
    for (let above = 0; above <= 1100; above += 50) {
      await page.evaluate((height) => {
        document.querySelector('ddb-debt-overview').style.marginBlockStart = `${height}px`;
      }, above);
      const { pagesOf } = await printed();
      assert.deepEqual(
        pagesOf(/^LI$/).filter(({ length }) => length !== 1),
        [],
        `no debt is on two pages, ${above} px down`,
      );
      const first = (tag) => pagesOf(tag).map(([number]) => number);
      assert.deepEqual(
        first(/^H3$/),
        first(/^L$/),
        `headings are at their lists, ${above} px down`,
      );
    }
  });

  test('prints many debts on several pages', async () => {
    await show(page, gallery, { state: 'many', folded: true });
    const { count, pagesOf } = await printed();
    assert.equal(pagesOf(/^LI$/).length, 24);
    assert.deepEqual(
      pagesOf(/^LI$/).filter(({ length }) => length !== 1),
      [],
    );
    // A half empty page means that a debt could not be separated from the next.
    assert.ok(count >= 2 && count <= 3, `${count} pages`);
  });
});

test('prints a receipt alone, on one page', async () => {
  const { parts, text } = await paper({ state: 'receipt' });
  assert.ok(parts.includes('receipt'), 'the receipt is there');
  assert.match(text, /FJORD-1001/);
  assert.match(text, /262,56/);
  const others = ['heading', 'intro', 'section', 'failure', 'empty', 'footer', 'payment'];
  assert.deepEqual(
    others.filter((part) => parts.includes(part)),
    [],
  );
  const { count } = await printed();
  assert.equal(count, 1);
});

test('prints an address in Arabic from left to right, not mirrored', async () => {
  await page.emulateMedia({ media: 'screen' });
  await show(page, gallery, { state: 'both', language: 'ar' });
  const after = () =>
    page.evaluate(() => {
      const { shadowRoot } = document.querySelector('ddb-debt-overview');
      const link = shadowRoot.querySelector('[part~=go-link]');
      const { scale, direction } = getComputedStyle(link, '::after');
      return { scale, direction };
    });
  assert.deepEqual(await after(), { scale: '-1 1', direction: 'rtl' });
  await page.emulateMedia({ media: 'print' });
  assert.deepEqual(await after(), { scale: 'none', direction: 'ltr' });
});
