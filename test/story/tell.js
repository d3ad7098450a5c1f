import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { KEYBOARDS } from './keyboards.js';
import { openSite } from './site.js';
import { STATES } from './states.js';
import { reach, tabOf } from './tab.js';
import { toldOf } from './told.js';
import { treeOf } from './tree.js';

export const LANGUAGES = ['da', 'en'];

const fileOf = (name, lang) => fileURLToPath(new URL(`told/${name}.${lang}.txt`, import.meta.url));

export const wasTold = (name, lang) => readFileSync(fileOf(name, lang), 'utf8');
export const keep = (name, lang, told) => writeFileSync(fileOf(name, lang), told);

/** Somebody who opens the page in each state and tells what is there. */
export async function openTeller() {
  const site = await openSite();
  const keyboard = await KEYBOARDS.Chromium();
  const tab = tabOf(keyboard, site);
  return {
    tab,
    /** @param {import('./states.js').State} state */
    async tell(state, lang) {
      await reach(tab, state, lang);
      return toldOf(await this.tree(), lang);
    },
    async tree() {
      const devtools = await keyboard.devtools();
      const tree = await treeOf(devtools);
      await devtools.detach();
      return tree;
    },
    async close() {
      await keyboard.close();
      await site.close();
    },
  };
}

export { STATES };
