import assert from 'node:assert/strict';
import { readdirSync, readFileSync, renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import gettext from 'gettext-parser';
import { openBrowser } from '../pages/open-browser.js';
import { json, page as answerPage, serve } from '../serve.js';
import { archive, unpack } from './archive.js';
import { assertList } from './assert-list.js';
import { openPage } from './open-page.js';
import { php } from './php.js';
import { openRecipeCopy, HASH, FILE } from './recipe-copy.js';

const script = (name) => fileURLToPath(new URL(`drupal-7/${name}`, import.meta.url));
const FEES = JSON.parse(readFileSync(new URL('fees.json', import.meta.url), 'utf8'));
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-ancestors 'none'";
const OLD = {
  'misc/jquery.js': createRequire(import.meta.url).resolve('jquery-1'),
  'misc/prototype.js': '/usr/share/javascript/prototype/prototype.js',
};
const SETTINGS = {
  feesUrl: '/patron/fees',
  switchDate: '2021-12-01',
  dibsPaymentUrl: '/payment/start',
  paymentOrigins: 'https://gateway.example',
  oirPaymentUrl: 'https://betaling.example/',
  oirPaymentName: 'Mit Betalingsoverblik',
};

const { folder: root, copy } = openRecipeCopy();
const MODULE = join(root, 'sites/all/modules/ddb_debt_overview');
unpack(archive('ddb_debt_overview-drupal-7'), join(root, 'sites/all/modules'));
for (const [to, from] of Object.entries(OLD)) copy(from, to);

const rendered = (settings = SETTINGS, given = {}) => {
  const conf = { ddb_debt_overview_settings: settings, ...given.conf };
  return php(script('page.php'), { root, ...given, conf });
};
const tagOf = async (...given) => (await rendered(...given)).match(/<ddb-debt-overview[^>]*>/)[0];

/** Calls functions of the module. */
const call = async (conf, ...calls) =>
  JSON.parse(await php(script('call.php'), { root, conf, calls }));
const submitted = (changed, conf = {}) => call(conf, ['submit_form', changed]);

const filesOf = (ending) =>
  readdirSync(MODULE, { recursive: true })
    .filter((name) => ending.test(name))
    .map((name) => join(MODULE, name));

describe('the page', () => {
  let site;
  let browser;
  before(async () => {
    const answers = { '/': answerPage(await rendered(), POLICY), '/patron/fees': json(FEES) };
    site = await serve(answers, { folder: root });
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  test('shows the list beside jQuery and Prototype, without layout shifts', async () => {
    const { page, warnings, shifted } = await openPage(browser);
    await page.goto(site.origin);
    await assertList(page);
    assert.ok(await page.evaluate(() => window.jQuery && window.Prototype), 'they are there');
    assert.deepEqual(warnings, []);
    assert.ok((await shifted()) < 0.01, `shifted by ${await shifted()}`);
    await page.close();
  });
});

describe('the block', () => {
  test('has both scripts in the head, with their hashes, and the small one first', async () => {
    const [head] = (await rendered()).split('</head>');
    const [start, element] = head.match(/<script[^>]*ddb-debt-overview[^>]*>/g);
    assert.match(start, /\.start\.js" defer="defer" integrity="sha384-/);
    assert.ok(element.includes(`src="/sites/all/modules/ddb_debt_overview/assets/${FILE}"`));
    assert.ok(element.includes(`defer="defer" integrity="${HASH}" crossorigin="anonymous"`));
  });

  test('sends no-store with a cached block, too', async () => {
    const { answers } = await call({ ddb_debt_overview_settings: SETTINGS }, [
      'ddb_debt_overview_block_view',
      'debts',
    ]);
    assert.deepEqual(answers[0].content['#attached'].drupal_add_http_header, [
      ['Cache-Control', 'no-store, private'],
    ]);
  });

  test('writes the language of the page, unless the library has chosen another', async () => {
    assert.match(await tagOf(SETTINGS, { language: 'en' }), / lang="en"/);
    assert.match(await tagOf({ ...SETTINGS, lang: 'da' }, { language: 'en' }), / lang="da"/);
  });

  test('escapes values, and writes no attribute that the element does not know', async () => {
    const value = '"><script>alert(1)</script>\' onclick="alert(1)';
    const html = await rendered({ helpUrl: value, onclick: 'alert(1)', style: 'x' });
    const [tag] = html.match(/<ddb-debt-overview[^>]*>/);
    assert.equal(tag.match(/"/g).length, 4, tag);
    assert.doesNotMatch(html, /<script>alert|onclick="|style="/);
  });

  test('a text cannot end its script element', async () => {
    const texts = { da: { 'oir.go': '</script><!--<script>{name}' } };
    const html = await rendered({ ...SETTINGS, texts });
    const [, inside] = html.match(/<script type="application\/json">([^<]*)<\/script>/);
    assert.deepEqual(JSON.parse(inside), { texts });
  });

  test('the login returns to the page', async () => {
    assert.match(
      await rendered(),
      /<a href="\/user\/login\?destination=user%2F12%2Fstatus-debts" slot="login">Log ind<\/a>/,
    );
  });

  test('has the library’s own HTML as its text format leaves it', async () => {
    const intro = { value: '<strong>Nyt</strong><script>', format: 'filtered' };
    assert.match(
      await rendered(SETTINGS, { conf: { ddb_debt_overview_html_intro: intro } }),
      /<div slot="intro"><p class="filtered"><strong>Nyt<\/strong><\/p><\/div>/,
    );
  });

  test('the line for a front page leads to the page', async () => {
    const { answers } = await call({ ddb_debt_overview_path: 'min-side' }, [
      'ddb_debt_overview_block_view',
      'summary',
    ]);
    assert.match(answers[0].content['#markup'], / view="summary" overview-url="\/min-side"/);
  });
});

describe('the settings form', () => {
  test('has a field for every setting and text of the schema', async () => {
    const { answers } = await submitted({});
    const { properties, $defs } = JSON.parse(
      readFileSync(join(MODULE, 'assets/settings.schema.json'), 'utf8'),
    );
    const found = new Set();
    JSON.stringify(answers[0], (key, value) => {
      if (key === '#parents' && value[0] === 'settings') found.add(value.slice(1).join(' '));
      return value;
    });
    const { texts: _, ...settings } = properties;
    const texts = Object.keys($defs.texts.properties).flatMap((key) => [
      `texts da ${key}`,
      `texts en ${key}`,
    ]);
    assert.deepEqual([...found].sort(), [...Object.keys(settings), ...texts].sort());
  });

  test('stores what is set, and nothing else', async () => {
    const { conf, errors } = await submitted({
      settings: { feesUrl: ' /fees ', mobilepay: 1, texts: { da: { 'oir.go': 'Betal' } } },
      none: { da: { 'intro.before': 1 } },
    });
    assert.deepEqual(errors, []);
    assert.deepEqual(conf.ddb_debt_overview_settings, {
      feesUrl: '/fees',
      mobilepay: true,
      texts: { da: { 'oir.go': 'Betal', 'intro.before': '' } },
    });
  });

  test('keeps settings that are stored', async () => {
    const stored = { ...SETTINGS, view: 'summary', texts: { en: { heading: 'Fees' } } };
    const { conf } = await submitted({}, { ddb_debt_overview_settings: stored });
    assert.deepEqual(conf.ddb_debt_overview_settings, stored);
  });

  test('refuses what the element would refuse, beside its field', async () => {
    const { conf, errors } = await submitted({
      settings: { helpUrl: 'javascript:alert(1)', texts: { da: { 'oir.go': '{navn}' } } },
      ddb_debt_overview_path: 'admin',
    });
    assert.deepEqual(Object.keys(errors), [
      'settings][helpUrl',
      'settings][texts][da][oir.go',
      'ddb_debt_overview_path',
    ]);
    assert.match(errors['settings][helpUrl'], /^Kontakt og hjælp: Skriv en adresse/);
    assert.equal(conf.ddb_debt_overview_settings, undefined);
  });

  test('warns of a preview, which everybody sees', async () => {
    const preview = { ddb_debt_overview_settings: { ...SETTINGS, previewDate: '2021-12-24' } };
    const { messages } = await submitted({}, preview);
    assert.match(messages.warning.join(), /2021-12-24/);
  });
});

describe('import', () => {
  const imported = (text) => call({}, ['submit_json', text]);

  test('takes the workbench’s JSON, and texts without a language for all', async () => {
    const { conf } = await imported(
      '{"feesUrl":"/f","texts":{"heading":"A","en":{"heading":"B"}}}',
    );
    assert.deepEqual(conf.ddb_debt_overview_settings, {
      feesUrl: '/f',
      texts: { da: { heading: 'A' }, en: { heading: 'B' } },
    });
  });

  for (const [what, text] of Object.entries({
    'a trailing comma': '{"feesUrl": "/f",}',
    'an unknown setting': '{"feesUrl": "/f", "onclick": "alert(1)"}',
    'an unquoted date': '{"feesUrl": "/f", "switchDate": 1638316800}',
  })) {
    test(`refuses ${what}`, async () => {
      const { conf, errors } = await imported(text);
      assert.equal(Object.keys(errors).length, 1);
      assert.equal(conf.ddb_debt_overview_settings, undefined);
    });
  }
});

describe('what is wrong is said', () => {
  test('in the log, once: settings that did not come through the form', async () => {
    const settings = { feesUrl: '/f', switchDate: 1638316800, texts: '{"da": {}, }' };
    const view = ['ddb_debt_overview_block_view', 'debts'];
    const nextPage = ['drupal_static_reset', 'ddb_debt_overview_settings'];
    const { log } = await call({ ddb_debt_overview_settings: settings }, view, nextPage, view);
    assert.equal(log.length, 2);
    assert.match(log[0], /switchDate is not valid/);
    assert.match(log[1], /texts is not valid/);
  });

  const report = async (settings) => {
    const conf = { ddb_debt_overview_settings: settings };
    const { answers } = await call(conf, ['ddb_debt_overview_requirements', 'runtime']);
    return answers[0].ddb_debt_overview;
  };

  test('in the status report: settings', async () => {
    assert.equal((await report(SETTINGS)).severity, 0);
    assert.equal((await report({})).severity, 1, 'no address of the debts');
    assert.equal((await report({ ...SETTINGS, previewDate: '2021-12-24' })).severity, 1);
    const { severity, description } = await report({ ...SETTINGS, helpUrl: 'kontakt os' });
    assert.equal(severity, 2);
    assert.match(description, /Kontakt og hjælp: /);
  });

  test('in the status report, the log and the page: files that are missing', async () => {
    const assets = join(MODULE, 'assets');
    renameSync(assets, `${assets}-away`);
    try {
      const { answers, log } = await call(
        { ddb_debt_overview_settings: SETTINGS },
        ['ddb_debt_overview_requirements', 'install'],
        ['ddb_debt_overview_block_view', 'debts'],
      );
      assert.equal(answers[0].ddb_debt_overview.severity, 2);
      assert.doesNotMatch(answers[1].content['#markup'], /ddb-debt-overview|Log ind/);
      assert.match(log.join(), /files are missing/);
    } finally {
      renameSync(`${assets}-away`, assets);
    }
  });
});

test('the update takes over the settings of settings.php', async () => {
  const old = {
    ddb_debt_overview_attributes: { 'fees-url': '/patron/fees', onclick: 'x' },
    ddb_debt_overview_config: { texts: { da: { 'oir.go': 'Betal på {name}' } } },
  };
  const { conf } = await call(old, ['ddb_debt_overview_update_7100']);
  assert.deepEqual(conf, {
    ddb_debt_overview_settings: {
      feesUrl: '/patron/fees',
      texts: { da: { 'oir.go': 'Betal på {name}' } },
    },
  });
});

test('uninstalling leaves no variable', async () => {
  const form = await submitted({ settings: { feesUrl: '/f' } });
  const { conf } = await call(form.conf, ['ddb_debt_overview_uninstall']);
  assert.deepEqual(conf, []);
});

test('every text is translated to Danish', () => {
  const texts = filesOf(/\.(module|inc|install)$/).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\bt\(('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")/g)].map(
      ([, text]) => text.slice(1, -1),
    ),
  );
  assert.ok(texts.length > 50);
  const translated = Object.assign(
    {},
    ...filesOf(/\.da\.po$/).map((file) => gettext.po.parse(readFileSync(file)).translations['']),
  );
  assert.deepEqual(
    texts.filter((text) => !translated[text]?.msgstr[0]),
    [],
  );
});
