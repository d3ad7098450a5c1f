import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, beforeEach, describe, test } from 'node:test';
import { openWorkbench, renderPasted } from './workbench-page.js';

let fixture;
/** @type {import('./workbench-page.js').WorkbenchPage} */
let workbench;

before(async () => {
  fixture = await openWorkbench();
});
after(() => fixture?.close());
beforeEach(async () => {
  await workbench?.tab.close();
  workbench = await fixture.open();
});

const DING_DEBT = JSON.stringify({
  ding_debt_show_introtext: 1,
  ding_debt_introtext: {
    value: '<p>Fra <strong>1. marts</strong> betaler du hos kommunen.</p>',
    format: 'ding_wysiwyg',
  },
  ding_debt_enable_internal: 1,
  ding_debt_internal_title: 'Gamle gebyrer',
  ding_debt_enable_internal_button: 1,
  ding_debt_enable_external: 1,
  ding_debt_external_title: 'Nye gebyrer',
  ding_debt_enable_external_button: 1,
  ding_debt_external_button_text: 'Gå til Mit Betalingsoverblik',
  ding_debt_external_button_url: 'https://www.kommune.dk/betal',
  ding_debt_external_show_extra_information: 1,
  ding_debt_external_extra_information: {
    value: '<p>Der kan gå 48 timer. <a href="/hjaelp">Hjælp</a></p>',
    format: 'ding_wysiwyg',
  },
});

/** Replaces the answer of FBS in the editor. */
async function typeAnswer({ tab }, text) {
  await tab.getByRole('tab', { name: 'Mellemværender' }).click();
  await tab.getByRole('textbox', { name: /FBS/ }).click();
  await tab.keyboard.press('ControlOrMeta+a');
  await tab.evaluate((words) => navigator.clipboard.writeText(words), text);
  await tab.keyboard.press('ControlOrMeta+v');
}

const paste = async (text) => {
  await workbench.openTab('Importér');
  await workbench.tab.locator('#pasted').fill(text);
  await workbench.tab.getByRole('button', { name: 'Importér', exact: true }).click();
};

const slider = () => workbench.tab.getByRole('slider', { name: 'Dag, der vises' });
const shownDay = () => workbench.tab.locator('.day strong').innerText();

describe('time', () => {
  test('the arrow keys move day by day, and both previews update', async () => {
    await workbench.tab.getByRole('button', { name: /^Skæringsdato/ }).click();
    assert.match(await workbench.textOf('cms'), /overgår til et nyt system/);
    await slider().focus();
    await workbench.tab.keyboard.press('ArrowLeft');
    for (const place of ['cms', 'app']) {
      assert.match(await workbench.textOf(place), /Fra den .* skal nye gebyrer/);
    }
    assert.match(await slider().getAttribute('aria-valuetext'), /Før skiftet$/);
    await workbench.tab.keyboard.press('ArrowRight');
    for (const place of ['cms', 'app']) {
      assert.match(await workbench.textOf(place), /overgår til et nyt system/);
    }
    assert.match(await slider().getAttribute('aria-valuetext'), /Overgangen$/);
    assert.match(
      await workbench.tab.locator('.happens').innerText(),
      /Skæringsdatoen: Kommunen begynder/,
    );
    await workbench.tab.keyboard.press('End');
    assert.match(await workbench.textOf('cms'), /kunne kun betales her før/);
    assert.match(await slider().getAttribute('aria-valuetext'), /Efter DIBS$/);
  });

  test('dragging the slider moves across the switch', async () => {
    const box = await slider().boundingBox();
    const drag = async (part) => {
      await workbench.tab.mouse.move(box.x + box.width * 0.5, box.y + box.height / 2);
      await workbench.tab.mouse.down();
      await workbench.tab.mouse.move(box.x + box.width * part, box.y + box.height / 2, {
        steps: 8,
      });
      await workbench.tab.mouse.up();
    };
    await drag(0.02);
    assert.match(await workbench.textOf('cms'), /Fra den/);
    await drag(0.99);
    assert.match(await workbench.textOf('cms'), /kunne kun betales her før/);
  });

  test('the slider stops at its ends', async () => {
    await slider().focus();
    for (const key of ['End', 'Home']) {
      await workbench.tab.keyboard.press(key);
      const day = await shownDay();
      await workbench.tab.keyboard.press(key);
      await workbench.tab.keyboard.press(key === 'End' ? 'ArrowRight' : 'ArrowLeft');
      assert.equal(await shownDay(), day);
    }
  });

  test('a switch date in another year is shown at once', async () => {
    await workbench.typeSettings({ Skæringsdato: '2021-06-15' });
    assert.match(await shownDay(), /15\. juni 2021/);
  });

  test('the buttons move from change to change, and describe each', async () => {
    await slider().focus();
    await workbench.tab.keyboard.press('Home');
    const next = workbench.tab.getByRole('button', { name: 'Næste ændring' });
    const days = [];
    while ((await next.getAttribute('aria-disabled')) === 'false') {
      await next.click();
      const happens = await workbench.tab.locator('.happens').innerText();
      assert.doesNotMatch(happens, /^(Om|I morgen)/);
      days.push(await shownDay());
    }
    assert.equal(new Set(days).size, days.length);
    assert.ok(days.length >= 6, days.join());
  });
});

