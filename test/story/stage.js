import { after, before } from 'node:test';
import { openGallery } from '../gallery/gallery.js';
import { onFoot } from './focus.js';
import { KEYBOARDS } from './keyboards.js';
import { openSite } from './site.js';
import { tabOf } from './tab.js';

/** For a file of tests: a browser with a keyboard, the gallery, and a library's site. @param {keyof typeof KEYBOARDS} engine */
export function stageIn(engine) {
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
    /** @type {ReturnType<typeof onFoot>} */
    feet: undefined,
  };
  before(async () => {
    on.gallery = await openGallery();
    on.site = await openSite();
    on.keyboard = await KEYBOARDS[engine]();
    on.tab = tabOf(on.keyboard, on.site);
    on.feet = onFoot(on.keyboard);
  });
  after(async () => {
    await on.keyboard?.close();
    await on.site?.close();
    await on.gallery?.close();
  });
  return on;
}

/** @typedef {ReturnType<typeof stageIn>} Stage */
