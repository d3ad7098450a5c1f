/**
 * `npm run screenshots`: every page and every state of the demo, at 390×844 and 1280×800, into screenshots/, to be
 * looked at. The README's picture is the CMS page; `-- --readme` takes it anew.
 */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium as playwright } from 'playwright-core';
import { createServer } from 'vite';
import { chromium } from './browsers/chromium.js';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } };

const server = await createServer({
  configFile: path('../vite.config.ts'),
  mode: 'demo',
  logLevel: 'error',
});
await server.listen();
const base = server.resolvedUrls?.local[0] ?? '';
const { executablePath, args } = await chromium();
const browser = await playwright.launch({ executablePath, args });

async function shoot(viewport, name, to) {
  const page = await browser.newPage({ viewport });
  await page.goto(new URL(name, base).href);
  // Debts answer within a second; what hangs is a state of its own.
  await page.waitForTimeout(1200);
  await page.screenshot({ path: to, fullPage: true });
  const links = page.locator('article > h2 a');
  const states = await links.evaluateAll((all) => all.map(({ hash }) => hash.slice(1)));
  await page.close();
  return states;
}

try {
  if (process.argv.includes('--readme')) {
    mkdirSync(path('../demo/pictures'), { recursive: true });
    await shoot(SIZES.desktop, 'cms.html', path('../demo/pictures/cms.png'));
  } else {
    for (const [size, viewport] of Object.entries(SIZES)) {
      const folder = path(`../screenshots/${size}`);
      mkdirSync(folder, { recursive: true });
      for (const name of ['index', 'cms', 'app']) {
        await shoot(viewport, `${name}.html`, `${folder}/${name}.png`);
      }
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
