import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import gettext from 'gettext-parser';
import { openBrowser } from '../pages/open-browser.js';
import { json, page as answerPage, serve } from '../serve.js';
import { archive, filesIn, unpack } from './archive.js';
import { assertList } from './assert-list.js';
import { openPage } from './open-page.js';
import { php } from './php.js';
import { temporaryFolder } from './temporary-folder.js';

const here = (file) => fileURLToPath(new URL(file, import.meta.url));
const FEES = JSON.parse(readFileSync(here('fees.json'), 'utf8'));

const ARCHIVE = archive('ddb_debt_overview-drupal');
const folder = temporaryFolder();
unpack(ARCHIVE, folder);
const MODULE = join(folder, 'ddb_debt_overview');
process.env.MODULE = MODULE;

/** What the README tells to write into the form. */
const SETTINGS = {
  feesUrl: '/patron/fees',
  switchDate: '2021-12-01',
  dibsPaymentUrl: '/payment/start',
  paymentOrigins: 'https://gateway.example',
  oirPaymentUrl: 'https://betaling.example/',
  oirPaymentName: 'Mit Betalingsoverblik',
  helpUrl: '/kontakt',
};
const OWN_TEXT = [{ language: 'da', key: 'oir.go', text: 'Betal på {name}' }];
/** What the module csp has been set to: nothing, but what core itself needs. */
const STRICT = Object.fromEntries(
  ['script', 'style', 'connect', 'img'].map((kind) => [`${kind}-src`, ["'self'"]]),
);
const rendered = async (more = {}) =>
  JSON.parse(
    await php(here('drupal/page.php'), {
      settings: SETTINGS,
      texts: OWN_TEXT,
      policy: { 'default-src': ["'none'"], ...STRICT, 'form-action': ["'none'"] },
      ...more,
    }),
  );

test('the module does what its PHPUnit tests say', () => {
  const options = [
    '--no-configuration',
    '--colors=never',
    '--fail-on-warning',
    '--do-not-cache-result',
  ];
  const bootstrap = ['--bootstrap', here('drupal/bootstrap.php')];
  try {
    execFileSync('phpunit', [...options, ...bootstrap, here('drupal')], { encoding: 'utf8' });
  } catch (error) {
    assert.fail(error.stdout || String(error));
  }
});

let made;
let site;
let browser;

before(async () => {
  made = await rendered();
  const routes = { '/page': answerPage(made.page, made.policy), '/patron/fees': json(FEES) };
  site = await serve(routes, { folder });
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await site?.close();
});

