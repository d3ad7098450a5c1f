import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openBrowser } from '../pages/open-browser.js';
import { serve } from '../serve.js';
import { checkPage } from './checker.js';

const AXE = readFileSync(
  new URL('../../node_modules/axe-core/axe.min.js', import.meta.url),
  'utf8',
);
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The pages of the demo, and what a complete one shows. The states themselves are checked in the gallery. */
const PAGES = {
  'cms.html': 'ddb-debt-overview li',
  'app.html': 'ddb-debt-overview li',
  'profile.html': 'ddb-debt-overview [part=base]',
  'gateway.html': 'h1',
  'states.html#both': 'ddb-debt-overview li',
};
const TABS = ['preview', 'setup', 'debts', 'texts', 'look', 'check', 'export', 'import'];

let server;
let browser;
before(async () => {
  server = await serve({}, { folder: fileURLToPath(new URL('../../dist-demo', import.meta.url)) });
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** The violations by axe, and the failures by accessibility-checker-engine. */
async function violationsIn(tab) {
  await tab.evaluate(AXE);
  const byAxe = await tab.evaluate(async (tags) => {
    const { violations } = await window.axe.run(document, { runOnly: tags });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`));
  }, TAGS);
  const findings = await checkPage((...given) => tab.evaluate(...given));
  const failures = findings.filter(({ verdict }) => verdict === 'FAIL').map(({ text }) => text);
  return [...byAxe, ...failures];
}

for (const [width, height] of [
  [1280, 800],
  [390, 844],
]) {
  describe(`the demo, ${width} px wide`, () => {
    let tab;
    before(async () => {
      tab = await browser.newPage({ viewport: { width, height }, locale: 'da-DK' });
    });
    after(() => tab?.close());

    for (const [name, complete] of Object.entries(PAGES)) {
      test(`${name}: neither axe nor accessibility-checker-engine finds a failure`, async () => {
        await tab.goto(`${server.origin}/${name}`);
        await tab.locator(complete).first().waitFor({ state: 'attached' });
        assert.deepEqual(await violationsIn(tab), []);
      });
    }

    test('the workbench: they find none on any tab', async () => {
      await tab.goto(server.origin);
      await tab
        .frameLocator('iframe')
        .first()
        .locator('ddb-debt-overview li')
        .first()
        .waitFor({ state: 'attached' });
      for (const name of TABS) {
        const control = tab.locator(`#tab-${name}`);
        if (!(await control.isVisible())) continue;
        await control.click();
        assert.deepEqual(await violationsIn(tab), [], name);
      }
    });
  });
}
