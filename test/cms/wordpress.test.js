import assert from 'node:assert/strict';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { openBrowser } from '../pages/open-browser.js';
import { assertList } from './assert-list.js';
import { openPage } from './open-page.js';
import { FILE, HASH, HASHES } from './recipe-copy.js';
import { goAs, installPlugin, logIn, settingsPage } from './wordpress-admin.js';
import { KNOWN, PAGES } from './wordpress-pages.js';
import { openWordpress } from './wordpress-site.js';

const FEES = '/wp-admin/admin-ajax.php?action=ddb_debt_overview_fees';

/** What the administrator types, by the labels of the form in Danish. */
const TYPED = {
  Skæringsdato: '2021-12-01',
  'Adresse for betaling her': '/betaling/start',
  'Tilladte betalingssider': 'https://gateway.example',
  'Betalingsstedets adresse': 'https://betaling.example/',
  'Betalingsstedets navn': 'Mit Betalingsoverblik',
};

/** The same as JSON, as the workbench gives it. */
const JSON_OF_WORKBENCH = {
  switchDate: '2021-12-01',
  dibsPaymentUrl: '/betaling/start',
  paymentOrigins: 'https://gateway.example',
  oirPaymentUrl: 'https://betaling.example/',
  oirPaymentName: 'Mit Betalingsoverblik',
};

let site;
let browser;
let admin;
let settings;
/** The cookies of a patron who is logged in. */
let patron;

const option = async () => (await site.state()).option;

before(async () => {
  [site, browser] = await Promise.all([
    openWordpress({ theme: 'twentytwentythree', pages: PAGES }),
    openBrowser(),
  ]);
  admin = await openPage(browser);
  settings = settingsPage(admin.page, site.origin);
  await goAs(admin.page, site.origin, 'admin', '/wp-admin/');
  const { page } = await logInAsPatron();
  patron = await page.context().storageState();
  await page.close();
});
after(async () => {
  await browser?.close();
  await site?.close();
});

const path = (name, more = '') => `/?page_id=${site.made[name].id}${more}`;
const address = (name, more) => site.origin + path(name, more);
const fetched = async (name, more) => (await fetch(address(name, more))).text();

/** Opens a page in a new browser context. */
async function open(name, more) {
  const seen = await openPage(browser);
  await seen.page.goto(address(name, more));
  return seen;
}

/** Logs in as a patron, in a new browser context. */
async function logInAsPatron() {
  const seen = await openPage(browser);
  await goAs(seen.page, site.origin, 'laaner', path('without'));
  return seen;
}

/** Opens a page as a patron who has logged in before, in a new browser context. */
async function openAsPatron(name, more) {
  const seen = await openPage(browser, { storageState: patron });
  const answer = await seen.page.goto(address(name, more));
  return { ...seen, answer };
}

const attributesOf = async (name) => {
  const { page, attributes } = await open(name);
  const found = await attributes();
  await page.close();
  return found;
};

