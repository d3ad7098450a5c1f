import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openGallery } from '../gallery/gallery.js';
import { focusRing } from './checks/focus-ring.js';
import { keyboard } from './checks/keyboard.js';
import { targetSize } from './checks/target-size.js';
import { openGalleryTab } from './gallery-tab.js';

/** So many rows use `content-visibility` (src/views/debt-styles.ts), which clips what overflows a row. */
const ROWS = 60;

/** Runs in the page: gives the widget `rows` debts that can be chosen, each with a second material in a closed list. */
async function showLongList(rows) {
  const element = document.querySelector('ddb-debt-overview');
  const debts = Array.from({ length: rows }, (_, index) => ({
    feeId: index + 1,
    type: 'fee',
    reasonMessage: 'Gebyr (for sent)',
    amount: 10 + index,
    dueDate: '2022-02-01',
    creationDate: '2022-01-03',
    paidDate: null,
    payableByClient: true,
    materials: ['5237104417', '5119302266'].map((materialItemNumber) => ({ materialItemNumber })),
  }));
  element.fetcher = async () => new Response(JSON.stringify(debts));
  await element.refresh();
  window.a11y.unfold();
}

describe(`a list of ${ROWS} debts`, () => {
  let gallery;
  let galleryTab;

  before(async () => {
    gallery = await openGallery();
    galleryTab = await openGalleryTab('Chromium');
    await galleryTab.goTo(gallery.urlOf('both'));
    await galleryTab.tab.evaluate(showLongList, ROWS);
  });
  after(async () => {
    await galleryTab?.tab.close();
    await gallery?.close();
  });

  for (const { rule, inspect } of [keyboard, targetSize, focusRing]) {
    test(rule, async () => assert.deepEqual(await inspect(galleryTab.tab), []));
  }
});
