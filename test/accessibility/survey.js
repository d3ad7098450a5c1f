import { openGallery, STATES } from '../gallery/gallery.js';
import { NIGHTLY } from '../nightly.js';
import { axe } from './checks/axe.js';
import { checksOf } from './checks/checks.js';
import { openPlace } from './open-place.js';

/** Which looks each browser shows: those of one row in one page, one after the other. */
export const LOOKS = {
  Chromium: [['light', 'dark', 'forced', 'dpl', 'ddbasic'], ['english'], ['arabic']],
  Firefox: [['light', 'dark', 'dpl', 'ddbasic'], ['arabic']],
  'Firefox, forced colours': [['forced']],
  WebKit: [['light', 'dark', 'dpl', 'ddbasic'], ['arabic']],
};

/** The states that stand for all in the other engines, where it is not the night; the first ones in Arabic too. */
const SOME = [
  'long-words',
  'both',
  'titles-open',
  'chosen-all',
  'both-failed',
  'refused-login',
  'receipt-alone',
  'preview',
  'summary',
];
const IN_ARABIC = 2;

const namesOf = (browser, look) => {
  if (NIGHTLY || browser === 'Chromium') return STATES.map(({ name }) => name);
  return look === 'arabic' ? SOME.slice(0, IN_ARABIC) : SOME;
};

/** How a page of the gallery is asked for, where it is not as it comes. */
const PAGES = {
  english: { language: 'en' },
  arabic: { language: 'ar' },
};

/**
 * Looks at the states in one browser, in each of its looks.
 * @returns the faults by look and rule; what axe could not decide, by its rule; how many pages, and seconds
 */
export async function survey(browser) {
  const began = performance.now();
  const faults = {};
  const undecided = {};
  const count = (ids) => {
    for (const id of ids) undecided[id] = (undecided[id] ?? 0) + 1;
  };
  const gallery = await openGallery();
  const pages = LOOKS[browser].flatMap((looks) =>
    namesOf(browser, looks[0]).map((name) => ({ name, looks })),
  );
  const queue = [...pages];

  async function work() {
    const { tab, goTo, wear } = await openPlace(browser);
    try {
      for (let page; (page = queue.shift());) {
        const { name, looks } = page;
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
    } finally {
      await tab.close();
    }
  }

  try {
    // Two at once keep two processors at work; WebKit's driver has one window.
    await Promise.all(browser === 'WebKit' ? [work()] : [work(), work()]);
    const seconds = Math.round((performance.now() - began) / 1000);
    return { faults, undecided, pages: pages.length, seconds };
  } finally {
    await gallery.close();
  }
}