test('shows the list under a strict policy, without layout shifts', async () => {
  const { page, warnings, shifted } = await openPage(browser);
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${site.origin}/page`);
  await assertList(page);
  await page.getByText('Betal på Mit Betalingsoverblik').waitFor();
  assert.deepEqual(warnings, []);
  assert.ok((await shifted()) < 0.01, `shifted by ${await shifted()}`);
  assert.equal(asked.filter((path) => path === '/patron/fees').length, 1);
  await page.close();
});

test('the policy gets what the element needs, and no more', () => {
  assert.match(made.policy, /form-action 'self' https:\/\/gateway\.example(;|$)/);
  assert.doesNotMatch(made.policy, /unsafe|\*|frame-ancestors/);
});

test('escapes values of attributes', async () => {
  const value = '"><script>alert(1)</script>\' onclick="alert(1)';
  const { element } = await rendered({ settings: { helpUrl: value, mobilepay: 'true' } });
  const [tag] = element.match(/<ddb-debt-overview[^>]*>/);
  assert.equal(tag.match(/"/g).length, 2, tag);
  assert.match(tag, / mobilepay/);
  assert.doesNotMatch(element, /<script>alert/);
});

test('a text cannot end its script element', async () => {
  const text = '</script><!--<script>{name}';
  const { element } = await rendered({ texts: [{ language: 'da', key: 'oir.go', text }] });
  const [, inside] = element.match(/<script type="application\/json">([^<]*)<\/script>/);
  assert.deepEqual(JSON.parse(inside), { texts: { da: { 'oir.go': text } } });
});

test('every YAML file is valid, and names only what is there', async () => {
  const yaml = JSON.parse(await php(here('drupal/read-yaml.php'), { folder: MODULE }));
  const dpl = 'modules/ddb_debt_overview_dpl';
  for (const [path, name] of [
    ['', 'ddb_debt_overview'],
    [`${dpl}/`, 'ddb_debt_overview_dpl'],
  ]) {
    const file = (suffix) => yaml[`${path}${suffix.replace('*', name)}`];
    const info = file('*.info.yml');
    assert.equal(info.core_version_requirement, '^10.2 || ^11');
    assert.match(info.version, /^\d+\.\d+\.\d+/);
    const { mapping } = file('config/schema/*.schema.yml')[`${name}.settings`];
    assert.deepEqual(Object.keys(mapping), Object.keys(file('config/install/*.settings.yml')));
    const classes = [
      ...Object.values(file('*.services.yml').services).map((service) => service.class ?? ''),
      ...Object.values(file('*.routing.yml')).flatMap((route) =>
        Object.values(route.defaults ?? {}).map((value) => value.split('::')[0]),
      ),
    ].filter((one) => /^\\?Drupal\\ddb_/.test(one));
    assert.ok(classes.length > 3);
    for (const one of classes) {
      const own = one.replace(/^\\?Drupal\\\w+\\/, '').replaceAll('\\', '/');
      assert.ok(readFileSync(join(MODULE, path, 'src', `${own}.php`), 'utf8').includes('class '));
    }
  }
  const permissions = Object.keys(yaml['ddb_debt_overview.permissions.yml']);
  const { requirements } = yaml['ddb_debt_overview.routing.yml']['ddb_debt_overview.settings'];
  assert.deepEqual([requirements._permission], permissions);
});

/** The English texts of the modules' code. */
function textsOf(files) {
  const found = new Set();
  for (const [path, bytes] of Object.entries(files)) {
    const text = bytes.toString();
    const add = (pattern) => {
      for (const [, own] of text.matchAll(pattern)) found.add(own.replaceAll("\\'", "'"));
    };
    if (/\/includes\/|\/assets\/|\.api\.php$/.test(path)) continue;
    if (/\.(php|module|install)$/.test(path))
      add(/(?:\bt|TranslatableMarkup)\(\s*'((?:[^'\\]|\\.)+)'/g);
    if (path.endsWith('.info.yml')) add(/^(?:name|description|package): (.+)$/gm);
    if (/\.(permissions|links\.menu)\.yml$/.test(path)) add(/^ +(?:title|description): '(.+)'$/gm);
    if (path.endsWith('/PageRoute.php')) add(/'_title' => '(.+)'/g);
  }
  return [...found];
}

test('every text of the modules has a Danish translation with the same placeholders', () => {
  const files = filesIn(ARCHIVE);
  const po = files['ddb_debt_overview/translations/ddb_debt_overview.da.po'];
  const { translations } = gettext.po.parse(po);
  const danish = Object.fromEntries(
    Object.values(translations['']).map(({ msgid, msgstr }) => [msgid, msgstr[0]]),
  );
  const texts = textsOf(files);
  assert.ok(texts.length > 50, `${texts.length} texts`);
  assert.deepEqual(
    texts.filter((text) => !danish[text]),
    [],
  );
  assert.deepEqual(
    Object.keys(danish).filter((text) => text && !texts.includes(text)),
    [],
  );
  const placeholders = (text) =>
    [...text.matchAll(/[@%:]\w+(?![:\w])|<[^>]+>/g)].map(String).sort();
  for (const text of texts) assert.deepEqual(placeholders(danish[text]), placeholders(text), text);
});

test('the titles’ query that is let through is the element’s', () => {
  const path = 'modules/ddb_debt_overview_dpl/src/Controller/TitlesController.php';
  const [, query] = readFileSync(join(MODULE, path), 'utf8').match(/QUERY = '([^']+)'/);
  const script = readFileSync(here('../../dist/ddb-debt-overview.js'), 'utf8');
  assert.ok(query.includes('manifestations') && script.includes(query));
});
