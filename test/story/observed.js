import { readFileSync, writeFileSync } from 'node:fs';
import { byScreenReader } from './by-screen-reader.js';
import { byKeyboard } from './by-keyboard.js';
import { KEYBOARDS } from './keyboards.js';
import { openLibrary } from './patron.js';

/** The two transcripts in docs/accessibility.md. */
export const PASSES = { keyboard: byKeyboard, ear: byScreenReader };

const FILE = new URL('../../docs/accessibility.md', import.meta.url);

/** The block of a transcript in docs/accessibility.md. @param {keyof typeof PASSES} pass */
const blockOf = (pass) => new RegExp(`(<!-- pass: ${pass} -->\n\n\`\`\`text\n)([^\`]*)(\n\`\`\`)`);

export const documentedTranscript = (pass) => blockOf(pass).exec(readFileSync(FILE, 'utf8'))[2];

export function updateDocument(pass, transcript) {
  const page = readFileSync(FILE, 'utf8');
  writeFileSync(
    FILE,
    page.replace(blockOf(pass), (_, before, _old, after) => before + transcript + after),
  );
}

/** Runs a pass with its own library, and returns its transcript. @param {keyof typeof KEYBOARDS} engine */
export async function observe(pass, engine) {
  const host = await openLibrary();
  let keyboard;
  try {
    keyboard = await KEYBOARDS[engine]();
    const transcript = await PASSES[pass](keyboard, host);
    return { transcript, charges: host.gateway.ledger.map(({ amount }) => amount) };
  } finally {
    await keyboard?.close();
    await host.close();
  }
}
