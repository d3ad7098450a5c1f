import { readFileSync, writeFileSync } from 'node:fs';
import { byEar } from './by-ear.js';
import { byKeyboard } from './by-keyboard.js';
import { KEYBOARDS } from './keyboards.js';
import { openLibrary } from './patron.js';

/** The two passes that ACCESSIBILITY.md tells of. */
export const PASSES = { keyboard: byKeyboard, ear: byEar };

const FILE = new URL('../../ACCESSIBILITY.md', import.meta.url);

/** What stands there between these. @param {keyof typeof PASSES} pass */
const blockOf = (pass) => new RegExp(`(<!-- pass: ${pass} -->\n\n\`\`\`text\n)([^\`]*)(\n\`\`\`)`);

export const asWritten = (pass) => blockOf(pass).exec(readFileSync(FILE, 'utf8'))[2];

export function write(pass, account) {
  const page = readFileSync(FILE, 'utf8');
  writeFileSync(
    FILE,
    page.replace(blockOf(pass), (_, before, _old, after) => before + account + after),
  );
}

/** Goes through it, with a library of its own. @param {keyof typeof KEYBOARDS} engine */
export async function observe(pass, engine) {
  const host = await openLibrary();
  let keyboard;
  try {
    keyboard = await KEYBOARDS[engine]();
    const account = await PASSES[pass](keyboard, host);
    return { account, charges: host.gateway.ledger.map(({ amount }) => amount) };
  } finally {
    await keyboard?.close();
    await host.close();
  }
}
