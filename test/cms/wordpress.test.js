import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openBrowser } from '../pages/open-browser.js';
import { FILE, HASH } from './recipe-copy.js';
import { openPage } from './open-page.js';
import { assertList } from './assert-list.js';
import { KNOWN, PAGES } from './wordpress-pages.js';
import { openWordpress } from './wordpress-site.js';

let site;
let browser;

before(async () => {
  site = await openWordpress({ theme: 'twentytwentythree', pages: PAGES });
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await site?.close();
});

const address = (name, more = '') => `${site.origin}/?page_id=${site.made[name].id}${more}`;
const fetched = async (name) => (await fetch(address(name))).text();

/** Opens a page in a new browser context. */
async function open(name, more) {
  const seen = await openPage(browser);
  await seen.page.goto(address(name, more));
  return seen;
}

async function logIn(page) {
  // WordPress focuses the first field some time after the page has loaded.
  await page.waitForFunction(() => document.activeElement?.id === 'user_login');
  await page.fill('#user_login', 'laaner');
  await page.fill('#user_pass', 'kodeord');
  await page.click('#wp-submit');
}

async function goLogIn(page) {
  const after = encodeURIComponent(address('without'));
  await page.goto(`${site.origin}/wp-login.php?redirect_to=${after}`);
  await logIn(page);
  await page.waitForURL(/without/);
}

const attributesOf = async (name) => {
  const { page, attributes } = await open(name);
  const found = await attributes();
  await page.close();
  return found;
};

describe('a WordPress page with the shortcode', () => {
  test('asks the patron to log in and returns to the list', async () => {
    const { page } = await open('debts');
    await page.getByText('Log ind for at se, hvad du skylder.').waitFor();
    await page.locator('ddb-debt-overview > a[slot=login]').click();
    await page.waitForURL(/wp-login\.php/);
    await logIn(page);
    await page.waitForURL((url) => !url.pathname.includes('wp-login'));
    await assertList(page);
    await page.close();
  });

  for (const theme of ['twentytwentythree', 'twentytwentyone']) {
    test(`shows the list without warnings and layout shifts: ${theme}`, async () => {
      const { page, warnings, shifted } = await openPage(browser);
      await goLogIn(page);
      warnings.length = 0;
      await page.goto(address('debts', `&theme=${theme}`));
      assert.match(await page.content(), new RegExp(`themes/${theme}/`));
      await assertList(page);
      assert.deepEqual(warnings, []);
      assert.ok((await shifted()) < 0.01, `shifted by ${await shifted()}`);
      await page.close();
    });
  }

  test('loads the built file under its own name, with its hash, without blocking the parser', async () => {
    const { page } = await open('debts');
    const script = page.locator(`script[src$="/cdn/${FILE}"]`);
    assert.equal(await script.count(), 1);
    assert.equal(await script.getAttribute('integrity'), HASH);
    assert.equal(await script.getAttribute('defer'), '');
    await page.close();
  });

  test('reserves the space in the head, in both kinds of themes', async () => {
    for (const theme of ['twentytwentythree', 'twentytwentyone']) {
      const html = await (await fetch(address('debts', `&theme=${theme}`))).text();
      const [head] = html.split('</head>');
      assert.match(head, /ddb-debt-overview\/reserve\.css/, theme);
    }
  });

  test('loads nothing on a page without the shortcode, and leaves its caching unchanged', async () => {
    assert.doesNotMatch(await fetched('without'), /ddb-debt-overview/);
    const { headers } = await fetch(address('without'));
    assert.equal(headers.get('cache-control'), null);
  });

  test('the page contains no patron data, is not cached and cannot be framed', async () => {
    const { page } = await open('debts');
    await goLogIn(page);
    const answer = await page.goto(address('debts'));
    assert.doesNotMatch(await answer.text(), /laaner|434536|Gebyr/);
    assert.equal(answer.headers()['cache-control'], 'no-store');
    assert.equal(answer.headers()['content-security-policy'], "frame-ancestors 'self'");
    await page.close();
  });

  test('clears the session storage at logout', async () => {
    const { page } = await open('debts');
    await goLogIn(page);
    await page.evaluate(() => sessionStorage.setItem('ddb-debt-payment', '{}'));
    await page.goto(`${site.origin}/wp-login.php?action=logout`);
    const loggedOut = page.waitForResponse((response) => /loggedout/.test(response.url()));
    await page.click('a[href*="action=logout"]');
    assert.equal((await (await loggedOut).allHeaders())['clear-site-data'], '"storage"');
    await page.waitForFunction(() => sessionStorage.length === 0);
    await page.close();
  });

  test('an address under wp-json does not accept a cookie alone', async () => {
    const { page } = await open('without');
    await goLogIn(page);
    const known = (path) => page.evaluate(async (url) => (await fetch(url)).json(), path);
    assert.equal(await known('/wp-json/library/patron'), false);
    assert.equal((await known('/wp-admin/admin-ajax.php?action=patron_fees')).length, 2);
    await page.close();
  });

  test('the library’s own texts are never HTML', async () => {
    const { page } = await open('debts');
    await goLogIn(page);
    await page.goto(address('debts'));
    await page.getByText('Videre </script><!--<script> Mit Betalingsoverblik').waitFor();
    await page.close();
  });
});

describe('the attributes of the shortcode', () => {
  test('passes every attribute of the element and no other', async () => {
    const found = Object.keys(await attributesOf('all'));
    assert.deepEqual(found.sort(), KNOWN);
  });

  test('passes an attribute without a value', async () => {
    assert.deepEqual(await attributesOf('flag'), { mobilepay: '', channel: 'app' });
  });

  test('escapes values', async () => {
    assert.deepEqual(await attributesOf('hostile'), {
      'help-url': 'javascript:alert(1)',
      lang: 'da" autofocus onfocus="alert(1)',
      'rates-url': '/a" onfocus="alert(1)',
    });
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
    assert.deepEqual(await attributesOf('typographic'), {
      'oir-payment-name': 'Mit Betalingsoverblik',
      'oir-payment-url': 'https://betaling.example/',
      'help-url': '/kontakt',
      'rates-url': '/takster',
      'fees-url': '/“som”/skrevet',
    });
  });

  test('works for an author whose HTML is filtered, where the bare tag is removed', async () => {
    assert.match(site.made.debts.content, /\[ddb_debt_overview fees-url="[^"]*&amp;agency=1"/);
    const { 'fees-url': url } = await attributesOf('debts');
    assert.equal(url, '/wp-admin/admin-ajax.php?action=patron_fees&agency=1');
    assert.doesNotMatch(site.made.bare.content, /ddb-debt-overview/);
  });
});

test('PHP has logged no warning', () => {
  assert.deepEqual(site.warnings(), []);
});
