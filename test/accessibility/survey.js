import { openGallery, STATES } from '../gallery/gallery.js';
import { NIGHTLY } from '../nightly.js';
import { axe } from './checks/axe.js';
import { checksOf } from './checks/checks.js';
import { openGalleryTab } from './gallery-tab.js';

/** The looks of each browser; those in one array use the same page, one after the other. */
export const LOOKS = {
  Chromium: [['light', 'dark', 'forced', 'dpl', 'ddbasic'], ['english'], ['arabic']],
  Firefox: [['light', 'dark', 'dpl', 'ddbasic'], ['arabic']],
  'Firefox, forced colours': [['forced']],
  WebKit: [['light', 'dark', 'dpl', 'ddbasic'], ['arabic']],
};

/** The states for the other engines outside the nightly run; the first ones in Arabic too. */
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

/** The gallery's options for a look, if there are any. */
const PAGES = {
  english: { language: 'en' },
  arabic: { language: 'ar' },
};

/**
 * Inspects the states in one browser, in each of its looks.
 * @returns the violations by look and rule; what axe could not decide, by its rule; how many pages, and seconds
 */
export async function survey(browser) {
  const startTime = performance.now();
  const violations = {};
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
    const { tab, goTo, setLook } = await openGalleryTab(browser);
    try {
      for (let page; (page = queue.shift());) {
        const { name, looks } = page;
        await goTo(gallery.urlOf(name, PAGES[looks[0]]));
        for (const look of looks) {
          await setLook(look);
          for (const check of checksOf(browser, look)) {
            const results = await check.inspect(tab, { look, isFirst: look === looks[0], count });
            const found = (violations[`${look}: ${check.rule}`] ??= []);
            found.push(...results.map((violation) => `${name}: ${violation}`));
            // axe has inspected the page before the lists are opened.
            if (check === axe) await tab.evaluate(() => window.a11y.unfold());
          }
        }
      }
    } finally {
      await tab.close();
    }
  }

  try {
    // Two tabs use two processors; WebKit's driver has one window.
    await Promise.all(browser === 'WebKit' ? [work()] : [work(), work()]);
    const seconds = Math.round((performance.now() - startTime) / 1000);
    return { violations, undecided, pages: pages.length, seconds };
  } finally {
    await gallery.close();
  }
}