describe('the plugin, installed from its archive in the admin pages', () => {
  before(() => installPlugin(admin.page, site.origin));

  test('is listed with its version, in Danish, with a link to its settings', async () => {
    const row = admin.page.locator('tr[data-plugin="ddb-debt-overview/ddb-debt-overview.php"]');
    const text = await row.innerText();
    assert.match(text, /^Mellemværender$/m);
    assert.match(text, /Viser lånerne, hvad de skylder/);
    assert.match(text, new RegExp(`Version ${FILE.match(/\d+\.\d+\.\d+/)}`));
    await row.getByRole('link', { name: 'Indstillinger' }).click();
    await admin.page.waitForURL(/page=ddb-debt-overview/);
  });

  test('says that an address for debts is missing, unless the site answers the filter', async () => {
    await settings.open('&no_endpoint');
    assert.match(await settings.notices(), /Der mangler en adresse at hente mellemværender fra/);
    await settings.open();
    assert.equal(await settings.notices(), '');
  });

  test('the form refuses what is wrong, keeps what was typed, and says why at the field', async () => {
    await settings.open();
    await settings.fill({
      ...TYPED,
      'Betalingsstedets adresse': 'http://betaling.example/',
      'Kontakt og hjælp': 'www.fjordbib.dk',
    });
    await settings.press('Gem');
    const notices = await settings.notices();
    assert.match(notices, /Intet er gemt endnu/);
    assert.match(notices, /Betalingsstedets adresse: Skriv adressen med https/);
    assert.match(notices, /Kontakt og hjælp: /);
    const field = settings.field('Betalingsstedets adresse');
    assert.equal(await field.inputValue(), 'http://betaling.example/');
    assert.equal(await field.getAttribute('aria-invalid'), 'true');
    assert.match(await admin.page.locator('#ddb-oirPaymentUrl-problem').innerText(), /https/);
    assert.equal(await option(), false);
  });

  test('the form saves what is right, and nothing that is the default', async () => {
    await settings.fill({
      'Betalingsstedets adresse': 'https://betaling.example/',
      'Kontakt og hjælp': '',
    });
    await settings.press('Gem');
    assert.match(await settings.notices(), /Indstillingerne er gemt/);
    assert.deepEqual(await option(), { settings: JSON_OF_WORKBENCH, theme: '' });
    const exported = await admin.page.locator('#ddb-export').inputValue();
    assert.deepEqual(JSON.parse(exported), JSON_OF_WORKBENCH);
  });

  test('broken JSON is named, and changes nothing', async () => {
    await settings.open();
    await admin.page.fill('#ddb-json', '{ "switchDate": "2022-01-01", }');
    await settings.press('Udfyld felterne');
    assert.match(await settings.notices(), /Det er ikke gyldig JSON/);
    assert.equal(await settings.field('Skæringsdato').inputValue(), '2021-12-01');
  });

  test('the workbench’s JSON fills in the form, and is saved with the form', async () => {
    await settings.open();
    const texts = { da: { 'oir.go': 'Videre til {name}', 'intro.transition': '' } };
    const json = JSON.stringify({ ...JSON_OF_WORKBENCH, helpUrl: '/kontakt', texts });
    await admin.page.fill('#ddb-json', json);
    await settings.press('Udfyld felterne');
    assert.match(await settings.notices(), /Felterne er udfyldt/);
    assert.equal(await settings.field('Kontakt og hjælp').inputValue(), '/kontakt');
    assert.ok(!('helpUrl' in (await option()).settings));
    await settings.press('Gem');
    const { settings: stored } = await option();
    assert.deepEqual(stored, { ...JSON_OF_WORKBENCH, helpUrl: '/kontakt', texts });
  });

  test('a text without its placeholder is refused, and its group is open', async () => {
    await settings.open();
    await admin.page.locator('summary', { hasText: 'Gamle mellemværender' }).click();
    await admin.page.fill('#ddb-texts-da-dibs-pay', 'Betal nu');
    await settings.press('Gem');
    assert.match(
      await settings.notices(),
      /texts\.da\.dibs\.pay: Teksten skal indeholde \{amount\}/,
    );
    assert.ok(await admin.page.locator('#ddb-texts-da-dibs-pay').isVisible());
  });

  test('a preview is announced to the administrator, and to everybody on the page', async () => {
    await settings.open();
    await settings.fill({ 'Dag for forhåndsvisning': '2022-04-06' });
    await settings.press('Gem');
    assert.match(await settings.notices(), /Alle lånere ser en forhåndsvisning af den/);
    const { page } = await open('block');
    await page.getByText('Forhåndsvisning af den 6. april 2022').waitFor();
    await page.close();
    await settings.fill({ 'Dag for forhåndsvisning': '' });
    await settings.press('Gem');
  });

  test('the settings are in English for who reads English', async () => {
    await settings.open('&english');
    assert.ok(await settings.field('Switch date').isVisible());
    assert.match(await admin.page.locator('h1').innerText(), /^Debts$/);
  });

  test('only an administrator can open or save the settings', async () => {
    const { page } = await openPage(browser);
    await goAs(page, site.origin, 'skribent', '/wp-admin/');
    const answer = await page.goto(
      `${site.origin}/wp-admin/options-general.php?page=ddb-debt-overview`,
    );
    assert.equal(answer.status(), 403);
    await page.close();
    const sent = await admin.page.request.post(
      `${site.origin}/wp-admin/options-general.php?page=ddb-debt-overview`,
      { form: { ddb_action: 'save', 'ddb[settings][helpUrl]': '/x' } },
    );
    assert.equal(sent.status(), 403, 'a form of another site has no nonce');
  });

  test('makes a page with the block, which the editor shows in words', async () => {
    await settings.open();
    await settings.press('Lav en side med blokken');
    await admin.page.waitForURL(/post\.php\?post=\d+&action=edit/);
    const canvas = admin.page.locator('[data-type="ddb-debt-overview/overview"]');
    await canvas.getByText('Her ser lånerne, hvad de skylder, og hvor de betaler det.').waitFor();
    await canvas.locator('a', { hasText: 'Indstillinger' }).waitFor();
    assert.match(await canvas.getAttribute('aria-label'), /Mellemværender/);
  });
});

