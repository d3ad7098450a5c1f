import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openGallery } from '../gallery/gallery.js';
import { focusRing } from './checks/focus-ring.js';
import { keyboard } from './checks/keyboard.js';
import { targetSize } from './checks/target-size.js';
import { openPlace } from './open-place.js';

/** From here on a row is laid out when it is come to (src/views/debt-styles.ts), and cuts off what reaches out of it. */
const ROWS = 60;

/** Runs in the page: the same widget with so many debts that can be chosen, each with another material folded away. */
async function becomeLong(rows) {
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
  let place;

  before(async () => {
    gallery = await openGallery();
    place = await openPlace('Chromium');
    await place.goTo(gallery.urlOf('both'));
    await place.tab.evaluate(becomeLong, ROWS);
  });
  after(async () => {
    await place?.tab.close();
    await gallery?.close();
  });

  for (const { rule, look } of [keyboard, targetSize, focusRing]) {
    test(rule, async () => assert.deepEqual(await look(place.tab), []));
  }
});
