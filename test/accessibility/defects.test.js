import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openGallery } from '../gallery/gallery.js';
import { CHECKS } from './checks/checks.js';
import { openGalleryTab } from './gallery-tab.js';
import { DEFECTS } from './defects.js';

/** Runs in the page. */
function addCss(css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const { shadowRoot } = document.querySelector('ddb-debt-overview');
  shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
}

let gallery;
let galleryTab;
before(async () => {
  gallery = await openGallery();
  galleryTab = await openGalleryTab('Chromium');
});
after(async () => {
  await galleryTab?.tab.close();
  await gallery?.close();
});

for (const [checkName, defects] of Object.entries(DEFECTS)) {
  const check = CHECKS[checkName];
  const inspect = () =>
    check.inspect(galleryTab.tab, { look: 'light', isFirst: true, count: () => undefined });
  const baseline = new Map();
  for (const { name, css, script, in: state = 'both' } of defects) {
    test(`${check.rule}: finds ${name}`, async () => {
      if (!baseline.has(state)) {
        await galleryTab.goTo(gallery.urlOf(state));
        baseline.set(state, await inspect());
      }
      await galleryTab.goTo(gallery.urlOf(state));
      if (css) await galleryTab.tab.evaluate(addCss, css);
      if (script) {
        const run = new Function(
          `(${script})(document.querySelector('ddb-debt-overview').shadowRoot)`,
        );
        await galleryTab.tab.evaluate(run);
      }
      const found = (await inspect()).filter(
        (violation) => !baseline.get(state).includes(violation),
      );
      assert.notDeepEqual(found, []);
    });
  }
}
