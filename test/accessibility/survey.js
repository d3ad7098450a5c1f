import { openGallery, STATES } from '../gallery/gallery.js';
import { axe } from './checks/axe.js';
import { checksOf } from './checks/checks.js';
import { openPlace } from './open-place.js';

/** Which looks each browser shows: those of one row in one page, one after the other. */
export const LOOKS = {
  Chromium: [['light', 'dark', 'forced'], ['dpl'], ['ddbasic'], ['english'], ['arabic']],
  Firefox: [['light', 'dark']],
  'Firefox, forced colours': [['forced']],
  WebKit: [['light', 'dark']],
};

/** How a page of the gallery is asked for, where it is not as it comes. */
const PAGES = {
  dpl: { theme: 'dpl' },
  ddbasic: { theme: 'ddbasic' },
  english: { language: 'en' },
  arabic: { language: 'ar' },
};

/**
 * Looks at every state in one browser, in each of its looks.
 * @param {{ widget?: string, rows?: string[][], states?: { name: string }[] }} instead another build, or a part of it
 * @returns the faults by look and rule; what axe could not decide, by its rule; how many states, and seconds
 */
export async function survey(browser, { widget, rows = LOOKS[browser], states = STATES } = {}) {
  const began = performance.now();
  const faults = {};
  const undecided = {};
  const count = (ids) => {
    for (const id of ids) undecided[id] = (undecided[id] ?? 0) + 1;
  };
  const gallery = await openGallery({ widget });
  const { tab, goTo, wear } = await openPlace(browser);
  try {
    for (const { name } of states) {
      for (const looks of rows) {
        await goTo(gallery.urlOf(name, PAGES[looks[0]]));
        for (const look of looks) {
          await wear(look);
          for (const check of checksOf(browser, look)) {
            const found = await check.look(tab, { look, isFirst: look === looks[0], count });
            const told = (faults[`${look}: ${check.rule}`] ??= []);
            told.push(...found.map((fault) => `${name}: ${fault}`));
            // axe has seen the page as it comes.
            if (check === axe) await tab.evaluate(() => window.a11y.unfold());
          }
        }
      }
    }
    const seconds = Math.round((performance.now() - began) / 1000);
    return { faults, undecided, states: states.length, seconds };
  } finally {
    await tab.close();
    await gallery.close();
  }
}
