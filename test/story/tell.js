import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openGallery, STATES } from '../gallery/gallery.js';
import { openState } from '../gallery/open-state.js';
import { openBrowser } from '../pages/open-browser.js';
import { toldOf } from './told.js';
import { treeOf } from './tree.js';

export const LANGUAGES = ['da', 'en'];

const fileOf = (name, lang) => fileURLToPath(new URL(`told/${name}.${lang}.txt`, import.meta.url));

export const wasTold = (name, lang) => readFileSync(fileOf(name, lang), 'utf8');
export const keep = (name, lang, told) => writeFileSync(fileOf(name, lang), told);

/** Opens each state of the gallery, and tells what is there. */
export async function openTeller() {
  const gallery = await openGallery();
  const browser = await openBrowser();
  return {
    /** @returns {Promise<Record<string, string>>} what is told of a state, by language */
    async tell(name) {
      // Tabs of one context would tell each other of payments.
      const context = await browser.newContext();
      try {
        const page = await context.newPage();
        const devtools = await context.newCDPSession(page);
        const told = {};
        for (const language of LANGUAGES) {
          await openState(page, gallery.urlOf(name, { language }));
          told[language] = toldOf(await treeOf(devtools), language);
        }
        return told;
      } finally {
        await context.close();
      }
    },
    async close() {
      await browser.close();
      await gallery.close();
    },
  };
}

export { STATES };