describe('a link, and a file', () => {
  test('a link restores everything in a new tab', async () => {
    await workbench.typeSettings({
      'Betalingsstedets navn': 'Kommunens kasse',
      'MobilePay i appen': true,
    });
    await workbench.setText('oir.go', 'Betal i {name}');
    await workbench.fillSlot('footer', '<p>Ring til os</p>');
    await workbench.openTab('Udseende');
    await workbench.tab.locator('[data-theme=dpl]').click();
    await workbench.tab.getByText('Mørke').click();
    await workbench.selectScenario('Forfaldne');
    await workbench.showDay('2027-02-03');
    const shownText = [await workbench.textOf('cms'), await workbench.textOf('app')];
    assert.match(shownText[0], /Betal i Kommunens kasse.*Ring til os/);
    await workbench.openTab('Hent koden');
    await workbench.tab.getByRole('button', { name: 'Kopiér link' }).click();
    const link = await workbench.tab.evaluate(() => navigator.clipboard.readText());
    assert.equal(new URL(link).search, '');
    const other = await fixture.open(link.slice(fixture.url.length));
    assert.deepEqual([await other.textOf('cms'), await other.textOf('app')], shownText);
    assert.equal(await other.code('html'), await workbench.code('html'));
    assert.equal(await other.code('css'), await workbench.code('css'));
    await other.tab.close();
  });

  test('a reload and the other language keep the state', async () => {
    await workbench.typeSettings({ 'Betalingsstedets navn': 'Kassen' });
    await workbench.tab.reload();
    assert.match(await workbench.textOf('cms'), /Gå til Kassen/);
    await workbench.typeSettings({ 'Betalingsstedets navn': 'Kasse 2' });
    await workbench.tab.getByRole('link', { name: 'English' }).click();
    await workbench.tab.getByRole('heading', { name: 'The workbench' }).waitFor();
    assert.match(await workbench.textOf('cms'), /Gå til Kasse 2/);
  });

  test('a link that is opened in a workbench in use replaces its state', async () => {
    await workbench.openTab('Hent koden');
    const link = await workbench.tab.locator('[data-link]').getAttribute('data-link');
    const was = await workbench.textOf('cms');
    await typeAnswer(workbench, '[{"feeId": 1, "amount": 12.5, "creationDate": "2020-01-01"}]');
    assert.match(await workbench.textOf('cms'), /12,50/);
    await workbench.tab.evaluate((href) => location.assign(href), link);
    await workbench.tab.locator('.shown', { hasText: 'er ikke oprettet endnu' }).waitFor();
    assert.equal(await workbench.textOf('cms'), was);
    // An invalid link changes nothing.
    await workbench.typeSettings({ 'Betalingsstedets navn': 'Kassen' });
    await workbench.tab.evaluate(() => location.assign('#1.xyz'));
    await workbench.tab.locator('.status', { hasText: 'Linket er ikke helt' }).waitFor();
    assert.match(await workbench.textOf('cms'), /Gå til Kassen/);
    await workbench.tab.getByRole('button', { name: 'Luk' }).click();
  });

  test('a link can be pasted into the import field', async () => {
    await workbench.typeSettings({ 'Betalingsstedets navn': 'Kassen' });
    await workbench.openTab('Hent koden');
    const link = await workbench.tab.locator('[data-link]').getAttribute('data-link');
    await workbench.typeSettings({ 'Betalingsstedets navn': 'En anden' });
    await paste(link);
    await workbench.tab.getByText('Opsætningen er hentet.').waitFor();
    assert.match(await workbench.textOf('cms'), /Gå til Kassen/);
  });

  test('a saved file can be opened', async () => {
    await workbench.typeSettings({ 'Betalingsstedets navn': 'Kassen' });
    await workbench.openTab('Hent koden');
    const [download] = await Promise.all([
      workbench.tab.waitForEvent('download'),
      workbench.tab.getByRole('button', { name: 'Gem som fil' }).click(),
    ]);
    const path = await download.path();
    assert.equal(JSON.parse(await readFile(path, 'utf8')).workbench, 1);
    const other = await fixture.open();
    await other.openTab('Importér');
    await other.tab.locator('input[type=file]').setInputFiles(path);
    await other.tab.getByText('Opsætningen er hentet.').waitFor();
    assert.match(await other.textOf('cms'), /Gå til Kassen/);
    await other.tab.close();
  });

  for (const [what, hash, message] of [
    ['a truncated link', '#1.q1bKL0kt', /Linket er ikke helt/],
    ['an invalid link', '#1.%%%', /Linket er ikke helt/],
    ['a link from another version', undefined, /anden udgave .* settings\.nyhed/],
  ]) {
    test(`${what}: shows a message, and the workbench works`, async () => {
      const link = hash ?? (await otherVersion());
      const other = await fixture.open(link);
      await other.tab.locator('.status', { hasText: message }).waitFor();
      assert.match(await other.textOf('cms'), hash ? /Mit Betalingsoverblik/ : /Gå til Fremtiden/);
      await other.tab.close();
    });
  }

  /** A link from another version of the workbench. */
  const otherVersion = () =>
    workbench.tab.evaluate(async () => {
      const written = {
        workbench: 0,
        bench: {
          arrangement: {
            settings: {
              nyhed: 'x',
              oirPaymentName: 'Fremtiden',
              oirPaymentUrl: 'https://www.kommune.dk/',
            },
          },
        },
      };
      const stream = new Blob([JSON.stringify(written)])
        .stream()
        .pipeThrough(new CompressionStream('deflate-raw'));
      const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
      const text = btoa(String.fromCharCode(...bytes));
      return `#0.${text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`;
    });
});

