/**
 * `node test/visual/show.js both titles …`: extracts states from the albums into pictures/, with the
 * widths of each mode side by side. Without names: all.
 */
import { STATES } from '../gallery/gallery.js';
import { Album } from './album.js';
import { writeBeside } from './beside.js';
import { MODES, WIDTHS } from './modes.js';

const args = process.argv.slice(2);
const names = args.length ? args : STATES.map(({ name }) => name);
for (const mode of Object.keys(MODES)) {
  const albums = WIDTHS.map((width) => Album.read(mode, width));
  for (const name of names) {
    const pictures = albums.map((album) => album.pictureOf(name));
    if (!pictures.every(Boolean)) throw new Error(`The albums have no state "${name}".`);
    console.warn(writeBeside(`${name}-${mode}`, pictures));
  }
}
