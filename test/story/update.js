import { buildIfStale } from '../built.js';
import { observe, PASSES, write } from './observed.js';
import { keep, LANGUAGES, openTeller, STATES } from './tell.js';

/** Writes down what is told now, or of some states: `update.js loading empty`. Read what has changed before you keep it. */
buildIfStale();
const teller = await openTeller();
const wanted = process.argv.slice(2);
const queue = STATES.filter(({ name }) => !wanted.length || wanted.includes(name));

async function work() {
  for (let state; (state = queue.shift());) {
    const told = await teller.tell(state.name);
    for (const lang of LANGUAGES) keep(state.name, lang, told[lang]);
  }
}
// Two pages at once keep two processors at work.
await Promise.all([work(), work()]);
await teller.close();

if (!wanted.length) {
  for (const pass of Object.keys(PASSES)) write(pass, (await observe(pass, 'Chromium')).account);
}