describe('export', () => {
  const FEES = '"feesUrl": "/min-side/mellemvaerender.json"';

  test('each export shows the same as the preview when it is pasted into a page', async () => {
    await workbench.setText('oir.go', 'Betal "i" <{name}> {% hvis %} & smil');
    await workbench.setText('intro.transition', 'Nyt: {name}');
    const shownText = await workbench.textOf('cms');
    const entries = await workbench.entries('2026-12-24');
    const json = await workbench.code('json');
    assert.ok(json.includes(FEES));
    const inTag = `<script type="module" src="ddb-debt-overview.js"></script>
      <ddb-debt-overview><script type="application/json">${json.replaceAll('<', '\\u003c')}</script></ddb-debt-overview>`;
    for (const html of [await workbench.code('html'), inTag]) {
      assert.equal(await renderPasted(fixture.context, html, entries), shownText);
    }
  });

  test('code without preview-date shows today', async () => {
    await workbench.tab.getByRole('button', { name: /^I dag/ }).click();
    const shownText = await workbench.textOf('cms');
    const html = await workbench.code('html', { dated: false });
    assert.doesNotMatch(html, /preview-date/);
    assert.equal(
      await renderPasted(fixture.context, html, await workbench.entries('2026-11-23')),
      shownText,
    );
  });

  test('the theme’s CSS makes the page look as the preview does', async () => {
    await workbench.openTab('Udseende');
    await workbench.tab.locator('[data-theme=ddbasic]').click();
    const colour = (link) => getComputedStyle(link).backgroundColor;
    await workbench.tab.waitForTimeout(300);
    const inPreview = await workbench.preview('cms').locator('[part~=go-link]').evaluate(colour);
    const html = await workbench.code('html');
    const css = await workbench.code('css');
    const look = (root) => getComputedStyle(root.querySelector('[part~=go-link]')).backgroundColor;
    const entries = await workbench.entries('2026-12-24');
    const there = await renderPasted(fixture.context, `<style>${css}</style>${html}`, entries, {
      look,
    });
    assert.equal(there, inPreview);
    assert.equal(inPreview, 'rgb(38, 38, 38)');
  });
});

