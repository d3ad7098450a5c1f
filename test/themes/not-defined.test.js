import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { openBrowser } from '../pages/open-browser.js';

let browser;

before(async () => {
  browser = await openBrowser();
});
after(() => browser?.close());

const read = (file) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const STYLES = {
  'themes/ddbasic.css': read('themes/ddbasic.css'),
  'themes/dpl.css': read('themes/dpl.css'),
  'demo/cms.css': read('demo/cms.css'),
};

for (const [file, css] of Object.entries(STYLES)) {
  test(`a login is not seen before the script has arrived: ${file}`, async () => {
    const page = await browser.newPage();
    await page.setContent(
      `<style>a { display: inline-block }</style><style>${css}</style>
      <ddb-debt-overview><a slot="login" href="/login">Log ind</a></ddb-debt-overview>`,
    );
    assert.equal(await page.getByText('Log ind').isVisible(), false);
    await page.close();
  });
}
