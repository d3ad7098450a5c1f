import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { openBrowser } from '../pages/open-browser.js';
import { tableOf } from './mapping.js';

const source = (file) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const MIGRATION = 'demo/workbench/migration/';

/** The names in a part of the workbench's source. */
const namesIn = (file, from, to) => {
  const text = source(MIGRATION + file);
  const piece = text.slice(text.indexOf(from), text.indexOf(to, text.indexOf(from)));
  return [...piece.matchAll(/[a-z]+(?:_[a-z]+)+|introtext/g)].map(([name]) => name);
};

const SITE = 'https://betaling.example/';
const HTML = '<p>Se <a href="/hjaelp">hjælp</a>. Der går 48 timer.</p>';

/** Old configurations that together contain every name that the workbench migrates. */
const DING = {
  show_introtext: 1,
  introtext: 'Gebyrer betales nu hos kommunen.',
  enable_internal: 1,
  internal_title: 'Betal på biblioteket',
  enable_internal_button: 1,
  enable_external: 1,
  external_title: 'Betal hos kommunen',
  enable_external_button: 1,
  external_button_text: 'Betal i Mit Betalingsoverblik',
  external_button_url: SITE,
  external_show_extra_information: 0,
  external_extra_information: HTML,
};
const DPL = {
  fee_list_body_text: 'Gebyrer betales nu hos kommunen.',
  payment_site_url: SITE,
  payment_site_button_label: 'Betal i Mit Betalingsoverblik',
  fees_and_replacement_costs_url: 'internal:/takster',
  terms_of_trade_url: '/betingelser',
  fees_list_size_desktop: 25,
  fees_list_size_mobile: 25,
  blocked_patron_e_link_url: '/hjaelp',
};
/** In the format of earlier versions of dpl_fees. */
const EARLIER = {
  payment_overview_url: 'https://betaling.example/',
  terms_of_trade_text: 'Vilkår',
  available_payment_types_url: '/kort',
};
const SYSTEMS = [
  {
    title: '`ding_debt_…`',
    known: [
      ...namesIn('ding-variables.ts', 'const BOXES', '} as const'),
      ...namesIn('ding-variables.ts', 'const TEXTS', '] as const'),
    ],
    old: [DING, { ...DING, introtext: HTML }],
    prefix: 'ding_debt_',
  },
  {
    title: '`dpl_fees.settings`',
    known: namesIn('dpl-fees.ts', 'const BODY', 'const DEFAULT_BODY'),
    old: [DPL, { ...DPL, fee_list_body_text: HTML }, EARLIER],
    prefix: '',
  },
];

let browser;
let page;

before(async () => {
  const { output } = (
    await build({
      configFile: false,
      logLevel: 'error',
      build: {
        write: false,
        minify: false,
        lib: {
          entry: fileURLToPath(new URL(`../../${MIGRATION}migrate.ts`, import.meta.url)),
          formats: ['iife'],
          name: 'workbench',
        },
      },
    })
  )[0];
  browser = await openBrowser();
  page = await browser.newPage();
  await page.addScriptTag({ content: output[0].code });
});
after(() => browser?.close());

/** The new name of each old one, according to the workbench. */
const migrated = (old, prefix) =>
  page.evaluate(
    (pasted) => window.workbench.migrate(pasted).lines,
    JSON.stringify(
      Object.fromEntries(Object.entries(old).map(([name, value]) => [prefix + name, value])),
    ),
  );

for (const { title, known, old, prefix } of SYSTEMS) {
  describe(`the table ${title} and the workbench’s “Import” agree`, () => {
    test('has every name that the workbench knows and no other', () => {
      assert.ok(known.length >= 8, 'the names were found in the source');
      const names = tableOf(title).flatMap(({ there }) => there);
      assert.deepEqual([...names].sort(), [...known].sort());
    });

    test('maps each name as the workbench does', async () => {
      const lines = (await Promise.all(old.map((one) => migrated(one, prefix)))).flat();
      const becomes = known.map((name) => {
        const to = lines.filter(({ from }) => from === prefix + name).map((line) => line.to);
        return [name, [...new Set(to.filter(Boolean))].sort()];
      });
      const table = tableOf(title).map(({ there: [name], here }) => [name, [...here].sort()]);
      assert.deepEqual(Object.fromEntries(table), Object.fromEntries(becomes));
    });
  });
}

test('every name in the tables exists', async () => {
  const { DdbDebtOverview } = await import('ddb-debt-overview');
  const texts = [...source('src/i18n/messages.ts').matchAll(/\bid: '([^'/]+)'/g)];
  const parts = [...source('src/views/parts.ts').matchAll(/@csspart ([\w-]+)/g)];
  const slots = ['intro', 'dibs-info', 'oir-info', 'login', 'footer'];
  const there = new Set([
    ...DdbDebtOverview.observedAttributes,
    ...texts.flatMap(([, key]) => [key, `texts.da.${key}`]),
    ...parts.map(([, part]) => `::part(${part})`),
    ...slots.map((slot) => `slot ${slot}`),
    ...[...source('REFERENCE.md').matchAll(/^\| `(ddb-debt-\w+)`/gm)].map(([, event]) => event),
  ]);
  const titles = ['`ding_debt_…`', '`dpl_fees.settings`', 'in the old module', '`data-…`'];
  const named = titles.flatMap((title) => tableOf(title).flatMap(({ here }) => here));
  assert.ok(named.length > 60);
  assert.deepEqual(
    named.filter((name) => !there.has(name)),
    [],
  );
});

test('every row has a new name, or a dash if there is none', () => {
  for (const title of ['`ding_debt_…`', '`dpl_fees.settings`', 'in the old module', '`data-…`']) {
    for (const { here, row } of tableOf(title)) {
      assert.ok(here.length || /\| (–|the element) +\|/.test(row), row);
    }
  }
});