describe('import', () => {
  test('a full ding_debt configuration, with the outcome for each setting', async () => {
    await paste(DING_DEBT);
    await workbench.tab.getByRole('heading', { name: 'Tag stilling til' }).waitFor();
    for (const name of Object.keys(JSON.parse(DING_DEBT))) {
      assert.ok(await workbench.tab.locator('.lines code', { hasText: name }).count(), name);
    }
    const shownText = await workbench.textOf('cms');
    assert.match(shownText, /Fra 1\. marts betaler du hos kommunen/);
    assert.match(shownText, /Gamle gebyrer.*Nye gebyrer/);
    assert.match(shownText, /Der kan gå 48 timer\..*Hjælp/);
    assert.match(shownText, /<https:\/\/www\.kommune\.dk\/betal>/);
    // The export contains the imported settings.
    const html = await workbench.code('html');
    assert.match(html, /systems="both"/);
    assert.match(html, /<div slot="intro">.*<strong>1\. marts<\/strong>/);
  });

  test('the settings of DPL, and Back restores the state before', async () => {
    const was = await workbench.textOf('cms');
    await workbench.tab.waitForTimeout(600);
    await paste(
      'fees_and_replacement_costs_url: /priser\nfee_list_body_text: Læs om gebyrer.\npayment_site_url: https://betal.kommune.dk/\npayment_site_button_label: Betal nu\n',
    );
    assert.match(await workbench.textOf('cms'), /Læs om gebyrer\..*Betal nu.*<\/priser>/);
    await workbench.tab.goBack();
    assert.equal(await workbench.textOf('cms'), was);
  });

  test('its own tag', async () => {
    await workbench.setText('oir.go', 'Betal "i" <{name}> & smil');
    await workbench.fillSlot('oir-info', '<p>Ring <a href="tel:+4512345678">her</a></p>');
    const html = await workbench.code('html', { dated: false });
    const other = await fixture.open();
    await other.openTab('Importér');
    await other.tab.locator('#pasted').fill(html);
    await other.tab.getByRole('button', { name: 'Importér', exact: true }).click();
    assert.equal(await other.code('html', { dated: false }), html);
    assert.equal(await other.textOf('cms'), await workbench.textOf('cms'));
    await other.tab.close();
  });

  for (const [what, text, message] of [
    ['nothing', '', /ikke indsat noget/],
    ['a line of React', '<ddb-debt-overview fees-url={"/x"} />', /koden til React/],
    ['a truncated link', 'https://bibliotek.example/bord/#1.q1bKL0kt', /Linket er ikke helt/],
    ['nonsense', 'hej med dig', /ingen af de navne/],
    ['truncated JSON', DING_DEBT.slice(0, 200), /mangler noget/],
    ['a page', '<!doctype html><html><body><p>Hej</p></body></html>', /ligner en hjemmeside/],
  ]) {
    test(`${what}: shows a message at the field, and keeps the last valid state`, async () => {
      const was = await workbench.textOf('cms');
      await paste(text);
      await workbench.tab.locator('#pasted-problem', { hasText: message }).waitFor();
      assert.equal(await workbench.tab.locator('#pasted').getAttribute('aria-invalid'), 'true');
      assert.equal(await workbench.textOf('cms'), was);
    });
  }
});

