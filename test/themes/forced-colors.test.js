import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openGallery } from '../gallery/gallery.js';
import { openBrowser } from '../pages/open-browser.js';
import { boxContrast } from './box-contrast.js';
import { show } from './show.js';

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

/** Parts that need an edge, because forced colours remove their background. */
const EDGES = {
  chosen: ['section', 'pay-selected', 'pay-all', 'go-link'],
  'dibs-failed': ['failure', 'retry-button'],
  preview: ['preview', 'go-link'],
  receipt: ['receipt', 'print-button'],
};

/** The contrast of an element's left edge with its surroundings. */
async function edge(element, beside = 3) {
  await element.scrollIntoViewIfNeeded();
  const { x, y, height } = await element.boundingBox();
  const clip = { x: x - beside, y: y + height / 2, width: beside + 3, height: 3 };
  return boxContrast(await page.screenshot({ clip }));
}

const SCHEMES = { light: ['light', 'dark'], dpl: ['light'], ddbasic: ['light'] };

for (const [look, schemes] of Object.entries(SCHEMES)) {
  for (const colorScheme of schemes) {
    describe(`everything has an edge in forced colours: ${look}, ${colorScheme}`, () => {
      const shown = async (state) => {
        await page.emulateMedia({ forcedColors: 'active', colorScheme });
        await show(page, gallery, { state, look });
      };

      for (const [state, parts] of Object.entries(EDGES)) {
        test(state, async () => {
          await shown(state);
          for (const part of parts) {
            const ratio = await edge(page.locator(`[part~=${part}]`).first());
            assert.ok(ratio >= 3, `${part}: ${ratio.toFixed(2)}`);
          }
        });
      }

      test('check boxes, focus ring and disabled buttons', async () => {
        await shown('both');
        const box = page.locator('[part=choice]').first();
        const button = page.locator('[part~=pay-all]');
        const off = page.locator('[part~=pay-selected]');
        const ratio = await edge(box);
        assert.ok(ratio >= 3, `a check box: ${ratio.toFixed(2)}`);
        // The ring ends 5 px outside the button, so this picture contains only the ring.
        const ringOf = async (element) => {
          await element.focus();
          await page.keyboard.press('Shift+Tab');
          await page.keyboard.press('Tab');
          const { x, y, height } = await element.boundingBox();
          const clip = { x: x - 7, y: y + height / 2, width: 6, height: 3 };
          return boxContrast(await page.screenshot({ clip }));
        };
        for (const [is, element] of Object.entries({ box, button, off })) {
          const ring = await ringOf(element);
          assert.ok(ring >= 3, `the ring of the ${is}: ${ring.toFixed(2)}`);
        }
        const opacity = (element) => element.evaluate((one) => getComputedStyle(one).opacity);
        assert.notEqual(await opacity(off), await opacity(button));
        const offEdge = await edge(off);
        assert.ok(offEdge >= 3, `switched off: ${offEdge.toFixed(2)}`);
      });
    });
  }
}
