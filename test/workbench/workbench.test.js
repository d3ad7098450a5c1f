import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, beforeEach, describe, test } from 'node:test';
import { openBench, pasted } from './bench.js';

let stage;
/** @type {import('./bench.js').Bench} */
let bench;

before(async () => {
  stage = await openBench();
});
after(() => stage?.close());
beforeEach(async () => {
  await bench?.tab.close();
  bench = await stage.open();
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

/** Puts an answer of FBS into the editor. */
async function typeAnswer({ tab }, text) {
  await tab.getByRole('tab', { name: 'Mellemværender' }).click();
  await tab.getByRole('textbox', { name: /FBS/ }).click();
  await tab.keyboard.press('ControlOrMeta+a');
  await tab.evaluate((words) => navigator.clipboard.writeText(words), text);
  await tab.keyboard.press('ControlOrMeta+v');
}

const paste = async (text) => {
  await bench.go('Hent ind');
  await bench.tab.locator('#pasted').fill(text);
  await bench.tab.getByRole('button', { name: 'Hent ind' }).click();
};

const slider = () => bench.tab.getByRole('slider', { name: 'Dag, der vises' });
const shownDay = () => bench.tab.locator('.day strong').innerText();

describe('time', () => {
  test('by keyboard, day by day over the switch, both previews follow', async () => {
    await bench.tab.getByRole('button', { name: /^Skæringsdato/ }).click();
    assert.match(await bench.said('cms'), /overgår til et nyt system/);
    await slider().focus();
    await bench.tab.keyboard.press('ArrowLeft');
    for (const place of ['cms', 'app']) {
      assert.match(await bench.said(place), /Fra den .* skal nye gebyrer/);
    }
    assert.match(await slider().getAttribute('aria-valuetext'), /Før skiftet$/);
    await bench.tab.keyboard.press('ArrowRight');
    for (const place of ['cms', 'app']) {
      assert.match(await bench.said(place), /overgår til et nyt system/);
    }
    assert.match(await slider().getAttribute('aria-valuetext'), /Overgangen$/);
    assert.match(await bench.tab.locator('.happens').innerText(), /Skæringsdatoen: Nye/);
    await bench.tab.keyboard.press('End');
    assert.match(await bench.said('cms'), /kunne kun betales her før/);
    assert.match(await slider().getAttribute('aria-valuetext'), /Efter DIBS$/);
  });

  test('dragged over the switch', async () => {
    const box = await slider().boundingBox();
    const drag = async (part) => {
      await bench.tab.mouse.move(box.x + box.width * 0.5, box.y + box.height / 2);
      await bench.tab.mouse.down();
      await bench.tab.mouse.move(box.x + box.width * part, box.y + box.height / 2, { steps: 8 });
      await bench.tab.mouse.up();
    };
    await drag(0.02);
    assert.match(await bench.said('cms'), /Fra den/);
    await drag(0.99);
    assert.match(await bench.said('cms'), /kunne kun betales her før/);
  });

  test('at the end of it a step leads no further', async () => {
    await slider().focus();
    for (const key of ['End', 'Home']) {
      await bench.tab.keyboard.press(key);
      const day = await shownDay();
      await bench.tab.keyboard.press(key);
      await bench.tab.keyboard.press(key === 'End' ? 'ArrowRight' : 'ArrowLeft');
      assert.equal(await shownDay(), day);
    }
  });

  test('a switch in another year is shown at once', async () => {
    await bench.type({ Skæringsdato: '2021-06-15' });
    assert.match(await shownDay(), /15\. juni 2021/);
  });

  test('from change to change, each named', async () => {
    await slider().focus();
    await bench.tab.keyboard.press('Home');
    const next = bench.tab.getByRole('button', { name: 'Næste ændring' });
    const days = [];
    while ((await next.getAttribute('aria-disabled')) === 'false') {
      await next.click();
      const happens = await bench.tab.locator('.happens').innerText();
      assert.doesNotMatch(happens, /^(Om|I morgen)/);
      days.push(await shownDay());
    }
    assert.equal(new Set(days).size, days.length);
    assert.ok(days.length >= 6, days.join());
  });
});

describe('a link, and a file', () => {
  test('restores everything in a new tab', async () => {
    await bench.type({ 'Betalingsstedets navn': 'Kommunens kasse', 'MobilePay i appen': true });
    await bench.say('oir.go', 'Betal i {name}');
    await bench.fill('footer', '<p>Ring til os</p>');
    await bench.go('Udseende');
    await bench.tab.locator('[data-theme=dpl]').click();
    await bench.tab.getByText('Mørke').click();
    await bench.scenario('Forfaldne');
    await bench.show('2027-02-03');
    const said = [await bench.said('cms'), await bench.said('app')];
    assert.match(said[0], /Betal i Kommunens kasse.*Ring til os/);
    await bench.go('Tag med');
    await bench.tab.getByRole('button', { name: 'Kopiér link' }).click();
    const link = await bench.tab.evaluate(() => navigator.clipboard.readText());
    assert.equal(new URL(link).search, '');
    const other = await stage.open(link.slice(stage.url.length));
    assert.deepEqual([await other.said('cms'), await other.said('app')], said);
    assert.equal(await other.code('html'), await bench.code('html'));
    assert.equal(await other.code('css'), await bench.code('css'));
    await other.tab.close();
  });

  test('a reload at once finds the bench as it was, and so does the other language', async () => {
    await bench.type({ 'Betalingsstedets navn': 'Kassen' });
    await bench.tab.reload();
    assert.match(await bench.said('cms'), /Gå til Kassen/);
    await bench.type({ 'Betalingsstedets navn': 'Kasse 2' });
    await bench.tab.getByRole('link', { name: 'English' }).click();
    await bench.tab.getByRole('heading', { name: 'The workbench' }).waitFor();
    assert.match(await bench.said('cms'), /Gå til Kasse 2/);
  });

  test('opened in a bench that is in use, it leaves nothing of that', async () => {
    await bench.go('Tag med');
    const link = await bench.tab.locator('[data-link]').getAttribute('data-link');
    const was = await bench.said('cms');
    await typeAnswer(bench, '[{"feeId": 1, "amount": 12.5, "creationDate": "2020-01-01"}]');
    assert.match(await bench.said('cms'), /12,50/);
    await bench.tab.evaluate((href) => location.assign(href), link);
    await bench.tab.locator('.shown', { hasText: 'er ikke oprettet endnu' }).waitFor();
    assert.equal(await bench.said('cms'), was);
    // A broken one leaves all of it.
    await bench.type({ 'Betalingsstedets navn': 'Kassen' });
    await bench.tab.evaluate(() => location.assign('#1.xyz'));
    await bench.tab.locator('.news', { hasText: 'Linket er ikke helt' }).waitFor();
    assert.match(await bench.said('cms'), /Gå til Kassen/);
    await bench.tab.getByRole('button', { name: 'Luk' }).click();
  });

  test('pasted where one brings things in', async () => {
    await bench.type({ 'Betalingsstedets navn': 'Kassen' });
    await bench.go('Tag med');
    const link = await bench.tab.locator('[data-link]').getAttribute('data-link');
    await bench.type({ 'Betalingsstedets navn': 'En anden' });
    await paste(link);
    await bench.tab.getByText('Opsætningen er hentet.').waitFor();
    assert.match(await bench.said('cms'), /Gå til Kassen/);
  });

  test('a file saved and opened', async () => {
    await bench.type({ 'Betalingsstedets navn': 'Kassen' });
    await bench.go('Tag med');
    const [download] = await Promise.all([
      bench.tab.waitForEvent('download'),
      bench.tab.getByRole('button', { name: 'Gem som fil' }).click(),
    ]);
    const path = await download.path();
    assert.equal(JSON.parse(await readFile(path, 'utf8')).workbench, 1);
    const other = await stage.open();
    await other.go('Hent ind');
    await other.tab.locator('input[type=file]').setInputFiles(path);
    await other.tab.getByText('Opsætningen er hentet.').waitFor();
    assert.match(await other.said('cms'), /Gå til Kassen/);
    await other.tab.close();
  });

  for (const [what, hash, says] of [
    ['half of one', '#1.q1bKL0kt', /Linket er ikke helt/],
    ['none', '#1.%%%', /Linket er ikke helt/],
    ['one from another version', undefined, /anden udgave .* settings\.nyhed/],
  ]) {
    test(`${what}: a sentence, and a bench that works`, async () => {
      const link = hash ?? (await otherVersion());
      const other = await stage.open(link);
      await other.tab.locator('.news', { hasText: says }).waitFor();
      assert.match(await other.said('cms'), hash ? /Mit Betalingsoverblik/ : /Gå til Fremtiden/);
      await other.tab.close();
    });
  }

  /** A link as another version of the workbench might write it. */
  const otherVersion = () =>
    bench.tab.evaluate(async () => {
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

describe('out', () => {
  const FEES = '"feesUrl": "/min-side/mellemvaerender.json"';

  test('each way out, put into an empty page, shows what the preview shows', async () => {
    await bench.say('oir.go', 'Betal "i" <{name}> {% hvis %} & smil');
    await bench.say('intro.transition', 'Nyt: {name}');
    const said = await bench.said('cms');
    const entries = await bench.entries('2026-12-24');
    const json = await bench.code('json');
    assert.ok(json.includes(FEES));
    const inTag = `<script type="module" src="ddb-debt-overview.js"></script>
      <ddb-debt-overview><script type="application/json">${json.replaceAll('<', '\\u003c')}</script></ddb-debt-overview>`;
    const drupal = await bench.code('drupal');
    const template = drupal.slice(drupal.indexOf('<ddb-debt-overview'));
    // What Twig would do of it: nothing but take its comments away.
    assert.doesNotMatch(template.replace(/\{#[^]*?#\}/g, ''), /\{[{%#]/);
    const inBlock = `<script type="module" src="ddb-debt-overview.js"></script>${template.replace(/\{#[^]*?#\}/g, '')}`;
    for (const html of [await bench.code('html'), inTag, inBlock]) {
      assert.equal(await pasted(stage.context, html, entries), said);
    }
  });

  test('without a day of its own it is shown as on the day it is', async () => {
    await bench.tab.getByRole('button', { name: /^I dag/ }).click();
    const said = await bench.said('cms');
    const html = await bench.code('html', { dated: false });
    assert.doesNotMatch(html, /preview-date/);
    // Only there one can pay.
    assert.equal(await pasted(stage.context, html, await bench.entries('2026-11-23')), said);
  });

  test('the theme’s CSS makes the page look as the preview does', async () => {
    await bench.go('Udseende');
    await bench.tab.locator('[data-theme=ddbasic]').click();
    const colour = (link) => getComputedStyle(link).backgroundColor;
    await bench.tab.waitForTimeout(300);
    const inPreview = await bench.preview('cms').locator('[part~=go-link]').evaluate(colour);
    const html = await bench.code('html');
    const css = await bench.code('css');
    const look = (root) => getComputedStyle(root.querySelector('[part~=go-link]')).backgroundColor;
    const entries = await bench.entries('2026-12-24');
    const there = await pasted(stage.context, `<style>${css}</style>${html}`, entries, { look });
    assert.equal(there, inPreview);
    assert.equal(inPreview, 'rgb(38, 38, 38)');
  });
});

describe('in', () => {
  test('a full ding_debt configuration, with what was taken, what is to decide, and what was left', async () => {
    await paste(DING_DEBT);
    await bench.tab.getByRole('heading', { name: 'Tag stilling til' }).waitFor();
    for (const name of Object.keys(JSON.parse(DING_DEBT))) {
      assert.ok(await bench.tab.locator('.lines code', { hasText: name }).count(), name);
    }
    const said = await bench.said('cms');
    assert.match(said, /Fra 1\. marts betaler du hos kommunen/);
    assert.match(said, /Gamle gebyrer.*Nye gebyrer/);
    assert.match(said, /Der kan gå 48 timer\..*Hjælp/);
    assert.match(said, /<https:\/\/www\.kommune\.dk\/betal>/);
    // It goes out as it came in.
    const html = await bench.code('html');
    assert.match(html, /systems="both"/);
    assert.match(html, /<div slot="intro">.*<strong>1\. marts<\/strong>/);
  });

  test('the settings of DPL, and Back leads to what was there', async () => {
    const was = await bench.said('cms');
    await bench.tab.waitForTimeout(600);
    await paste(
      'fees_and_replacement_costs_url: /priser\nfee_list_body_text: Læs om gebyrer.\npayment_site_url: https://betal.kommune.dk/\npayment_site_button_label: Betal nu\n',
    );
    assert.match(await bench.said('cms'), /Læs om gebyrer\..*Betal nu.*<\/priser>/);
    await bench.tab.goBack();
    assert.equal(await bench.said('cms'), was);
  });

  test('its own tag', async () => {
    await bench.say('oir.go', 'Betal "i" <{name}> & smil');
    await bench.fill('oir-info', '<p>Ring <a href="tel:+4512345678">her</a></p>');
    const html = await bench.code('html', { dated: false });
    const other = await stage.open();
    await other.go('Hent ind');
    await other.tab.locator('#pasted').fill(html);
    await other.tab.getByRole('button', { name: 'Hent ind' }).click();
    assert.equal(await other.code('html', { dated: false }), html);
    assert.equal(await other.said('cms'), await bench.said('cms'));
    await other.tab.close();
  });

  for (const [what, text, says] of [
    ['nothing', '', /ikke indsat noget/],
    ['a line of React', '<ddb-debt-overview fees-url={"/x"} />', /koden til React/],
    ['half a link', 'https://bibliotek.example/bord/#1.q1bKL0kt', /Linket er ikke helt/],
    ['nonsense', 'hej med dig', /ingen af de navne/],
    ['half a JSON', DING_DEBT.slice(0, 200), /mangler noget/],
    ['a page', '<!doctype html><html><body><p>Hej</p></body></html>', /ligner en hjemmeside/],
  ]) {
    test(`${what}: a sentence at the field, and the last good state stays`, async () => {
      const was = await bench.said('cms');
      await paste(text);
      await bench.tab.locator('#pasted-problem', { hasText: says }).waitFor();
      assert.equal(await bench.tab.locator('#pasted').getAttribute('aria-invalid'), 'true');
      assert.equal(await bench.said('cms'), was);
    });
  }
});

describe('debts', () => {
  test('each scenario by its name', async () => {
    const said = {};
    await bench.show('2027-01-10');
    await bench.go('Mellemværender');
    const radios = bench.tab.getByRole('radiogroup').getByRole('radio');
    for (let index = 0; index < (await radios.count()); index++) {
      await radios.nth(index).check();
      const name = await radios
        .nth(index)
        .evaluate(({ parentElement }) => parentElement?.innerText);
      said[name.split('\n')[0]] = await bench.said('cms');
    }
    assert.equal(new Set(Object.values(said)).size, 10);
    assert.match(said['Ingen mellemværender'], /Du har ingen mellemværender\./);
    assert.match(said['Under overførsel'], /I alt 262,56/);
    assert.match(said['Noget kan ikke læses'], /mindst .*kunne ikke vises/);
    assert.match(said['Ved at blive registreret'], /Betalingen er ved at blive registreret/);
    assert.doesNotMatch(said['Uden materialer'], /Materialenummer/);
  });

  test('an answer of one’s own is shown as it is', async () => {
    await typeAnswer(
      bench,
      '[{"feeId": 1, "amount": 12.5, "creationDate": "2020-01-01", "payableByClient": true}]',
    );
    assert.match(await bench.said('cms'), /12,50\s*kr\./);
    assert.match(await bench.tab.locator('.shown').innerText(), /^1 mellemværende vises\.$/);
  });

  for (const [what, text, says] of [
    ['half a JSON', '[{"feeId": 1,\n "amount": ', /ikke JSON.*bliver stående/],
    ['an object', '{"feeId": 1}', /svarer med en liste/],
    ['10 MB', `[${'{"feeId": 1, "amount": 5},'.repeat(400_000)}null]`, /for meget: 1\d,\d MB/],
  ]) {
    test(`${what}: a sentence at the field, and the last good state stays`, async () => {
      const was = await bench.said('cms');
      await typeAnswer(bench, text);
      await bench.tab.locator('#answer-problem', { hasText: says }).waitFor();
      assert.equal(await bench.said('cms'), was);
      assert.deepEqual(bench.faults, []);
    });
  }

  test('what was last right stays, whatever was there before it', async () => {
    await typeAnswer(bench, '[{"feeId": 1, "amount": 12.5, "creationDate": "2020-01-01"}]');
    assert.match(await bench.said('cms'), /12,50/);
    await bench.scenario('Ingen mellemværender');
    const none = await bench.said('cms');
    await typeAnswer(bench, '[{"feeId":');
    await bench.tab.locator('#answer-problem p').waitFor();
    assert.equal(await bench.said('cms'), none);
  });

  test('a thousand of them: an arrow key tells each preview once, and changes few nodes', async () => {
    const fees = Array.from({ length: 1000 }, (_, index) => ({
      feeId: index + 1,
      amount: 10 + index / 100,
      creationDate: `2026-${String(1 + (index % 12)).padStart(2, '0')}-15`,
      dueDate: `2027-${String(1 + (index % 12)).padStart(2, '0')}-15`,
      payableByClient: index % 2 === 0,
    }));
    await typeAnswer(bench, JSON.stringify(fees));
    await bench.preview('cms').locator('[part=debt]').nth(500).waitFor();
    const STEPS = 10;
    const { told, changed } = await bench.tab.evaluate(async (steps) => {
      const range = document.querySelector('[type=range]');
      const told = Array.from(frames, () => 0);
      for (const at of told.keys()) frames[at].addEventListener('message', () => told[at]++);
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
      return { told, changed };
    }, STEPS);
    for (const times of told) assert.ok(times <= STEPS + 1, `${times} messages`);
    assert.ok(changed < 10 * STEPS, `${changed} changes`);
  });

  for (const [own, field] of [
    ['dibs', 'Særlig adresse for DIBS'],
    ['oir', 'Særlig adresse for ØiR'],
  ]) {
    test(`with an address of its own for ${own} only, each fails alone`, async () => {
      await bench.type({ [field]: '/gebyrer/egen' });
      await bench.go('Mellemværender');
      for (const [system, failed, other] of [
        ['dibs', /hos biblioteket kunne ikke hentes/, /Betales på Mit Betalingsoverblik 1/],
        ['oir', /hos kommunen kunne ikke hentes/, /Betales her 2/],
      ]) {
        await bench.tab.locator(`#fault-${system}`).selectOption('missing');
        await bench.preview('cms').locator('[part=failure]').waitFor();
        const said = await bench.said('cms');
        assert.match(said, failed);
        assert.match(said, other);
        await bench.tab.locator(`#fault-${system}`).selectOption('ok');
        await bench.preview('cms').locator('[part=failure]').waitFor({ state: 'detached' });
      }
    });
  }

  test('each system fails in each way, and the other one stands', async () => {
    await bench.type({
      'Særlig adresse for DIBS': '/gebyrer/dibs',
      'Særlig adresse for ØiR': '/gebyrer/oir',
    });
    await bench.go('Mellemværender');
    const why = {
      offline: /ingen forbindelse/,
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
        await bench.tab.locator(`#fault-${system}`).selectOption(fault);
        await bench.preview('cms').locator('[part=failure]', { hasText: words }).waitFor();
        const said = await bench.said('cms');
        assert.match(said, failed);
        assert.match(said, other);
      }
      await bench.tab.locator(`#fault-${system}`).selectOption('ok');
    }
  });
});

describe('words', () => {
  test('a click in the preview finds the text’s key, in either preview', async () => {
    for (const [place, part, key] of [
      ['cms', 'intro', 'intro.transition'],
      ['cms', 'heading', 'heading'],
      ['cms', 'go-link', 'oir.go'],
      ['app', 'no-action', 'dibs.app'],
      ['cms', 'total', 'total'],
      ['cms', 'subtotal', 'subtotal'],
    ]) {
      await bench.go('Tekster');
      await bench.tab.getByRole('button', { name: 'Find en tekst i prøven' }).click();
      await bench.preview(place).locator(`[part~=${part}]`).first().click();
      const open = bench.tab.locator('details.words[open]');
      await bench.tab.locator(`[id="words-${key}"][open]`).waitFor();
      assert.equal(await open.count(), 1);
      assert.equal(await open.locator('code').first().innerText(), key);
    }
  });

  test('is marked, measured, checked as it is typed, and taken back', async () => {
    await bench.say('oir.go', 'Betal {beløb} nu');
    const line = bench.tab.locator('[id="words-oir.go"]');
    await line.locator('.problems', { hasText: /\{beløb\}.*[Ss]tandardteksten/ }).waitFor();
    assert.match(await bench.said('cms'), /Gå til Mit Betalingsoverblik/);
    await line.getByLabel('Dansk').fill('Betal i {name} '.repeat(9));
    assert.match(await line.innerText(), /2\d\d tegn, (ca\. )?\d+ linjer på/);
    assert.equal(await line.locator('.sign.changed').count(), 1);
    assert.match(await bench.said('cms'), /Betal i Mit Betalingsoverblik Betal i/);
    await line.getByRole('button', { name: /Tilbage til standard/ }).click();
    assert.match(await bench.said('cms'), /Gå til Mit Betalingsoverblik/);
    assert.equal(await line.locator('.sign.changed').count(), 0);
  });

  test('what is on the screen is marked, also when it has come only now', async () => {
    const mark = (key) => bench.tab.locator(`[id="words-${key}"] .sign.seen`);
    await bench.scenario('Ingen mellemværender');
    await bench.go('Tekster');
    await mark('empty').waitFor();
    assert.equal(await mark('oir.go').count(), 0);
  });

  test('English is its own', async () => {
    await bench.go('Tekster');
    const line = bench.tab.locator('[id="words-oir.go"]');
    await line.locator('summary').click();
    await line.getByLabel('Engelsk').fill('Pay at {name}');
    await bench.tab.locator('[data-name=lang]').selectOption('en');
    await bench.preview('cms').locator('[part~=go-link]', { hasText: 'Pay at Mit' }).waitFor();
  });

  test('markup in a text or a slot runs nothing', async () => {
    await bench.say('oir.go', '<img src=x onerror="parent.hit=1">');
    await bench.fill(
      'footer',
      '<img src=x onerror="parent.hit=1"><script>parent.hit=1</script><a href="javascript:parent.hit=1">x</a>',
    );
    await bench.tab.locator('#slot-footer-problem', { hasText: 'tages ikke med' }).waitFor();
    assert.match(await bench.said('cms'), /<img src=x/);
    const html = await bench.code('html');
    assert.doesNotMatch(html, /<script>parent|javascript:|<img src=x/);
    assert.equal(await bench.tab.evaluate(() => 'hit' in window), false);
    assert.doesNotMatch(await pasted(stage.context, html, []), /javascript/);
  });
});

describe('look', () => {
  test('what cannot be read is judged so, in light and dark, and the presets hold', async () => {
    await bench.go('Udseende');
    const weak = bench.tab.locator('.contrasts .fails');
    for (const theme of ['plain', 'dpl', 'ddbasic']) {
      await bench.tab.locator(`[data-theme=${theme}]`).click();
      await bench.tab.waitForTimeout(300);
      assert.equal(await weak.count(), 0, `${theme}: ${await weak.allInnerTexts()}`);
    }
    await bench.tab.locator('[data-theme=plain]').click();
    await bench.tab.getByText('Mørke').click();
    await bench.preview('cms').locator(':root[style*="dark"]').waitFor();
    await bench.tab.waitForTimeout(300);
    assert.equal(await weak.count(), 0, String(await weak.allInnerTexts()));
    await bench.tab.getByLabel('Dæmpet tekst', { exact: true }).fill('#333');
    await bench.tab.locator('.contrasts .fails', { hasText: 'Dæmpet tekst' }).first().waitFor();
    await bench.tab.getByRole('tab', { name: /Tjekliste/ }).click();
    await bench.tab
      .getByText(/Dæmpet tekst .*er svær at se/)
      .first()
      .waitFor();
  });

  test('a colour that is none is said at the field', async () => {
    await bench.go('Udseende');
    const button = bench.preview('cms').locator('[part~=go-link]');
    const colour = () => button.evaluate((link) => getComputedStyle(link).backgroundColor);
    const was = await colour();
    for (const bad of ['grønlig', '#777; } * { display: none', 'url(https://evil.example/x)']) {
      await bench.tab.getByLabel('Knapper', { exact: true }).fill(bad);
      await bench.tab.locator('.problems', { hasText: /Skriv en farve/ }).waitFor();
      assert.equal(await colour(), was);
      await bench.go('Tag med');
      assert.equal(await bench.tab.locator('[data-code=css]').count(), 0);
      await bench.go('Udseende');
    }
    assert.deepEqual(bench.foreign, []);
  });

  test('a link that carries an address in its colours fetches nothing', async () => {
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
    await bench.said('cms');
    await bench.tab.waitForTimeout(300);
    assert.deepEqual(bench.foreign, []);
  });
});

describe('checklist', () => {
  test('says what is missing, and leads there', async () => {
    await bench.go('Hent ind');
    await bench.tab.getByRole('button', { name: 'Et tomt bord' }).click();
    await bench.go(/Tjekliste/);
    const list = bench.tab.locator('.checklist li');
    assert.ok((await list.count()) >= 5);
    await bench.tab
      .locator('li', { hasText: 'Skæringsdatoen mangler' })
      .getByRole('button')
      .click();
    await bench.tab.waitForTimeout(200);
    assert.equal(await bench.tab.evaluate(() => document.activeElement?.id), 'field-switch-date');
    await bench.type({ 'Betalingsstedets adresse': 'http://www.kommune.dk/' });
    await bench.tab.locator('#field-oir-payment-url-problem p').waitFor();
    await bench.go(/Tjekliste/);
    await bench.tab.locator('.must', { hasText: /Betalingsstedets adresse/ }).waitFor();
  });
});

describe('for everybody', () => {
  test('by keyboard alone: tabs by arrows, fields by Tab, no trap in the editor', async () => {
    await bench.tab.getByRole('tab', { name: 'Opsætning' }).focus();
    await bench.tab.keyboard.press('ArrowDown');
    assert.equal(
      await bench.tab.getByRole('tab', { name: 'Mellemværender' }).getAttribute('aria-selected'),
      'true',
    );
    const editor = bench.tab.getByRole('textbox', { name: /FBS/ });
    await editor.focus();
    await bench.tab.keyboard.press('Tab');
    assert.notEqual(
      await bench.tab.evaluate(() => document.activeElement?.closest('json-editor')?.localName),
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
      'Tag med',
      'Hent ind',
    ]) {
      await bench.go(name);
      const nameless = await bench.tab.evaluate(() =>
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

  test('speaks English where the browser does, and Danish where it is asked', async () => {
    const english = await stage.browser.newContext({ locale: 'en-GB' });
    const tab = await english.newPage();
    await tab.goto(stage.url);
    await tab.getByRole('heading', { name: 'The workbench' }).waitFor();
    assert.equal(await tab.evaluate(() => document.documentElement.lang), 'en');
    await tab.getByRole('link', { name: 'Dansk' }).click();
    await tab.getByRole('heading', { name: 'Prøvebordet' }).waitFor();
    await english.close();
  });

  test('on a phone: the preview is a tab of its own', async () => {
    await bench.tab.setViewportSize({ width: 390, height: 844 });
    await bench.tab.getByRole('tab', { name: 'Prøven' }).click();
    assert.ok(await slider().isVisible());
    const wide = await bench.tab.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    assert.equal(wide, 0);
  });

  test('from a phone to a desk nothing is left empty', async () => {
    await bench.tab.setViewportSize({ width: 390, height: 844 });
    await bench.tab.getByRole('tab', { name: 'Prøven' }).click();
    await bench.tab.setViewportSize({ width: 1280, height: 800 });
    await bench.tab.getByRole('heading', { name: 'Hvem I er, og hvornår I skifter' }).waitFor();
  });

  test('Escape ends the looking for a text, here and in a preview', async () => {
    for (const where of [bench.tab.locator('body'), bench.preview('cms').locator('body')]) {
      await bench.go('Tekster');
      const find = bench.tab.getByRole('button', { name: 'Find en tekst i prøven' });
      await find.click();
      await where.press('Escape');
      await bench.tab.locator('[aria-pressed=false]', { hasText: 'Find en tekst' }).waitFor();
    }
  });

  test('without service workers, and nothing leaves the page', async () => {
    const workers = await bench.tab.evaluate(() => navigator.serviceWorker.getRegistrations());
    assert.deepEqual(workers, []);
    assert.deepEqual([bench.faults, bench.foreign], [[], []]);
  });
});