describe('debts', () => {
  test('each scenario shows its debts', async () => {
    const shownText = {};
    await workbench.showDay('2027-01-10');
    await workbench.openTab('Mellemværender');
    const radios = workbench.tab.getByRole('group', { name: 'Situation' }).getByRole('radio');
    for (let index = 0; index < (await radios.count()); index++) {
      await radios.nth(index).check();
      const name = await radios
        .nth(index)
        .evaluate(({ parentElement }) => parentElement?.innerText);
      shownText[name.split('\n')[0]] = await workbench.textOf('cms');
    }
    assert.equal(new Set(Object.values(shownText)).size, 10);
    assert.match(shownText['Ingen mellemværender'], /Du har ingen mellemværender\./);
    assert.match(shownText['Under overførsel'], /I alt 262,56/);
    assert.match(shownText['Noget kan ikke læses'], /mindst .*kunne ikke vises/);
    assert.match(shownText['Ved at blive registreret'], /Betalingen er ved at blive registreret/);
    assert.doesNotMatch(shownText['Uden materialer'], /Materialenummer/);
  });

  test('a typed answer is shown', async () => {
    await typeAnswer(
      workbench,
      '[{"feeId": 1, "amount": 12.5, "creationDate": "2020-01-01", "payableByClient": true}]',
    );
    assert.match(await workbench.textOf('cms'), /12,50\s*kr\./);
    assert.match(await workbench.tab.locator('.shown').innerText(), /^1 mellemværende vises\.$/);
  });

  for (const [what, text, message] of [
    ['truncated JSON', '[{"feeId": 1,\n "amount": ', /ikke JSON.*bliver stående/],
    ['an object', '{"feeId": 1}', /svarer med en liste/],
    ['10 MB', `[${'{"feeId": 1, "amount": 5},'.repeat(400_000)}null]`, /for meget: 1\d,\d MB/],
  ]) {
    test(`${what}: shows a message at the field, and keeps the last valid state`, async () => {
      const was = await workbench.textOf('cms');
      await typeAnswer(workbench, text);
      await workbench.tab.locator('#answer-problem', { hasText: message }).waitFor();
      assert.equal(await workbench.textOf('cms'), was);
      assert.deepEqual(workbench.errors, []);
    });
  }

  test('an invalid answer keeps the last valid state', async () => {
    await typeAnswer(workbench, '[{"feeId": 1, "amount": 12.5, "creationDate": "2020-01-01"}]');
    assert.match(await workbench.textOf('cms'), /12,50/);
    await workbench.selectScenario('Ingen mellemværender');
    const none = await workbench.textOf('cms');
    await typeAnswer(workbench, '[{"feeId":');
    await workbench.tab.locator('#answer-problem p').waitFor();
    assert.equal(await workbench.textOf('cms'), none);
  });

  test('with 1,000 debts, an arrow key sends each preview one message and changes few nodes', async () => {
    const fees = Array.from({ length: 1000 }, (_, index) => ({
      feeId: index + 1,
      amount: 10 + index / 100,
      creationDate: `2026-${String(1 + (index % 12)).padStart(2, '0')}-15`,
      dueDate: `2027-${String(1 + (index % 12)).padStart(2, '0')}-15`,
      payableByClient: index % 2 === 0,
    }));
    await typeAnswer(workbench, JSON.stringify(fees));
    await workbench.preview('cms').locator('[part=debt]').nth(500).waitFor();
    const STEPS = 10;
    const { messages, changed } = await workbench.tab.evaluate(async (steps) => {
      const range = document.querySelector('[type=range]');
      const messages = Array.from(frames, () => 0);
      for (const at of messages.keys())
        frames[at].addEventListener('message', () => messages[at]++);
      const watching = new MutationObserver(() => undefined);
      const kinds = { childList: true, attributes: true, characterData: true };
      watching.observe(document, { ...kinds, subtree: true });
      let changed = 0;
      for (let step = 0; step < steps; step++) {
        range.stepUp();
        range.dispatchEvent(new Event('input', { bubbles: true }));
        await new Promise((resolve) => requestAnimationFrame(resolve));
        for (const { addedNodes, removedNodes } of watching.takeRecords()) {
          changed += 1 + addedNodes.length + removedNodes.length;
        }
      }
      return { messages, changed };
    }, STEPS);
    for (const times of messages) assert.ok(times <= STEPS + 1, `${times} messages`);
    assert.ok(changed < 10 * STEPS, `${changed} changes`);
  });

  for (const [own, field] of [
    ['dibs', 'Særlig adresse for DIBS'],
    ['oir', 'Særlig adresse for ØiR'],
  ]) {
    test(`the systems fail separately if only ${own} has its own endpoint`, async () => {
      await workbench.typeSettings({ [field]: '/gebyrer/egen' });
      await workbench.openTab('Mellemværender');
      for (const [system, failed, other] of [
        ['dibs', /hos biblioteket kunne ikke hentes/, /Betales på Mit Betalingsoverblik 1/],
        ['oir', /hos kommunen kunne ikke hentes/, /Betales her 2/],
      ]) {
        await workbench.tab.locator(`#fault-${system}`).selectOption('missing');
        await workbench.preview('cms').locator('[part=failure]').waitFor();
        const shownText = await workbench.textOf('cms');
        assert.match(shownText, failed);
        assert.match(shownText, other);
        await workbench.tab.locator(`#fault-${system}`).selectOption('ok');
        await workbench.preview('cms').locator('[part=failure]').waitFor({ state: 'detached' });
      }
    });
  }

  test('each system shows each failure, and the other system stays', async () => {
    await workbench.typeSettings({
      'Særlig adresse for DIBS': '/gebyrer/dibs',
      'Særlig adresse for ØiR': '/gebyrer/oir',
    });
    await workbench.openTab('Mellemværender');
    const why = {
      network: /ikke kontakt til systemet/,
      login: /Log ind for at se/,
      forbidden: /Log ind for at se/,
      missing: /afviste at svare/,
      busy: /travlt lige nu/,
      server: /problemer lige nu/,
      nonsense: /svarede forkert/,
      nothing: /svarede forkert/,
    };
    for (const [system, failed, other] of [
      ['dibs', /hos biblioteket kunne ikke hentes/, /Betales på Mit Betalingsoverblik 1/],
      ['oir', /hos kommunen kunne ikke hentes/, /Betales her 2/],
    ]) {
      for (const [fault, words] of Object.entries(why)) {
        await workbench.tab.locator(`#fault-${system}`).selectOption(fault);
        const asksForLogin = fault === 'login' || fault === 'forbidden';
        const part = asksForLogin ? '[part=login]' : '[part=failure]';
        await workbench.preview('cms').locator(part, { hasText: words }).waitFor();
        const shownText = await workbench.textOf('cms');
        if (!asksForLogin) assert.match(shownText, failed);
        assert.match(shownText, other);
      }
      await workbench.tab.locator(`#fault-${system}`).selectOption('ok');
    }
  });

  test('a patron who is offline reads that, about both systems', async () => {
    await workbench.openTab('Mellemværender');
    await workbench.tab.locator('#pace').selectOption('offline');
    await workbench
      .preview('cms')
      .locator('[part=failure]', { hasText: /Tjek din internetforbindelse/ })
      .waitFor();
    await workbench.tab.locator('#pace').selectOption('fast');
    await workbench.preview('cms').locator('[part=failure]').waitFor({ state: 'detached' });
  });
});

