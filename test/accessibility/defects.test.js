import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openGallery } from '../gallery/gallery.js';
import { CHECKS } from './checks/checks.js';
import { openPlace } from './open-place.js';
import { SPOILS } from './spoils.js';

/** Runs in the page. */
function addCss(css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const { shadowRoot } = document.querySelector('ddb-debt-overview');
  shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
}

let gallery;
let place;
before(async () => {
  gallery = await openGallery();
  place = await openPlace('Chromium');
});
after(async () => {
  await place?.tab.close();
  await gallery?.close();
});

for (const [name, spoils] of Object.entries(SPOILS)) {
  const check = CHECKS[name];
  const see = () => check.look(place.tab, { look: 'light', isFirst: true, count: () => undefined });
  const unspoilt = new Map();
  for (const { is, css, act, in: state = 'both' } of spoils) {
    test(`${check.rule}: ${is} is found`, async () => {
      if (!unspoilt.has(state)) {
        await place.goTo(gallery.urlOf(state));
        unspoilt.set(state, await see());
      }
      await place.goTo(gallery.urlOf(state));
      if (css) await place.tab.evaluate(addCss, css);
      if (act) {
        const run = new Function(
          `(${act})(document.querySelector('ddb-debt-overview').shadowRoot)`,
        );
        await place.tab.evaluate(run);
      }
      const found = (await see()).filter((fault) => !unspoilt.get(state).includes(fault));
      assert.notDeepEqual(found, []);
    });
  }
}
