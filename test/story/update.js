import { observe, PASSES, write } from './observed.js';
import { keep, LANGUAGES, openTeller, STATES } from './tell.js';

/** Writes down what is told now, or of some states: `update.js loading empty`. Read what has changed before you keep it. */
const teller = await openTeller();
const wanted = process.argv.slice(2);
for (const state of STATES) {
  if (wanted.length && !wanted.includes(state.name)) continue;
  for (const lang of LANGUAGES) keep(state.name, lang, await teller.tell(state, lang));
}
await teller.close();

if (!wanted.length) {
  for (const pass of Object.keys(PASSES)) write(pass, (await observe(pass, 'Chromium')).account);
}