describe('texts', () => {
  test('a click on a text in a preview opens it', async () => {
    for (const [place, part, key] of [
      ['cms', 'intro', 'intro.transition'],
      ['cms', 'heading', 'heading'],
      ['cms', 'go-link', 'oir.go'],
      ['app', 'no-action', 'dibs.app'],
      ['cms', 'total', 'total'],
      ['cms', 'subtotal', 'subtotal'],
    ]) {
      await workbench.openTab('Tekster');
      await workbench.tab
        .getByRole('button', { name: 'Find en tekst i forhåndsvisningen' })
        .click();
      await workbench.preview(place).locator(`[part~=${part}]`).first().click();
      const open = workbench.tab.locator('details.words[open]');
      await workbench.tab.locator(`[id="words-${key}"][open]`).waitFor();
      assert.equal(await open.count(), 1);
      assert.equal(await open.locator('code').first().innerText(), key);
    }
  });

  test('a changed text is marked, measured and checked, and can be reset', async () => {
    await workbench.setText('oir.go', 'Betal {beløb} nu');
    const line = workbench.tab.locator('[id="words-oir.go"]');
    await line.locator('.problems', { hasText: /\{beløb\}.*[Ss]tandardteksten/ }).waitFor();
    assert.match(await workbench.textOf('cms'), /Gå til Mit Betalingsoverblik/);
    await line.getByLabel('Dansk').fill('Betal i {name} '.repeat(9));
    assert.match(await line.innerText(), /2\d\d tegn, (ca\. )?\d+ linjer på/);
    assert.equal(await line.locator('.sign.changed').count(), 1);
    assert.match(await workbench.textOf('cms'), /Betal i Mit Betalingsoverblik Betal i/);
    await line.getByRole('button', { name: /Tilbage til standard/ }).click();
    assert.match(await workbench.textOf('cms'), /Gå til Mit Betalingsoverblik/);
    assert.equal(await line.locator('.sign.changed').count(), 0);
  });

  test('visible texts are marked, also after a change', async () => {
    const mark = (key) => workbench.tab.locator(`[id="words-${key}"] .sign.seen`);
    await workbench.selectScenario('Ingen mellemværender');
    await workbench.openTab('Tekster');
    await mark('empty').waitFor();
    assert.equal(await mark('oir.go').count(), 0);
  });

  test('English texts are separate', async () => {
    await workbench.openTab('Tekster');
    const line = workbench.tab.locator('[id="words-oir.go"]');
    await line.locator('summary').click();
    await line.getByLabel('Engelsk').fill('Pay at {name}');
    await workbench.tab.locator('[data-name=lang]').selectOption('en');
    await workbench.preview('cms').locator('[part~=go-link]', { hasText: 'Pay at Mit' }).waitFor();
  });

  test('scripts in a text or a slot are not executed', async () => {
    await workbench.setText('oir.go', '<img src=x onerror="parent.hit=1">');
    await workbench.fillSlot(
      'footer',
      '<img src=x onerror="parent.hit=1"><script>parent.hit=1</script><a href="javascript:parent.hit=1">x</a>',
    );
    await workbench.tab.locator('#slot-footer-problem', { hasText: 'tages ikke med' }).waitFor();
    assert.match(await workbench.textOf('cms'), /<img src=x/);
    const html = await workbench.code('html');
    assert.doesNotMatch(html, /<script>parent|javascript:|<img src=x/);
    assert.equal(await workbench.tab.evaluate(() => 'hit' in window), false);
    assert.doesNotMatch(await renderPasted(fixture.context, html, []), /javascript/);
  });
});

