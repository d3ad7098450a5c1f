import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openSite } from '../story/site.js';
import { BROWSERS } from './browsers.js';
import { Patron } from './patron.js';
import { openSession } from './session.js';
import { STORIES } from './stories.js';

export const LANGUAGES = /** @type {const} */ (['da', 'en']);

/** @param {{ browser: string, language: string }} how */
const fileOf = (name, { browser, language }) =>
  fileURLToPath(new URL(`transcripts/${browser}/${name}.${language}.txt`, import.meta.url));
export const savedTranscript = (name, how) => readFileSync(fileOf(name, how), 'utf8');
export const saveTranscript = (name, how, text) => writeFileSync(fileOf(name, how), text);

/** Every browser in every language. */
export const WAYS = Object.keys(BROWSERS).flatMap((browser) =>
  LANGUAGES.map((language) => ({ browser, language })),
);

/** Opens a browser with a screen reader, to hear stories. */
export async function openTeller({ browser: name, language }) {
  const site = await openSite();
  const session = await openSession(language);
  const browser = await BROWSERS[name](session);
  const tell = async (story) => {
    const { options, act } = STORIES[story];
    site.reset({ ...options, language });
    const patron = new Patron({ orca: session.orca, browser, site });
    await act(patron);
    return `${patron.lines.join('\n')}\n`;
  };
  // Orca presents the first page of a session in another way than the next ones.
  await tell('summary');
  return {
    /** @returns {Promise<string>} the transcript of a story */
    tell,
    async close() {
      await browser.close();
      await session.end();
      await site.close();
    },
  };
}
