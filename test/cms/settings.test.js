import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { source } from '../../.ci/integrations/source.js';
import { php } from './php.js';

const path = (file) => fileURLToPath(new URL(file, import.meta.url));
const json = (file) => JSON.parse(readFileSync(path(file), 'utf8'));
const CASES = json('../../integrations/settings.cases.json');
const SCHEMA = json('../../dist/integrations/settings.schema.json');
const { configure } = await source('src/config/configuration.ts');
const { attributeOf, SETTING_NAMES, SETTINGS } = await source('src/config/settings.ts');

const all = [
  ...Object.entries(CASES.values).flatMap(([name, { valid, invalid }]) =>
    [...valid.map((value) => [value, []]), ...invalid.map((value) => [value, [name]])].map(
      ([value, problems]) => ({
        name: `${name}: ${JSON.stringify(value)}`,
        settings: { feesUrl: '/', [name]: value },
        problems,
      }),
    ),
  ),
  ...CASES.settings,
];

const camel = (name) => name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());

/** The names of the settings that the element has a problem with. */
function problemsOfElement(config) {
  const page = 'https://bibliotek.example/min-side';
  return configure({ attribute: () => null, config }, page).problems.map(({ setting, value }) =>
    setting === 'config' ? value : setting.startsWith('texts') ? setting : camel(setting),
  );
}

const failing = (found) =>
  all.flatMap(({ name, problems }, index) =>
    [...found[index]].sort().join() === [...problems].sort().join()
      ? []
      : [{ name, problems, found: found[index] }],
  );

/** The results of methods of the PHP class. */
const called = async (...calls) =>
  JSON.parse(await php(path('settings.php'), { folder: path('../../dist/integrations'), calls }));

describe('the cases of settings', () => {
  test('the element agrees', () => {
    assert.deepEqual(failing(all.map(({ settings }) => problemsOfElement(settings))), []);
  });

  test('the PHP class agrees', async () => {
    const found = await called(...all.map(({ settings }) => ['problems', settings]));
    assert.deepEqual(failing(found.map((problems) => problems.map(({ field }) => field))), []);
  });

  test('there are cases of both kinds for every setting', () => {
    assert.deepEqual(Object.keys(CASES.values).sort(), [...SETTING_NAMES].sort());
    for (const { valid, invalid } of Object.values(CASES.values))
      assert.ok(valid.length && invalid.length);
  });
});

describe('the schema of settings', () => {
  const ajv = new Ajv2020({ strictTypes: false, formats: { date: true } });
  for (const word of new Set(JSON.stringify(SCHEMA).match(/"x-[a-z-]+"(?=:)/g)))
    ajv.addKeyword(JSON.parse(word));
  const validate = ajv.compile(SCHEMA);
  const isValid = (settings) => validate(settings);

  test('is JSON Schema, and accepts what each setting takes', () => {
    for (const [name, { valid, invalid }] of Object.entries(CASES.values)) {
      for (const value of valid.filter((one) => one !== 42 && one === (one.trim?.() ?? one)))
        assert.ok(isValid({ [name]: value }), `${name}: ${value}`);
      for (const value of invalid) assert.ok(!isValid({ [name]: value }), `${name}: ${value}`);
    }
  });

  test('accepts the element’s own texts', () => {
    const texts = Object.entries(SCHEMA.$defs.texts.properties).map(([key, own]) => [
      key,
      own['x-default'].da,
    ]);
    assert.ok(
      isValid({ texts: { da: Object.fromEntries(texts) } }),
      JSON.stringify(validate.errors),
    );
  });

  test('has every attribute of the element and no other', () => {
    const { texts: _, ...settings } = SCHEMA.properties;
    const attributes = Object.values(settings).map((one) => one['x-attribute']);
    assert.deepEqual(attributes, SETTING_NAMES.map(attributeOf));
  });

  test('has the days of the calendar', () => {
    const date = new RegExp(SCHEMA.$defs.date.pattern, 'u');
    const pad = (number, length) => String(number).padStart(length, '0');
    for (let year = 1898; year < 3002; year++)
      for (let month = 0; month <= 13; month++)
        for (let day = 0; day <= 32; day++) {
          const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
          if (date.test(text) !== !!SETTINGS.switchDate.read(text)) assert.fail(text);
        }
  });
});

