import { after, before } from 'node:test';
import { openGallery } from '../gallery/gallery.js';
import { keyboardNavigation } from './focus.js';
import { KEYBOARDS } from './keyboards.js';
import { openSite } from './site.js';
import { tabOf } from './tab.js';

/** Opens a browser with a keyboard, the gallery and a library's site before the tests of a file. @param {keyof typeof KEYBOARDS} engine */
export function fixtureFor(engine) {
  const on = {
    engine,
    /** @type {import('./keyboards.js').Keyboard} */
    keyboard: undefined,
    /** @type {Awaited<ReturnType<typeof openGallery>>} */
    gallery: undefined,
    /** @type {import('./site.js').Site} */
    site: undefined,
    /** @type {import('./tab.js').Tab} */
    tab: undefined,
    /** @type {ReturnType<typeof keyboardNavigation>} */
    navigation: undefined,
  };
  before(async () => {
    on.gallery = await openGallery();
    on.site = await openSite();
    on.keyboard = await KEYBOARDS[engine]();
    on.tab = tabOf(on.keyboard, on.site);
    on.navigation = keyboardNavigation(on.keyboard);
  });
  after(async () => {
    await on.keyboard?.close();
    await on.site?.close();
    await on.gallery?.close();
  });
  return on;
}

/** @typedef {ReturnType<typeof fixtureFor>} Fixture */