describe('theme', () => {
  test('low contrast is reported in light and dark mode, and the themes pass', async () => {
    await workbench.openTab('Udseende');
    const weak = workbench.tab.locator('.contrasts .fails');
    for (const theme of ['plain', 'dpl', 'ddbasic']) {
      await workbench.tab.locator(`[data-theme=${theme}]`).click();
      await workbench.tab.waitForTimeout(300);
      assert.equal(await weak.count(), 0, `${theme}: ${await weak.allInnerTexts()}`);
    }
    await workbench.tab.locator('[data-theme=plain]').click();
    await workbench.tab.getByText('Mørke').click();
    await workbench.preview('cms').locator(':root[style*="dark"]').waitFor();
    await workbench.tab.waitForTimeout(300);
    assert.equal(await weak.count(), 0, String(await weak.allInnerTexts()));
    await workbench.tab.getByLabel('Dæmpet tekst', { exact: true }).fill('#333');
    await workbench.tab.locator('.contrasts .fails', { hasText: 'Dæmpet tekst' }).first().waitFor();
    await workbench.tab.getByRole('tab', { name: /Tjekliste/ }).click();
    await workbench.tab
      .getByText(/Dæmpet tekst .*er svær at se/)
      .first()
      .waitFor();
  });

  test('an invalid colour is reported at the field', async () => {
    await workbench.openTab('Udseende');
    const button = workbench.preview('cms').locator('[part~=go-link]');
    const colour = () => button.evaluate((link) => getComputedStyle(link).backgroundColor);
    const was = await colour();
    for (const bad of ['grønlig', '#777; } * { display: none', 'url(https://evil.example/x)']) {
      await workbench.tab.getByLabel('Knapper', { exact: true }).fill(bad);
      await workbench.tab.locator('.problems', { hasText: /Skriv en farve/ }).waitFor();
      assert.equal(await colour(), was);
      await workbench.openTab('Hent koden');
      assert.equal(await workbench.tab.locator('[data-code=css]').count(), 0);
      await workbench.openTab('Udseende');
    }
    assert.deepEqual(workbench.foreignRequests, []);
  });

  test('a link with URLs in its colours loads nothing', async () => {
    const evil = 'url(https://evil.example/x.png)';
    await paste(
      JSON.stringify({
        workbench: 1,
        bench: {
          arrangement: { tokens: { '--ddb-debt-surface': evil } },
          surroundings: { page: { background: evil, text: evil, font: evil } },
        },
      }),
    );
    await workbench.textOf('cms');
    await workbench.tab.waitForTimeout(300);
    assert.deepEqual(workbench.foreignRequests, []);
  });
});

describe('checklist', () => {
  test('lists missing settings, and moves the focus to them', async () => {
    await workbench.openTab('Importér');
    await workbench.tab.getByRole('button', { name: 'Begynd med tomme felter' }).click();
    await workbench.openTab(/Tjekliste/);
    const list = workbench.tab.locator('.checklist li');
    assert.ok((await list.count()) >= 5);
    await workbench.tab
      .locator('li', { hasText: 'Skæringsdatoen mangler' })
      .getByRole('button')
      .click();
    await workbench.tab.waitForTimeout(200);
    assert.equal(
      await workbench.tab.evaluate(() => document.activeElement?.id),
      'field-switch-date',
    );
    await workbench.typeSettings({ 'Betalingsstedets adresse': 'http://www.kommune.dk/' });
    await workbench.tab.locator('#field-oir-payment-url-problem p').waitFor();
    await workbench.openTab(/Tjekliste/);
    await workbench.tab.locator('.must', { hasText: /Betalingsstedets adresse/ }).waitFor();
  });
});

