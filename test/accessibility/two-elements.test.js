import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openGallery } from '../gallery/gallery.js';
import { axe } from './checks/axe.js';
import { structure } from './checks/structure.js';
import { openGalleryTab } from './gallery-tab.js';

/** Runs in the page: adds a second element with the same debts. */
async function addSecondElement() {
  const element = document.querySelector('ddb-debt-overview');
  const other = element.cloneNode(true);
  element.after(other);
  await new Promise((resolve) => {
    const check = () => other.shadowRoot.querySelector('[part=list]') && resolve();
    new MutationObserver(check).observe(other.shadowRoot, { childList: true, subtree: true });
    check();
  });
}

describe('two elements in one page', () => {
  let gallery;
  let galleryTab;

  before(async () => {
    gallery = await openGallery();
    galleryTab = await openGalleryTab('Chromium');
    await galleryTab.goTo(gallery.urlOf('both'));
    await galleryTab.tab.evaluate(addSecondElement);
  });
  after(async () => {
    await galleryTab?.tab.close();
    await gallery?.close();
  });

  const look = { look: 'light', isFirst: true, count: () => undefined };
  test(structure.rule, async () =>
    assert.deepEqual(await structure.inspect(galleryTab.tab, look), []),
  );
  test('axe reports only that the same sections are there twice', async () => {
    const found = await axe.inspect(galleryTab.tab, look);
    assert.deepEqual(
      found.filter((violation) => !violation.startsWith('violates landmark-unique')),
      [],
    );
  });
});
