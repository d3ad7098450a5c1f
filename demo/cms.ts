import { showAstrid } from './astrid.js';
import { beginAgain, books, setStart, STARTS, type StartName } from './network/library.js';

await showAstrid();

const rehearsal = document.querySelector('form') as HTMLFormElement;
const start = rehearsal.elements.namedItem('start') as HTMLSelectElement;
for (const [name, title] of Object.entries(STARTS)) start.add(new Option(title, name));
start.value = books().start;
start.addEventListener('change', () => setStart(start.value as StartName));
rehearsal.addEventListener('reset', () => {
  beginAgain();
  location.reload();
});
