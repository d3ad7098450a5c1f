import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openGallery } from '../gallery/gallery.js';
import { openBrowser } from '../pages/open-browser.js';
import { boxContrast } from './box-contrast.js';
import { coloursSeen } from './in-page/colours.js';
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

/** The parts that must be measured, so that no test passes without them. */
const SHOWN = {
  both: ['reason', 'date overdue', 'amount', 'action pay-button pay-all', 'action go-link', 'link'],
  chosen: ['note chosen', 'action pay-button pay-selected', 'action pay-button pay-all quiet'],
  'dibs-failed': ['failure-heading', 'failure-text', 'action retry-button'],
  'receipt-alone': ['receipt-text', 'receipt-fact', 'receipt-line', 'action print-button', 'empty'],
  locked: ['locked'],
  'not-payable': ['not-payable'],
  preview: ['preview', 'problems'],
  titles: ['title', 'byline', 'number'],
  summary: ['summary-link link'],
};

const describeColours = ({ what, part, text = '', ratio, needs }) =>
  `${part} (${what} "${text}"): ${ratio.toFixed(2)}, needs ${needs}`;

for (const look of Object.keys(LOOKS)) {
  describe(`everything has contrast with its background: ${look}`, () => {
    for (const [state, parts] of Object.entries(SHOWN)) {
      test(state, async () => {
        await show(page, gallery, { state, look });
        const colours = await page.evaluate(coloursSeen);
        const missing = parts.filter((part) => !colours.some((one) => one.part === part));
        assert.deepEqual(missing, [], 'what was to be measured is there');
        assert.deepEqual(
          colours.filter(({ ratio, needs }) => ratio < needs).map(describeColours),
          [],
        );
      });
    }

    test('the check boxes, empty and ticked', async () => {
      await show(page, gallery, { state: 'chosen', look });
      const boxes = page.locator('[part=choice]');
      for (const [index, is] of ['empty', 'ticked'].entries()) {
        const { x, y, width, height } = await boxes.nth(index).boundingBox();
        const clip = { x: x - 3, y: y - 3, width: width + 6, height: height + 6 };
        const ratio = boxContrast(await page.screenshot({ clip }));
        assert.ok(ratio >= 3, `${is}: ${ratio.toFixed(2)}, needs 3`);
      }
    });
  });
}
