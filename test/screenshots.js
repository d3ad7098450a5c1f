/**
 * `node test/screenshots.js`: every page and every state of the demo, at 390×844 and 1280×800, into screenshots/.
 * `node test/screenshots.js --readme` takes the README's pictures: the CMS page and the workbench.
 */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from './built.js';
import { openBrowser } from './pages/open-browser.js';
import { serve } from './serve.js';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const SIZES = {
  phone: { width: 390, height: 844 },
  desktop: { width: 1280, height: 800 },
  wide: { width: 1920, height: 1080 },
};

const DEMO = path('../dist-demo');
buildIfStale();
const server = await serve({}, { folder: DEMO });
const browser = await openBrowser();

async function shoot(viewport, name, to) {
  const page = await browser.newPage({ viewport, locale: 'da-DK' });
  await page.goto(`${server.origin}/${name}`);
  // Debts are answered within a second, and titles within another; a state may never be complete.
  await page.waitForTimeout(2500);
  await page.screenshot({ path: to, fullPage: true });
  const links = page.locator('article > h2 a');
  const states = await links.evaluateAll((all) => all.map(({ hash }) => hash.slice(1)));
  await page.close();
  return states;
}

/** The workbench, with each of its tabs open. */
async function shootBench(viewport, folder) {
  const page = await browser.newPage({ viewport, locale: 'da-DK' });
  await page.goto(server.origin);
  await page.waitForTimeout(2000);
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click();
    await page.waitForTimeout(500);
    await page.screenshot({
      path: `${folder}/workbench-${await tab.getAttribute('data-tab')}.png`,
    });
  }
  await page.close();
}

try {
  if (process.argv.includes('--readme')) {
    mkdirSync(path('../docs/pictures'), { recursive: true });
    await shoot(SIZES.desktop, 'cms.html', path('../docs/pictures/cms.png'));
    await shoot(SIZES.desktop, 'index.html', path('../docs/pictures/workbench.png'));
  } else {
    for (const [size, viewport] of Object.entries(SIZES)) {
      const folder = path(`../screenshots/${size}`);
      mkdirSync(folder, { recursive: true });
      for (const name of ['cms', 'app']) {
        await shoot(viewport, `${name}.html`, `${folder}/${name}.png`);
      }
      await shootBench(viewport, folder);
      const states = await shoot(viewport, 'states.html', `${folder}/states.png`);
      for (const state of states) {
        await shoot(viewport, `states.html#${state}`, `${folder}/state-${state}.png`);
      }
    }
  }
} finally {
  await browser.close();
  await server.close();
}