describe('a WordPress page with the plugin', () => {
  test('asks the patron to log in and returns to the list', async () => {
    const { page } = await open('block');
    await page.getByText(/^Log ind for at se/).waitFor();
    await page.locator('ddb-debt-overview > a[slot=login]').click();
    await page.waitForURL(/wp-login\.php/);
    await logIn(page, 'laaner');
    await page.waitForURL((url) => !url.pathname.includes('wp-login'));
    await assertList(page);
    await page.getByText('Videre til Mit Betalingsoverblik').waitFor();
    await page.close();
  });

  test('is in English on an English site', async () => {
    const { page } = await openAsPatron('block', '&english');
    await page.getByText('Go to Mit Betalingsoverblik').waitFor();
    assert.equal(await page.locator('ddb-debt-overview > a[slot=login]').textContent(), 'Log in');
    await page.close();
  });

  for (const theme of ['twentytwentythree', 'twentytwentyone']) {
    test(`shows the list without warnings and layout shifts: ${theme}`, async () => {
      const { page, warnings, shifted } = await openAsPatron('debts', `&theme=${theme}`);
      assert.match(await page.content(), new RegExp(`themes/${theme}/`));
      await assertList(page);
      assert.deepEqual(warnings, []);
      assert.ok((await shifted()) < 0.01, `shifted by ${await shifted()}`);
      await page.close();
    });
  }

  test('a block can show one line that links to the whole overview', async () => {
    const { page } = await openAsPatron('line');
    const link = page.locator('ddb-debt-overview').getByRole('link', { name: /300,00/ });
    assert.equal(await link.getAttribute('href'), '/block/');
    await page.close();
  });

  test('loads both built files under their names, with their hashes, without blocking the parser', async () => {
    const { page } = await open('block');
    const scripts = page.locator('head script[src*="/ddb-debt-overview/assets/"]');
    const names = [FILE.replace(/js$/, 'start.js'), FILE];
    assert.deepEqual(
      await scripts.evaluateAll((all) =>
        all.map(({ src, integrity, defer }) => [src.split('/').at(-1), integrity, defer]),
      ),
      names.map((name) => [name, HASHES[name], true]),
    );
    assert.equal(HASHES[FILE], HASH);
    await page.close();
  });

  test('requests the debts once, before the element is loaded', async () => {
    const { page } = await openPage(browser);
    const requests = [];
    page.on('request', (request) => requests.push(request.url()));
    let release;
    const held = new Promise((resolve) => (release = resolve));
    await page.route(`**/${FILE}`, async (route) => (await held, route.continue()));
    const asked = page.waitForRequest((request) => request.url().includes(FEES));
    await Promise.all([asked.finally(release), page.goto(address('block'))]);
    await page.getByText(/^Log ind for at se/).waitFor();
    assert.equal(requests.filter((url) => url.includes(FEES)).length, 1);
    await page.close();
  });

  test('reserves the space in the head, in both kinds of themes', async () => {
    for (const theme of ['twentytwentythree', 'twentytwentyone']) {
      const [head] = (await fetched('block', `&theme=${theme}`)).split('</head>');
      assert.match(head, /ddb-debt-overview\/reserve\.css/, theme);
    }
  });

  test('loads nothing on another page, and leaves its caching unchanged', async () => {
    assert.doesNotMatch(await fetched('without'), /ddb-debt-overview/);
    const { headers } = await fetch(address('without'));
    assert.equal(headers.get('cache-control'), null);
  });

  test('the page contains no patron data, is not cached and cannot be framed', async () => {
    for (const name of ['debts', 'block']) {
      const { page, answer } = await openAsPatron(name);
      assert.doesNotMatch(await answer.text(), /laaner|434536|Gebyr \(/);
      assert.equal(answer.headers()['cache-control'], 'no-store, private');
      assert.equal(answer.headers()['content-security-policy'], "frame-ancestors 'self'");
      await page.close();
    }
    const { headers } = await fetch(address('block'));
    assert.equal(headers.get('cache-control'), 'no-store, private');
  });

  test('clears the session storage at logout', async () => {
    const { page } = await logInAsPatron();
    await page.evaluate(() => sessionStorage.setItem('ddb-debt-payment', '{}'));
    await page.goto(`${site.origin}/wp-login.php?action=logout`);
    const loggedOut = page.waitForResponse((response) => /loggedout/.test(response.url()));
    await page.click('a[href*="action=logout"]');
    assert.equal((await (await loggedOut).allHeaders())['clear-site-data'], '"storage"');
    await page.waitForFunction(() => sessionStorage.length === 0);
    await page.close();
  });

  test('clears it where the logout leads to a page of the site, too', async () => {
    const { page } = await logInAsPatron();
    await page.goto(`${site.origin}/wp-login.php?action=logout`);
    const link = await page.getAttribute('a[href*="action=logout"]', 'href');
    const cookies = await page.context().cookies();
    const answer = await fetch(new URL(link, site.origin), {
      redirect: 'manual',
      headers: { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') },
    });
    assert.equal(answer.status, 302);
    assert.equal(answer.headers.get('clear-site-data'), '"storage"');
    await page.close();
  });

  test('the library’s own texts are never HTML', async () => {
    const { page } = await openAsPatron('debts', '&own_texts');
    await page.getByText('Videre </script><!--<script> Mit Betalingsoverblik').waitFor();
    await page.close();
  });
});

describe('the address that answers fees', () => {
  /** What the patron’s browser gets. */
  const answers = async (page, answer = '') =>
    page.evaluate(async (url) => {
      const response = await fetch(url);
      const { status, headers } = response;
      return { status, body: await response.text(), headers: Object.fromEntries(headers) };
    }, `${FEES}&answer=${answer}`);

  test('is nobody’s without a login', async () => {
    const answer = await fetch(site.origin + FEES);
    assert.equal(answer.status, 401);
    assert.equal(await answer.text(), 'null');
    assert.equal(answer.headers.get('cache-control'), 'no-store, private');
  });

  test('answers the debts of who is logged in', async () => {
    const { page } = await openAsPatron('without');
    const { status, body, headers } = await answers(page);
    assert.equal(status, 200);
    assert.deepEqual(
      JSON.parse(body).map(({ feeId }) => feeId),
      [434536, 434537],
    );
    assert.equal(headers['cache-control'], 'no-store, private');
    assert.match(headers['content-type'], /^application\/json/);
    assert.deepEqual(JSON.parse((await answers(admin.page)).body), []);
    await page.close();
  });

  test('passes on the status and the body of FBS, and Retry-After, and no other header', async () => {
    const { page } = await openAsPatron('without');
    const busy = await answers(page, 'busy');
    assert.deepEqual(
      [busy.status, busy.body, busy.headers['retry-after'], busy.headers['x-fbs']],
      [429, '{"error":"busy"}', '7', undefined],
    );
    assert.equal(
      (await answers(page, 'digits')).body,
      '[{"feeId":9007199254740993,"amount":70.10}]',
    );
    const failures = { moved: 502, down: 502, gone: 404, nothing: 501 };
    for (const [answer, status] of Object.entries(failures))
      assert.equal((await answers(page, answer)).status, status, answer);
    await page.close();
  });
});

describe('the attributes of the shortcode', () => {
  test('passes every attribute of the element and no other', async () => {
    const found = await attributesOf('all');
    assert.deepEqual(Object.keys(found).sort(), KNOWN);
  });

  test('passes an attribute without a value', async () => {
    const { mobilepay, channel } = await attributesOf('flag');
    assert.deepEqual({ mobilepay, channel }, { mobilepay: '', channel: 'app' });
  });

  test('the settings apply, and the shortcode comes before them', async () => {
    const found = await attributesOf('typographic');
    assert.equal(found['switch-date'], '2021-12-01');
    assert.equal(found['help-url'], '/kontakt');
  });

  test('escapes values', async () => {
    const found = await attributesOf('hostile');
    assert.equal(found['help-url'], 'javascript:alert(1)');
    assert.equal(found.lang, 'da" autofocus onfocus="alert(1)');
    assert.equal(found['rates-url'], '/a" onfocus="alert(1)');
    assert.deepEqual(
      Object.keys(found).filter((name) => !KNOWN.includes(name)),
      [],
    );
  });

  for (const name of ['hostile', 'markup']) {
    test(`runs no script and drops invalid addresses: ${name}`, async () => {
      const { page } = await open(name);
      const dialogs = [];
      page.on('dialog', (dialog) => (dialogs.push(dialog.message()), dialog.dismiss()));
      await page.reload();
      await page.locator('body').click();
      assert.deepEqual(dialogs, []);
      assert.deepEqual(await page.locator('[onclick], [onerror], [href^="javascript:"]').all(), []);
      await page.close();
    });
  }

  test('accepts typographic quotes and keeps those inside a value', async () => {
    const found = await attributesOf('typographic');
    assert.equal(found['oir-payment-name'], 'Mit Betalingsoverblik');
    assert.equal(found['oir-payment-url'], 'https://betaling.example/');
    assert.equal(found['rates-url'], '/takster');
    assert.equal(found['fees-url'], '/“som”/skrevet');
  });

  test('works for an author whose HTML is filtered, where the bare tag is removed', async () => {
    assert.match(site.made.debts.content, /\[ddb_debt_overview fees-url="[^"]*&amp;agency=1"/);
    const { 'fees-url': url } = await attributesOf('debts');
    assert.equal(url, `${FEES}&agency=1`);
    assert.doesNotMatch(site.made.bare.content, /ddb-debt-overview/);
  });
});

test('Site Health says that a file is missing, and the page says so instead of an empty box', async () => {
  const script = join(site.plugin, 'assets', FILE);
  const health = async () => JSON.stringify((await site.state()).health);
  assert.match(await health(), /Lånernes mellemværender kan vises/);
  renameSync(script, `${script}.away`);
  try {
    assert.match(await health(), new RegExp(`Disse filer mangler eller er ændret: ${FILE}`));
    await settings.open();
    assert.match(await settings.notices(), new RegExp(`mangler eller er ændret: ${FILE}`));
    const html = await fetched('block');
    assert.doesNotMatch(html, /<ddb-debt-overview/);
    assert.match(html, /Dine mellemværender kan ikke vises lige nu\. Kontakt biblioteket\./);
  } finally {
    renameSync(`${script}.away`, script);
  }
  const [notice, ...others] = site.warnings();
  assert.match(notice, /files of the plugin are missing/, 'in the log');
  assert.deepEqual(others, []);
});

test('the plugin is deleted in the admin pages, with what it has stored', async () => {
  const { page } = admin;
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(`${site.origin}/wp-admin/plugins.php`);
  const row = page.locator('tr[data-plugin="ddb-debt-overview/ddb-debt-overview.php"]');
  await row.locator('.deactivate a').click();
  await row.locator('.delete a').click();
  await page.locator('tr.deleted[data-plugin^="ddb-debt-overview/"]').waitFor();
  assert.deepEqual(await site.state(), { option: false, health: null });
});
