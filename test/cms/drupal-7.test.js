import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openBrowser } from '../pages/open-browser.js';
import { json, page as answerPage, serve } from '../serve.js';
import { CDN, FILE, HASH, openRecipeCopy, recipe } from './recipe-copy.js';
import { openPage } from './open-page.js';
import { php } from './php.js';
import { assertList } from './assert-list.js';

const PAGE = fileURLToPath(new URL('drupal-7/page.php', import.meta.url));
const FEES = JSON.parse(readFileSync(new URL('fees.json', import.meta.url), 'utf8'));
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-ancestors 'none'";
const OLD = {
  'misc/jquery.js': createRequire(import.meta.url).resolve('jquery-1'),
  'misc/prototype.js': '/usr/share/javascript/prototype/prototype.js',
};

const recipeCopy = openRecipeCopy();
recipeCopy.copy(recipe('drupal-7/settings.php'), 'settings.php');
recipeCopy.copy(recipe('drupal-7/ddb_debt_overview'), 'sites/all/modules/ddb_debt_overview');
recipeCopy.copy(CDN, 'sites/all/modules/ddb_debt_overview/cdn');
const THEME = 'sites/all/themes/bibliotek';
recipeCopy.copy(recipe('drupal-7/template.php'), `${THEME}/template.php`);
recipeCopy.fill(`${THEME}/template.php`, { MYTHEME: 'bibliotek' });
recipeCopy.copy(recipe('drupal-7/ddb_debt_overview/reserve.css'), `${THEME}/css/reserve.css`);
recipeCopy.copy(join(CDN, FILE), `${THEME}/js/${FILE}`);
for (const [to, from] of Object.entries(OLD)) recipeCopy.copy(from, to);

const rendered = (by, conf = {}, path = 'user/12/status-debts') =>
  php(PAGE, { root: recipeCopy.folder, path, conf, by });

const WAYS = {
  module: ['module', {}],
  theme: ['theme', {}],
  bundled: ['theme', { preprocess_js: true }],
};

let site;
let browser;

before(async () => {
  const pages = await Promise.all(
    Object.entries(WAYS).map(async ([name, how]) => [
      `/${name}`,
      answerPage(await rendered(...how), POLICY),
    ]),
  );
  const bundle = (request, response) => {
    const of = new URL(request.url, 'http://site').searchParams;
    response.writeHead(200, { 'Content-Type': 'text/javascript' });
    response.end(
      [...of.values()].map((file) => readFileSync(join(recipeCopy.folder, file))).join(';\n'),
    );
  };
  const routes = { ...Object.fromEntries(pages), '/patron/fees': json(FEES), '/bundle.js': bundle };
  site = await serve(routes, { folder: recipeCopy.folder });
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await site?.close();
});

for (const name of Object.keys(WAYS)) {
  test(`shows the list beside jQuery and Prototype, without layout shifts: ${name}`, async () => {
    const { page, warnings, shifted } = await openPage(browser);
    await page.goto(`${site.origin}/${name}`);
    await assertList(page);
    assert.ok(await page.evaluate(() => window.jQuery && window.Prototype), 'they are there');
    assert.deepEqual(warnings, []);
    assert.ok((await shifted()) < 0.01, `shifted by ${await shifted()}`);
    await page.close();
  });
}

describe('the module', () => {
  test('the script is in the head, with its hash, and does not block the parser', async () => {
    const [head] = (await rendered('module')).split('</head>');
    const [tag] = head.match(/<script[^>]*ddb-debt-overview[^>]*>/);
    assert.match(tag, new RegExp(`src="/sites/all/modules/ddb_debt_overview/cdn/${FILE}"`));
    assert.ok(tag.includes(`integrity="${HASH}"`), tag);
    assert.match(tag, / defer="defer"/);
    assert.match(tag, / crossorigin="anonymous"/);
  });

  test('escapes values of attributes', async () => {
    const value = '"><script>alert(1)</script>\' onclick="alert(1)';
    const html = await rendered('module', { ddb_debt_overview_attributes: { 'help-url': value } });
    const [tag] = html.match(/<ddb-debt-overview[^>]*>/);
    assert.equal(tag.match(/"/g).length, 2, tag);
    assert.doesNotMatch(html, /<script>alert/);
  });

  test('a text cannot end its script element', async () => {
    const texts = { da: { 'oir.go': '</script><!--<script>{name}' } };
    const html = await rendered('module', { ddb_debt_overview_config: { texts } });
    const [, inside] = html.match(/<script type="application\/json">([^<]*)<\/script>/);
    assert.deepEqual(JSON.parse(inside), { texts });
  });

  test('the login returns to the page', async () => {
    assert.match(
      await rendered('module'),
      /<a href="\/user\/login\?destination=user%2F12%2Fstatus-debts" slot="login">Log ind<\/a>/,
    );
  });
});

describe('the theme', () => {
  test('keeps its own script tag with `defer` where scripts are bundled', async () => {
    const html = await rendered('theme', { preprocess_js: true });
    const [tag] = html.match(/<script[^>]*ddb-debt-overview[^>]*>/);
    assert.match(tag, new RegExp(`^<script [^>]*defer="defer" src="/${THEME}/js/${FILE}\\?`));
  });

  test('loads nothing on other pages', async () => {
    assert.doesNotMatch(await rendered('theme', {}, 'user/12/status-loans'), /ddb-debt-overview/);
  });
});