describe('the PHP class', () => {
  const TEXTS = { da: { 'oir.go': '</script><!--<script> & {name}' } };

  test('writes the attributes of the element, escaped, and no others', async () => {
    const [html] = await called([
      'html',
      {
        feesUrl: '/gebyrer?a=1&b=2',
        oirPaymentName: `"><script>alert(1)</script>' onclick='x`,
        switchDate: '2021-12-01',
        registrationHours: 24,
        mobilepay: true,
        systems: '',
        onclick: 'alert(1)',
        style: 'position:fixed',
        'fees-url': '/x',
      },
      '<a slot="login" href="/login">Log ind</a>',
    ]);
    assert.equal(
      html,
      '<ddb-debt-overview fees-url="/gebyrer?a=1&amp;b=2"' +
        ' oir-payment-name="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&#039; onclick=&#039;x"' +
        ' switch-date="2021-12-01" registration-hours="24" mobilepay>' +
        '<a slot="login" href="/login">Log ind</a></ddb-debt-overview>',
    );
  });

  test('writes texts as JSON that cannot end its script element', async () => {
    const [html] = await called(['html', { feesUrl: '/', texts: TEXTS }]);
    const [, json] = /<script type="application\/json">([^<>&]*)<\/script>/.exec(html);
    assert.deepEqual(JSON.parse(json), { texts: TEXTS });
  });

  test('reads the JSON and the files of the workbench, and writes JSON that it reads', async () => {
    const settings = { feesUrl: '/gebyrer', mobilepay: true, texts: TEXTS };
    const arrangement = {
      settings: { feesUrl: ' /gebyrer ', mobilepay: 'true', lang: '' },
      texts: { ...TEXTS, en: {} },
      slots: {},
      tokens: { '--ddb-debt-action': 'red' },
    };
    const [own, saved, exported, empty] = await called(
      ['import', JSON.stringify(settings), 'da'],
      ['import', JSON.stringify({ workbench: 1, bench: { arrangement } }), 'da'],
      ['export', { ...settings, onclick: 'alert(1)' }],
      ['export', []],
    );
    assert.deepEqual(own, { settings, problems: [] });
    assert.deepEqual(saved.settings, settings);
    assert.deepEqual(
      saved.problems.map(({ message, blocks }) => [message, blocks]),
      [['Dette kendes ikke her og er ikke taget med: tokens.', false]],
    );
    assert.deepEqual(JSON.parse(exported), settings);
    assert.deepEqual(JSON.parse(empty), {});
  });

  for (const [name, json, message] of [
    ['a trailing comma', '{ "feesUrl": "/", }', /ikke gyldig JSON/],
    ['a list', '["/gebyrer"]', /ikke en opsætning/],
    ['other JSON', '{ "name": "x" }', /ikke en opsætning/],
    ['no object', '42', /ikke en opsætning/],
  ]) {
    test(`does not import ${name}, and says why`, async () => {
      const [{ settings, problems }] = await called(['import', json, 'da']);
      assert.equal(settings, null);
      assert.match(problems[0].message, message);
      assert.ok(problems[0].blocks);
    });
  }

  test('has a label, an explanation and what it takes for each setting, in both languages', async () => {
    for (const groups of await called(['groups', 'da'], ['groups', 'en'])) {
      const fields = Object.values(groups).flatMap((group) => Object.values(group.fields));
      assert.deepEqual(fields.map(({ name }) => name).sort(), [...SETTING_NAMES].sort());
      for (const { name, label, explains, takes, kind, options } of fields) {
        assert.ok(label && explains && takes, name);
        assert.equal(kind === 'choice', !!options, name);
      }
    }
  });

  test('has every text of the element in one group', async () => {
    const [groups] = await called(['textGroups', 'da']);
    const keys = groups.flatMap(({ texts }) => Object.keys(texts));
    assert.deepEqual(keys.sort(), Object.keys(SCHEMA.$defs.texts.properties).sort());
  });
});
