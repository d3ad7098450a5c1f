import { PNG } from 'pngjs';
import { openState } from '../gallery/open-state.js';
import { MODES, WIDTHS } from './modes.js';

const HEIGHT = 1600;
/** The margin around the element for shadows, in CSS pixels. */
const AROUND = 8;

/** @typedef {{ width: number, height: number, data: Buffer }} Picture its pixels as red, green, blue, alpha */

/** @returns {Promise<Picture>} */
async function shoot(page, devtools, width) {
  const screen = { width, height: HEIGHT, deviceScaleFactor: 1, mobile: false };
  await devtools.send('Emulation.setDeviceMetricsOverride', screen);
  const place = await page.evaluate(() => {
    const { top, height } = document.querySelector('ddb-debt-overview').getBoundingClientRect();
    return {
      top,
      height: Math.ceil(height),
      over: document.documentElement.scrollWidth - innerWidth,
    };
  });
  if (place.over > 0) throw new Error(`the page is ${place.over} px wider than ${width} px`);
  const height = place.height + 2 * AROUND;
  const { data } = await devtools.send('Page.captureScreenshot', {
    format: 'png',
    optimizeForSpeed: true,
    clip: { x: 0, y: place.top - AROUND, width, height, scale: 1 },
    captureBeyondViewport: place.top + height > HEIGHT,
  });
  return PNG.sync.read(Buffer.from(data, 'base64'));
}

/**
 * Takes a screenshot of a state in every mode and width.
 * @param {import('playwright-core').Browser} browser
 * @param {Awaited<ReturnType<import('../gallery/gallery.js').openGallery>>} gallery
 * @returns {AsyncGenerator<{ mode: string, width: number, picture: Picture }>}
 */
export async function* draw(browser, gallery, state) {
  // Tabs of one context share claims of payments.
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    for (const [mode, how] of Object.entries(MODES)) {
      await openState(page, gallery.urlOf(state, how));
      for (const width of WIDTHS)
        yield { mode, width, picture: await shoot(page, devtools, width) };
    }
  } finally {
    await context.close();
  }
}
