import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { strFromU8 } from 'fflate';
import { openWorkbench, renderPasted } from './workbench-page.js';

/**
 * A library that goes over on 1 March 2027: all debts, old and new, by giro form in Digital Post, and no payment site.
 * The steps are those of a web editor, with the keyboard, from empty fields to the package.
 */
const SETTINGS = {
  'Bibliotekets navn': 'Ådal Bibliotek',
  Skæringsdato: '2027-03-01',
  'Gammel betaling slutter': '2027-03-01',
  'Adresse for mellemværender': '/min-side/gebyrer',
  'Timer, før betaling ses': '72',
  'Kontakt og hjælp': '/kontakt',
  'Adresse på login': '/login',
};
const PHONES = '<p>Spørg om et gebyr: 88 88 00 00. Spørg om betaling: 88 88 00 01.</p>';
const FORM = /Kommunen sender et indbetalingskort til din Digital Post/;

/** Sentences that are false where nothing can be paid here. */
const FALSE =
  /betalingsknap|Kontakt biblioteket for at høre|Mit Betalingsoverblik|ikke fastsat|kunne kun betales/;

let fixture;
/** @type {import('./workbench-page.js').WorkbenchPage} */
let workbench;
/** The texts of the previews, by language and day. */
const previews = new Map();
const DAYS = ['2027-02-28', '2027-03-01', '2027-03-25'];

before(async () => {
  fixture = await openWorkbench();
  workbench = await fixture.open();
});
after(() => fixture?.close());

