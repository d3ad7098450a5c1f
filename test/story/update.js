import { buildIfStale } from '../built.js';
import { observe, PASSES, updateDocument } from './observed.js';
import { saveTranscript, LANGUAGES, openTranscriber, STATES } from './transcribe.js';

/** Updates the transcripts of all states, or of some: `update.js loading empty`. Read the changes before you commit them. */
buildIfStale();
const transcriber = await openTranscriber();
const wanted = process.argv.slice(2);
const queue = STATES.filter(({ name }) => !wanted.length || wanted.includes(name));

async function work() {
  for (let state; (state = queue.shift());) {
    const transcripts = await transcriber.transcribe(state.name);
    for (const lang of LANGUAGES) saveTranscript(state.name, lang, transcripts[lang]);
  }
}
// Two pages at the same time use two processors.
await Promise.all([work(), work()]);
await transcriber.close();

if (!wanted.length) {
  for (const pass of Object.keys(PASSES))
    updateDocument(pass, (await observe(pass, 'Chromium')).transcript);
}
