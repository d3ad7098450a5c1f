import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openBrowser } from '../pages/open-browser.js';
import { json, page as answerPage, serve } from '../serve.js';
import { CDN, FILE, HASH, openRecipeCopy, recipe } from './recipe-copy.js';
import { openPage } from './open-page.js';
import { shellOf } from './mapping.js';
import { php } from './php.js';
import { assertList } from './assert-list.js';

const PAGE = fileURLToPath(new URL('drupal/page.php', import.meta.url));
const FEES = JSON.parse(readFileSync(new URL('fees.json', import.meta.url), 'utf8'));
const MODULE = 'modules/custom/ddb_debt_overview';

const recipeCopy = openRecipeCopy();
recipeCopy.copy(recipe('drupal/ddb_debt_overview'), MODULE);
recipeCopy.copy(CDN, `${MODULE}/cdn`);
/** Follows the README, except for what Drupal does. */
const writeVersion = () =>
  execFileSync('sh', ['-e'], {
    cwd: recipeCopy.folder,
    input: shellOf('Drupal 10 and 11').replace(/^drush .*$/m, ''),
  });
const LIBRARIES = join(recipeCopy.folder, MODULE, 'ddb_debt_overview.libraries.yml');
writeVersion();
const first = readFileSync(LIBRARIES, 'utf8');
// An older file lay there before.
writeFileSync(
  LIBRARIES,
  first.replaceAll(/\d+\.\d+\.\d+/g, '0.0.1').replace(/sha384-.*/, 'sha384-old'),
);
writeVersion();

test('a new version replaces the old one', () => {
  assert.equal(readFileSync(LIBRARIES, 'utf8'), first);
});

const rendered = async (more = {}) => {
  const module = join(recipeCopy.folder, MODULE);
  return JSON.parse(await php(PAGE, { module, csp: recipe('drupal/csp.settings.yml'), ...more }));
};

const BASES = { self: ["'self'"], none: ["'none'"], any: ['*'], '': [] };

/** The header that the module csp creates from its settings. */
const policyOf = ({ directives }) =>
  Object.entries(directives)
    .map(([name, { base = '', flags = [], sources = [] }]) =>
      [name, ...BASES[base], ...flags.map((flag) => `'${flag}'`), ...sources].join(' '),
    )
    .join('; ');

let made;
let site;
let browser;

before(async () => {
  made = await rendered();
  const policy = `default-src 'none'; ${policyOf(made.csp.enforce)}`;
  const routes = { '/page': answerPage(made.page, policy), '/patron/fees': json(FEES) };
  site = await serve(routes, { folder: recipeCopy.folder });
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await site?.close();
});

test('shows the list under the policy of the recipe, without layout shifts', async () => {
  const { page, warnings, shifted } = await openPage(browser);
  await page.goto(`${site.origin}/page`);
  await assertList(page);
  await page.getByText('Betal på Mit Betalingsoverblik').waitFor();
  assert.deepEqual(warnings, []);
  assert.ok((await shifted()) < 0.01, `shifted by ${await shifted()}`);
  await page.close();
});

test('the policy allows the form of a gateway and forbids framing', () => {
  const policy = policyOf(made.csp.enforce);
  assert.match(policy, /form-action 'self' https:\/\/gateway\.example(;|$)/);
  assert.match(policy, /frame-ancestors 'none'(;|$)/);
  assert.doesNotMatch(policy, /unsafe|\*/);
});

test('the script has its own tag with its hash and does not block the parser', () => {
  const [tag] = made.page.match(/<script src[^>]*>/);
  assert.match(tag, new RegExp(`src="/${MODULE}/cdn/${FILE}\\?v=`));
  assert.ok(tag.includes(` integrity="${HASH}"`), tag);
  assert.match(tag, / defer /);
});

test('the block is cached for all patrons until the settings change', () => {
  assert.deepEqual(made.cache, {
    tags: ['config:ddb_debt_overview.settings'],
    contexts: ['route'],
  });
});

test('every setting is text, as its schema says; dates are not numbers', () => {
  const { mapping } = made.schema['ddb_debt_overview.settings'];
  assert.deepEqual(Object.keys(mapping), Object.keys(made.settings));
  assert.equal(mapping.attributes.sequence.type, 'string');
  for (const [name, value] of Object.entries(made.settings.attributes)) {
    assert.equal(typeof value, 'string', name);
  }
});

test('no key of the settings has a dot, because Drupal rejects it', () => {
  const keys = (value) =>
    typeof value === 'object'
      ? Object.entries(value).flatMap(([key, held]) => [key, ...keys(held)])
      : [];
  assert.deepEqual(
    keys(made.settings).filter((key) => key.includes('.')),
    [],
  );
});

test('the block is found by its name, in Drupal 10 and 11', () => {
  assert.equal(made.id, 'ddb_debt_overview');
  assert.equal(made.info.core_version_requirement, '^10.2 || ^11');
});

test('the login returns to the page', () => {
  assert.match(
    made.element,
    /<a slot="login" href="\/user\/login\?destination=%2Fmig%2Fmellemvaerender">Log ind<\/a>/,
  );
});

test('escapes values of attributes', async () => {
  const value = '"><script>alert(1)</script>\' onclick="alert(1)';
  const { element } = await rendered({ attributes: { 'help-url': value, mobilepay: true } });
  const [tag] = element.match(/<ddb-debt-overview[^>]*>/);
  assert.equal(tag.match(/"/g).length, 2, tag);
  assert.match(tag, / mobilepay>$/);
  assert.doesNotMatch(element, /<script>alert/);
});

test('a text cannot end its script element', async () => {
  const config = { texts: { da: { 'oir.go': '</script><!--<script>{name}' } } };
  const { element } = await rendered({ config: JSON.stringify(config) });
  const [, inside] = element.match(/<script type="application\/json">([^<]*)<\/script>/);
  assert.deepEqual(JSON.parse(inside), config);
});