describe('accessibility', () => {
  test('works with the keyboard: arrow keys between tabs, and no focus trap in the editor', async () => {
    await workbench.tab.getByRole('tab', { name: 'Opsætning' }).focus();
    await workbench.tab.keyboard.press('ArrowDown');
    assert.equal(
      await workbench.tab
        .getByRole('tab', { name: 'Mellemværender' })
        .getAttribute('aria-selected'),
      'true',
    );
    const editor = workbench.tab.getByRole('textbox', { name: /FBS/ });
    await editor.focus();
    await workbench.tab.keyboard.press('Tab');
    assert.notEqual(
      await workbench.tab.evaluate(() => document.activeElement?.closest('json-editor')?.localName),
      'json-editor',
    );
  });

  test('every control has a name', async () => {
    for (const name of [
      'Opsætning',
      'Mellemværender',
      'Tekster',
      'Udseende',
      /Tjekliste/,
      'Hent koden',
      'Importér',
    ]) {
      await workbench.openTab(name);
      const nameless = await workbench.tab.evaluate(() =>
        [...document.querySelectorAll('button, input, select, textarea, a[href]')]
          .filter((control) => {
            const labels = [...(control.labels ?? [])]
              .map(({ textContent }) => textContent)
              .join('');
            const by = control.getAttribute('aria-labelledby');
            const words =
              control.getAttribute('aria-label') ??
              (by ? document.getElementById(by)?.textContent : undefined) ??
              (labels || control.textContent);
            return !words?.trim();
          })
          .map(({ outerHTML }) => outerHTML),
      );
      assert.deepEqual(nameless, []);
    }
  });

  test('uses the language of the browser, and can be switched to Danish', async () => {
    const english = await fixture.browser.newContext({ locale: 'en-GB' });
    const tab = await english.newPage();
    await tab.goto(fixture.url);
    await tab.getByRole('heading', { name: 'The workbench' }).waitFor();
    assert.equal(await tab.evaluate(() => document.documentElement.lang), 'en');
    await tab.getByRole('link', { name: 'Dansk' }).click();
    await tab.getByRole('heading', { name: 'Prøvebordet' }).waitFor();
    await english.close();
  });

  test('shows the preview as a tab on a phone', async () => {
    await workbench.tab.setViewportSize({ width: 390, height: 844 });
    await workbench.tab.getByRole('tab', { name: 'Forhåndsvisning' }).click();
    assert.ok(await slider().isVisible());
    const wide = await workbench.tab.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    assert.equal(wide, 0);
  });

  test('shows a panel when the screen becomes wide', async () => {
    await workbench.tab.setViewportSize({ width: 390, height: 844 });
    await workbench.tab.getByRole('tab', { name: 'Forhåndsvisning' }).click();
    await workbench.tab.setViewportSize({ width: 1280, height: 800 });
    await workbench.tab.getByRole('heading', { name: 'Hvem I er, og hvornår I skifter' }).waitFor();
  });

  test('Escape stops finding a text, in the workbench and in a preview', async () => {
    for (const where of [workbench.tab.locator('body'), workbench.preview('cms').locator('body')]) {
      await workbench.openTab('Tekster');
      const find = workbench.tab.getByRole('button', { name: 'Find en tekst i forhåndsvisningen' });
      await find.click();
      await where.press('Escape');
      await workbench.tab.locator('[aria-pressed=false]', { hasText: 'Find en tekst' }).waitFor();
    }
  });

  test('is not taller than a wide screen, with the example and its marked fields', async () => {
    const other = await fixture.open();
    const height = () => other.tab.evaluate(() => document.documentElement.scrollHeight);
    for (const name of ['Opsætning', 'Tekster', 'Tjekliste', 'Hent koden']) {
      await other.tab.getByRole('tab', { name }).click();
      assert.equal(await height(), 800, name);
    }
    await other.tab.close();
  });

  test('begins each tab at its top on a narrow screen', async () => {
    const other = await fixture.open();
    await other.tab.setViewportSize({ width: 390, height: 844 });
    await other.tab.getByRole('tab', { name: 'Opsætning' }).click();
    await other.tab.evaluate(() => scrollTo(0, 2000));
    await other.tab.getByRole('tab', { name: 'Tekster' }).click();
    const heading = other.tab.getByRole('heading', { name: 'Tekster på siden' });
    const { y } = await heading.boundingBox();
    assert.ok(y > 0 && y < 300, `${y}`);
    await other.tab.close();
  });

  test('opens the workbench where a preview is opened by itself', async () => {
    const tab = await fixture.context.newPage();
    await tab.goto(`${fixture.url}preview.html`);
    await tab.waitForURL((url) => url.pathname === new URL(fixture.url).pathname);
    await tab.close();
  });

  test('has no service worker, and sends nothing', async () => {
    const workers = await workbench.tab.evaluate(() => navigator.serviceWorker.getRegistrations());
    assert.deepEqual(workers, []);
    assert.deepEqual([workbench.errors, workbench.foreignRequests], [[], []]);
  });
});
