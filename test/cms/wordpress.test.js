import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openBrowser } from '../pages/open-browser.js';
import { FILE, HASH } from './copied.js';
import { lookAt } from './look-at.js';
import { assertTheList } from './the-list.js';
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

/** Opens a page as somebody who has not been there before. */
async function open(name, more) {
  const seen = await lookAt(browser);
  await seen.page.goto(address(name, more));
  return seen;
}

async function logIn(page) {
  // WordPress puts the cursor into the first field some time after the page has come.
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
  test('who is not logged in is asked to, and comes back to the list', async () => {
    const { page } = await open('debts');
    await page.getByText('Log ind for at se, hvad du skylder.').waitFor();
    await page.locator('ddb-debt-overview > a[slot=login]').click();
    await page.waitForURL(/wp-login\.php/);
    await logIn(page);
    await page.waitForURL((url) => !url.pathname.includes('wp-login'));
    await assertTheList(page);
    await page.close();
  });

  for (const theme of ['twentytwentythree', 'twentytwentyone']) {
    test(`the list is there, nothing is complained of and nothing moves: ${theme}`, async () => {
      const { page, complaints, shifted } = await lookAt(browser);
      await goLogIn(page);
      complaints.length = 0;
      await page.goto(address('debts', `&theme=${theme}`));
      assert.match(await page.content(), new RegExp(`themes/${theme}/`));
      await assertTheList(page);
      assert.deepEqual(complaints, []);
      assert.ok((await shifted()) < 0.01, `shifted by ${await shifted()}`);
      await page.close();
    });
  }

  test('the built file under its own name, with its hash, not in the parser’s way', async () => {
    const { page } = await open('debts');
    const script = page.locator(`script[src$="/cdn/${FILE}"]`);
    assert.equal(await script.count(), 1);
    assert.equal(await script.getAttribute('integrity'), HASH);
    assert.equal(await script.getAttribute('defer'), '');
    await page.close();
  });

  test('the room is kept from the head on, in both kinds of themes', async () => {
    for (const theme of ['twentytwentythree', 'twentytwentyone']) {
      const html = await (await fetch(address('debts', `&theme=${theme}`))).text();
      const [head] = html.split('</head>');
      assert.match(head, /ddb-debt-overview\/reserve\.css/, theme);
    }
  });

  test('a page without it loads nothing of it, and is kept as before', async () => {
    assert.doesNotMatch(await fetched('without'), /ddb-debt-overview/);
    const { headers } = await fetch(address('without'));
    assert.equal(headers.get('cache-control'), null);
  });

  test('the page has no patron in it, is not kept, and is in nobody’s frame', async () => {
    const { page } = await open('debts');
    await goLogIn(page);
    const answer = await page.goto(address('debts'));
    assert.doesNotMatch(await answer.text(), /laaner|434536|Gebyr/);
    assert.equal(answer.headers()['cache-control'], 'no-store');
    assert.equal(answer.headers()['content-security-policy'], "frame-ancestors 'self'");
    await page.close();
  });

  test('the tab forgets who logs out', async () => {
    const { page } = await open('debts');
    await goLogIn(page);
    await page.evaluate(() => sessionStorage.setItem('ddb-debt-payment', '{}'));
    await page.goto(`${site.origin}/wp-login.php?action=logout`);
    const left = page.waitForResponse((response) => /loggedout/.test(response.url()));
    await page.click('a[href*="action=logout"]');
    assert.equal((await (await left).allHeaders())['clear-site-data'], '"storage"');
    await page.waitForFunction(() => sessionStorage.length === 0);
    await page.close();
  });

  test('an address under wp-json would not do: there a cookie alone is nobody', async () => {
    const { page } = await open('without');
    await goLogIn(page);
    const known = (path) => page.evaluate(async (url) => (await fetch(url)).json(), path);
    assert.equal(await known('/wp-json/library/patron'), false);
    assert.equal((await known('/wp-admin/admin-ajax.php?action=patron_fees')).length, 2);
    await page.close();
  });

  test('the library’s own sentences are text, whatever is in them', async () => {
    const { page } = await open('debts');
    await goLogIn(page);
    await page.goto(address('debts'));
    await page.getByText('Videre </script><!--<script> Mit Betalingsoverblik').waitFor();
    await page.close();
  });
});

describe('what is written in the shortcode', () => {
  test('every attribute of the element is let through, and no other', async () => {
    const found = Object.keys(await attributesOf('all'));
    assert.deepEqual(found.sort(), KNOWN);
  });

  test('an attribute without a value is there', async () => {
    assert.deepEqual(await attributesOf('flag'), { mobilepay: '', channel: 'app' });
  });

  test('values stay values: nothing is added', async () => {
    assert.deepEqual(await attributesOf('hostile'), {
      'help-url': 'javascript:alert(1)',
      lang: 'da" autofocus onfocus="alert(1)',
      'rates-url': '/a" onfocus="alert(1)',
    });
  });

  for (const name of ['hostile', 'markup']) {
    test(`nothing of it runs, and what is no address is none: ${name}`, async () => {
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

  test('quotes of a text editor are quotes; those inside a value stay', async () => {
    assert.deepEqual(await attributesOf('typographic'), {
      'oir-payment-name': 'Mit Betalingsoverblik',
      'oir-payment-url': 'https://betaling.example/',
      'help-url': '/kontakt',
      'rates-url': '/takster',
      'fees-url': '/“som”/skrevet',
    });
  });

  test('of an author whose HTML is filtered the shortcode is left, and works; the bare tag is not', async () => {
    assert.match(site.made.debts.content, /\[ddb_debt_overview fees-url="[^"]*&amp;agency=1"/);
    const { 'fees-url': url } = await attributesOf('debts');
    assert.equal(url, '/wp-admin/admin-ajax.php?action=patron_fees&agency=1');
    assert.doesNotMatch(site.made.bare.content, /ddb-debt-overview/);
  });
});

test('PHP has complained of nothing', () => {
  assert.deepEqual(site.complaints(), []);
});