describe('the whole setup of a library without a payment site, typed', () => {
  test('the settings, the choice of payment and the phone numbers are typed', async () => {
    await workbench.openTab('Importér');
    await workbench.tab.getByRole('button', { name: 'Begynd med tomme felter' }).click();
    await workbench.typeSettings(SETTINGS);
    await workbench.typeSettings({
      'Sådan betales nye mellemværender': 'Indbetalingskort i Digital Post',
    });
    await workbench.typeSettings({ 'Gamle mellemværender betales på samme måde': true });
    await workbench.fillSlot('oir-info', PHONES);
    assert.equal(await workbench.tab.locator('.problems p, .example p').count(), 0);
    // The previews have moved to the switch, where there is something to see.
    assert.match(await workbench.textOf('cms'), /Betales med indbetalingskort i Digital Post 1/);
    await workbench.openTab('Opsætning');
    assert.match(
      await workbench.tab.locator('.sentences').first().innerText(),
      /Fra den 1\. marts 2027 sender kommunen/,
    );
    await workbench.selectScenario('Både gamle og nye');
  });

  test('each day says how debts are paid, in Danish and English, and nothing false', async () => {
    for (const lang of ['da', 'en']) {
      await workbench.tab.locator('[data-name=lang]').selectOption(lang);
      for (const day of DAYS) {
        await workbench.showDay(day);
        const text = await workbench.textOf('cms');
        previews.set(lang + day, text);
        assert.match(
          text,
          lang === 'da' ? /indbetalingskort/ : /giro form in Digital Post|giro form to your/,
        );
        assert.doesNotMatch(text, FALSE);
      }
    }
    const first = previews.get('da2027-03-01');
    assert.match(first, /Betales med indbetalingskort i Digital Post 1 mellemværende/);
    assert.match(first, /op til 72 timer.*/);
    // The day before, nothing is sent yet.
    assert.match(
      previews.get('da2027-02-28'),
      /Fra den 1\. marts sender kommunen .*også for ældre/,
    );
    assert.match(first, /<tel:\+4588880000>88 88 00 00.*<tel:\+4588880001>88 88 00 01/);
    await workbench.tab.locator('[data-name=lang]').selectOption('da');
  });

  test('the timeline says nothing false', async () => {
    await workbench.tab.locator('.marks button', { hasText: 'Skæringsdato' }).click();
    const happens = await workbench.tab.locator('.happens').innerText();
    assert.match(
      happens,
      /Kommunen begynder at opkræve.*Det gamle system \(DIBS\) slutter\. · Oprettes: Erstatning/,
    );
    assert.doesNotMatch(happens, FALSE);
  });

  test('the current day is no change of the page', async () => {
    await workbench.tab.locator('.marks button', { hasText: 'I dag' }).click();
    const happens = await workbench.tab.locator('.happens').innerText();
    assert.match(happens, /^I dag\. Om \d+ dage: /);
    await workbench.tab.locator('.marks button', { hasText: 'Skæringsdato' }).click();
  });

  test('only texts that the preview shows are marked as seen', async () => {
    await workbench.openTab('Tekster');
    const isMarked = (key) => workbench.tab.locator(`[id="words-${key}"] .sign.seen`).count();
    await workbench.tab.locator('[id="words-dibs.ended"] .sign.seen').waitFor();
    assert.deepEqual(
      [
        await isMarked('oir.noSite'),
        await isMarked('dibs.unavailable'),
        await isMarked('dibs.app'),
        await isMarked('about.text'),
      ],
      [1, 0, 0, 0],
    );
  });

  test('the checklist quotes the sentences, and what is ticked off stays so after a reload', async () => {
    await workbench.openTab(/Tjekliste/);
    const list = workbench.tab.locator('.checklist');
    const items = await list.allInnerTexts();
    assert.match(items.join(), FORM);
    assert.doesNotMatch(items.join(), FALSE);
    assert.equal(await workbench.tab.locator('.must').count(), 0);
    for (const box of await list.getByRole('checkbox').all()) await box.check();
    await workbench.tab.getByText('Alt er på plads.').waitFor();
    await workbench.tab.waitForFunction(() => location.hash.length > 9);
    const ticked = await workbench.tab.locator('.ticked').count();
    const other = await fixture.open(new URL(await link()).hash);
    await other.openTab(/Tjekliste/);
    assert.equal(await other.tab.locator('.ticked').count(), ticked);
    await other.tab.getByText('Alt er på plads.').waitFor();
    await other.tab.close();
  });

  /** The link that restores the setup. */
  const link = async () => {
    await workbench.openTab('Hent koden');
    return workbench.tab.locator('[data-link]').getAttribute('data-link');
  };

  test('the letter has the name of the library, and nothing false', async () => {
    const letter = await workbench.code('supplier');
    assert.match(letter, /^Emne: .* – Ådal Bibliotek\n[^]*Ådal Bibliotek\n$/);
    assert.match(letter, /Sidste dag .*: ikke aktuelt/);
    assert.doesNotMatch(
      letter,
      /OBS|ikke fastsat|STANDARD.*\n.*\n.*(betalingsknap|kunne kun betales)/,
    );
  });

  test('the package, pasted into a page without a charset, shows what the preview does', async () => {
    await workbench.code('html', { dated: false });
    const files = await workbench.package();
    const names = Object.keys(files);
    assert.ok(
      names.some((name) => /^ddb-debt-overview-\d+\.\d+\.\d+.*\.js$/.test(name)),
      names.join(),
    );
    for (const name of ['LAESMIG.txt', 'ddb-debt-overview.js.LICENSE.txt'])
      assert.ok(names.includes(name));
    const html = strFromU8(files['indsaet.html']);
    assert.match(html, /integrity="sha384-/);
    assert.doesNotMatch(strFromU8(files['LAESMIG.txt']), /RETTES/);
    for (const day of DAYS) {
      const entries = await workbench.entries(day);
      for (const lang of ['da', 'en']) {
        const dated = html.replace('<ddb-debt-overview', `$& preview-date="${day}"`);
        assert.equal(
          await renderPasted(fixture.context, dated, entries, {
            lang,
            charset: false,
            folder: 'dist/cdn',
          }),
          previews.get(lang + day),
        );
      }
    }
    assert.deepEqual([workbench.errors, workbench.foreignRequests], [[], []]);
  });
});
