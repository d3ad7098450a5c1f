import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { openWorkbench } from './workbench-page.js';

const read = (file) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

/** The Danish words of each module's admin pages. */
const WORDS = {
  'ddb_debt_overview-drupal': 'drupal/ddb_debt_overview/translations/ddb_debt_overview.da.po',
  'ddb_debt_overview-drupal-7': 'drupal-7/ddb_debt_overview/translations/ddb_debt_overview.da.po',
  'ddb-debt-overview-wordpress': 'wordpress/ddb-debt-overview/languages/ddb-debt-overview-da_DK.po',
};

let fixture;
let workbench;
before(async () => {
  fixture = await openWorkbench();
  workbench = await fixture.open();
  await workbench.openTab('Hent koden');
});
after(() => fixture?.close());

describe('the modules for a CMS', () => {
  test('are the archives of the build, with the words of their forms', async () => {
    const list = workbench.tab.locator('.modules');
    const archives = (await list.locator('code').allInnerTexts()).map((name) =>
      name.replace('-….zip', ''),
    );
    assert.deepEqual([...archives].sort(), Object.keys(WORDS).sort());
    const built = readdirSync(new URL('../../dist/integrations', import.meta.url));
    const places = await list.locator('dd:not(:has(code))').allInnerTexts();
    for (const [index, archive] of archives.entries()) {
      assert.ok(built.some((name) => new RegExp(`^${archive}-\\d+\\.\\d+.*zip$`).test(name)));
      const [, menu, place] = /› ?([^›:]+): »(.+)«/.exec(places[index]) ?? [];
      const words = read(`integrations/${WORDS[archive]}`);
      for (const word of [menu.trim(), place]) assert.ok(words.includes(`msgstr "${word}"`), word);
    }
  });

  test('get the setup as JSON, without the day of a test page', async () => {
    await workbench.tab.getByLabel(/Til en testside/).check();
    await workbench.tab.getByRole('button', { name: 'Kopiér opsætningen' }).click();
    const copied = await workbench.tab.evaluate(() => navigator.clipboard.readText());
    const { previewDate, feesUrl } = JSON.parse(copied);
    assert.deepEqual([previewDate, feesUrl], [undefined, '/min-side/mellemvaerender.json']);
  });
});
