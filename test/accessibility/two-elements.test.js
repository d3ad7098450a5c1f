import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openGallery } from '../gallery/gallery.js';
import { axe } from './checks/axe.js';
import { structure } from './checks/structure.js';
import { openPlace } from './open-place.js';

/** Runs in the page: the same debts a second time. */
async function becomeTwo() {
  const element = document.querySelector('ddb-debt-overview');
  const other = element.cloneNode(true);
  element.after(other);
  await new Promise((resolve) => {
    const look = () => other.shadowRoot.querySelector('[part=list]') && resolve();
    new MutationObserver(look).observe(other.shadowRoot, { childList: true, subtree: true });
    look();
  });
}

describe('two elements in one page', () => {
  let gallery;
  let place;

  before(async () => {
    gallery = await openGallery();
    place = await openPlace('Chromium');
    await place.goTo(gallery.urlOf('both'));
    await place.tab.evaluate(becomeTwo);
  });
  after(async () => {
    await place?.tab.close();
    await gallery?.close();
  });

  const look = { look: 'light', isFirst: true, count: () => undefined };
  test(structure.rule, async () => assert.deepEqual(await structure.look(place.tab, look), []));
  test('axe finds nothing but that the same sections are there twice', async () => {
    const found = await axe.look(place.tab, look);
    assert.deepEqual(
      found.filter((fault) => !fault.startsWith('violates landmark-unique')),
      [],
    );
  });
});
