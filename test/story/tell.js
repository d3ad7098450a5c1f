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
  // As many as are asked at once: tabs of one context would tell each other of payments.
  const idle = [];
  const openTab = async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    return { page, devtools: await context.newCDPSession(page) };
  };
  return {
    /** @returns {Promise<Record<string, string>>} what is told of a state, by language */
    async tell(name) {
      const tab = idle.pop() ?? (await openTab());
      const told = {};
      for (const language of LANGUAGES) {
        await openState(tab.page, gallery.urlOf(name, { language }));
        told[language] = toldOf(await treeOf(tab.devtools), language);
      }
      idle.push(tab);
      return told;
    },
    async close() {
      await browser.close();
      await gallery.close();
    },
  };
}

export { STATES };
