import { showAstrid } from './astrid.js';
import {
  resetLibrary,
  libraryState,
  setStartResponse,
  START_RESPONSES,
  type StartResponse,
} from './network/library.js';

await showAstrid();

const form = document.querySelector('form') as HTMLFormElement;
const start = form.elements.namedItem('start') as HTMLSelectElement;
for (const [name, title] of Object.entries(START_RESPONSES)) start.add(new Option(title, name));
start.value = libraryState().startResponse;
start.addEventListener('change', () => setStartResponse(start.value as StartResponse));
form.addEventListener('reset', () => {
  resetLibrary();
  location.reload();
});
