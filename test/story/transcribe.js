import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openGallery, STATES } from '../gallery/gallery.js';
import { openState } from '../gallery/open-state.js';
import { openBrowser } from '../pages/open-browser.js';
import { transcriptOf } from './transcript.js';
import { treeOf } from './tree.js';

export const LANGUAGES = ['da', 'en'];

const fileOf = (name, lang) => fileURLToPath(new URL(`told/${name}.${lang}.txt`, import.meta.url));

export const savedTranscript = (name, lang) => readFileSync(fileOf(name, lang), 'utf8');
export const saveTranscript = (name, lang, transcript) =>
  writeFileSync(fileOf(name, lang), transcript);

/** Opens states of the gallery, and transcribes them. */
export async function openTranscriber() {
  const gallery = await openGallery();
  const browser = await openBrowser();
  // One browser context for each concurrent state, because tabs of one context share their payments.
  const idle = [];
  const openTab = async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    return { page, devtools: await context.newCDPSession(page) };
  };
  return {
    /** @returns {Promise<Record<string, string>>} the transcripts of a state, by language */
    async transcribe(name) {
      const tab = idle.pop() ?? (await openTab());
      const transcripts = {};
      for (const language of LANGUAGES) {
        await openState(tab.page, gallery.urlOf(name, { language }));
        transcripts[language] = transcriptOf(await treeOf(tab.devtools), language);
      }
      idle.push(tab);
      return transcripts;
    },
    async close() {
      await browser.close();
      await gallery.close();
    },
  };
}

export { STATES };
