/** `node test/visual/update.js`: takes the screenshots of the albums again; review and commit them. */
import { mkdirSync } from 'node:fs';
import { buildIfStale } from '../built.js';
import { openGallery, STATES } from '../gallery/gallery.js';
import { Album } from './album.js';
import { draw } from './draw.js';
import { MODES, WIDTHS } from './modes.js';
import { openPinned } from './pinned-chromium.js';

buildIfStale();
const gallery = await openGallery();
const browser = await openPinned();
/** By mode and width, and then by state. */
const drawn = new Map();
const queue = [...STATES];

async function work() {
  for (let state; (state = queue.shift());) {
    for await (const { mode, width, picture } of draw(browser, gallery, state.name)) {
      const key = `${mode} ${width}`;
      drawn.set(key, (drawn.get(key) ?? new Map()).set(state.name, picture));
    }
  }
}

try {
  // Two pages use two processors.
  await Promise.all([work(), work()]);
} finally {
  await browser.close();
  await gallery.close();
}

mkdirSync(new URL('./albums', import.meta.url), { recursive: true });
let bytes = 0;
for (const mode of Object.keys(MODES)) {
  for (const width of WIDTHS) {
    const pictures = drawn.get(`${mode} ${width}`);
    const ordered = new Map(STATES.map(({ name }) => [name, pictures.get(name)]));
    bytes += Album.of(width, ordered).write(mode);
  }
}
console.warn(`${STATES.length} states, ${drawn.size} albums, ${(bytes / 1e6).toFixed(2)} MB`);
