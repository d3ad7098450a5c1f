import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openGallery, STATES } from '../gallery/gallery.js';
import { Album } from './album.js';
import { writeBeside } from './beside.js';
import { differenceOf } from './difference.js';
import { draw } from './draw.js';
import { MODES, WIDTHS } from './modes.js';
import { openPinned } from './pinned-chromium.js';

const places = Object.keys(MODES).flatMap((mode) => WIDTHS.map((width) => ({ mode, width })));
const albums = new Map(
  places.map(({ mode, width }) => [`${mode} ${width}`, Album.read(mode, width)]),
);

test('the albums contain exactly the states of the gallery', () => {
  const names = STATES.map(({ name }) => name);
  for (const [place, album] of albums) assert.deepEqual(album.states, names, place);
});

// Two at once keep two processors at work.
describe('looks unchanged', { concurrency: 2 }, () => {
  let gallery, browser;

  before(async () => {
    gallery = await openGallery();
    browser = await openPinned();
  });

  after(async () => {
    await browser?.close();
    await gallery?.close();
  });

  for (const { name, title } of STATES) {
    test(`${name}: ${title}`, async () => {
      const errors = [];
      let drawn = 0;
      for await (const { mode, width, picture: now } of draw(browser, gallery, name)) {
        drawn++;
        const old = albums.get(`${mode} ${width}`).pictureOf(name);
        const difference = old && differenceOf(old, now);
        if (old && !difference) continue;
        const file = writeBeside(
          `${name}-${mode}-${width}`,
          old ? [old, difference.picture, now] : [now],
        );
        const what = difference
          ? `${difference.pixels} pixels differ${old.height === now.height ? '' : `, ${now.height} px high instead of ${old.height}`}`
          : 'is new';
        errors.push(`${mode} ${width}: ${what}: ${file}`);
      }
      assert.equal(errors.join('\n'), '');
      assert.equal(drawn, places.length);
    });
  }
});
