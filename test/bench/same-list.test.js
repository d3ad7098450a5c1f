import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser } from '../pages/open-browser.js';
import { COUNTS } from './comparison.js';
import { site } from './site.js';

let pages;
let browser;
before(async () => {
  pages = await site();
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await pages?.close();
});

/** The visible text, without direction marks, non-breaking spaces and empty lines. */
const seen = (text) =>
  text
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();

async function read(path) {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  await page.goto(pages.origin + path);
  const rows = page.getByRole('listitem');
  await rows.first().waitFor();
  const texts = async (locator) => (await locator.allInnerTexts()).map(seen);
  const found = {
    // innerText does not include rows that `content-visibility` skips.
    rows: (await rows.allTextContents()).map((text) => seen(text).replaceAll(' ', '')),
    headings: await texts(page.getByRole('heading')),
    buttons: await texts(page.getByRole('button', { name: /^Betal/ })),
    boxes: await page.getByRole('checkbox').count(),
    sums: (await texts(page.getByText(/I alt\s/))).map((text) => /I alt .*/.exec(text)?.[0]),
    links: await page.getByRole('link').evaluateAll((all) => all.map((link) => link.href)),
  };
  // A click sends the same payment.
  const posted = page.waitForRequest((request) => request.method() === 'POST');
  await page.getByRole('button', { name: /^Betal (alle|\d)/ }).click();
  const { feeIds, amount } = (await posted).postDataJSON();
  await page.close();
  return { ...found, feeIds, amount };
}

for (const count of COUNTS) {
  test(`with ${count} debts, the widget and the page written by hand show the same, and pay the same`, async () => {
    const widget = await read(`/widget-${count}`);
    const hand = await read(`/hand-${count}`);
    assert.equal(widget.rows.length, count);
    assert.deepEqual(hand, widget);
  });
}
