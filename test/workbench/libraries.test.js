import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openWorkbench, renderPasted } from './workbench-page.js';

/** The settings that every library has. */
const LIBRARY = {
  'Adresse for mellemværender': '/min-side/gebyrer',
  'Kontakt og hjælp': '/kontakt',
  Takster: '/takster',
};
const SITE = {
  'Betalingsstedets adresse': 'https://www.kommune.dk/mit-betalingsoverblik',
  'Betalingsstedets navn': 'Mit Betalingsoverblik',
};

/**
 * The settings of real libraries (DOMAIN.md), and the texts that patrons read on each day.
 * @type {{ library: string, settings: Record<string, string | boolean>, texts?: Record<string, string>,
 *   slots?: Record<string, string>, scenario?: string, days: Record<string, { matches: RegExp[], doesNotMatch?: RegExp[] }>,
 *   place?: 'cms' | 'app' }[]}
 */
const LIBRARIES = [
  {
    library: 'København',
    settings: {
      ...LIBRARY,
      ...SITE,
      Skæringsdato: '2020-10-27',
      'Adresse for betaling her': '/betaling',
      Betalingsbetingelser: '/betingelser',
    },
    days: {
      '2020-10-26': {
        matches: [/Fra den 27\. oktober skal nye/, /Betales her 2/],
        doesNotMatch: [/Gå til/],
      },
      '2020-11-20': {
        matches: [
          /Betales her 2/,
          /Betales på Mit Betalingsoverblik 2/,
          /Gå til Mit Betalingsoverblik/,
        ],
      },
    },
  },
  {
    library: 'Lyngby-Taarbæk',
    settings: {
      ...LIBRARY,
      ...SITE,
      Skæringsdato: '2021-06-15',
      'Gammel betaling slutter': '2021-12-01',
      'Adresse for betaling her': '/betaling',
    },
    slots: {
      'oir-info':
        '<p>Du kan se det på <a href="https://www.kommune.dk/">Mit Betalingsoverblik</a> dagen efter. MasterCard kan ikke bruges. Du har 30 dage til at betale.</p>',
    },
    scenario: 'Under overførsel',
    days: {
      // A fee in both systems belongs to the new one, and is shown and counted once.
      '2021-07-01': {
        matches: [
          /I alt 262,56/,
          /Betales her 1/,
          /Mit Betalingsoverblik 1/,
          /MasterCard kan ikke/,
        ],
      },
      '2021-12-01': {
        matches: [/kunne kun betales her før den 1\. december/],
        doesNotMatch: [/Betal alle/],
      },
    },
  },
  {
    library: 'Rødovre',
    settings: {
      ...LIBRARY,
      ...SITE,
      Skæringsdato: '2021-12-01',
      'Adresse for betaling her': '/betaling',
    },
    texts: {
      'intro.transition':
        'Fra den {date} betales alt på {name}. Kun mellemværender fra før den 1. juli 2019 betales stadig her.',
    },
    days: {
      '2021-12-21': {
        matches: [/Fra den 1\. december betales alt på Mit Betalingsoverblik\. Kun/, /Betal alle/],
      },
    },
  },
  {
    library: 'Middelfart',
    settings: {
      ...LIBRARY,
      Skæringsdato: '2022-03-01',
      'Gammel betaling slutter': '2022-03-01',
      'Timer, før betaling ses': '72',
    },
    texts: {
      'intro.after':
        'Du får et girokort i Digital Post. Der kan gå op til {hours} timer, før din betaling ses her.',
      'oir.noSite': 'Betal med girokortet i din Digital Post.',
      'dibs.ended': 'Betal med girokortet i din Digital Post.',
    },
    slots: {
      'oir-info':
        '<p>Hvorfor: Biblioteket, <a href="tel:+4588880000">88 88 00 00</a>. Betaling: Kommunen, <a href="tel:+4588880001">88 88 00 01</a>.</p>',
    },
    days: {
      '2022-03-25': {
        matches: [
          /girokort i Digital Post\. Der kan gå op til 72 timer/,
          /Opkræves af kommunen/,
          /<tel:\+4588880001>/,
        ],
        doesNotMatch: [/Mit Betalingsoverblik/, /Gå til/, /Betal alle/],
      },
    },
  },
  {
    library: 'Slagelse',
    settings: {
      ...LIBRARY,
      ...SITE,
      Skæringsdato: '2022-01-10',
      'Mellemværender, der vises': 'Kun nye (ØiR)',
    },
    days: {
      '2022-02-01': {
        matches: [/2 mellemværender.*Betales på Mit Betalingsoverblik.*I alt 250,00/],
        doesNotMatch: [/Betales her/, /Betal alle/],
      },
    },
  },
  {
    library: 'Sønderborg',
    settings: {
      ...LIBRARY,
      'Mellemværender, der vises': 'Kun gamle (DIBS)',
      'Adresse for betaling her': '/betaling',
    },
    scenario: 'Ét gammelt',
    days: {
      '2026-10-01': {
        matches: [/Betal 70,00/],
        doesNotMatch: [/nyt system/, /Mit Betalingsoverblik/],
      },
    },
  },
  {
    library: 'appen med betalingssted',
    place: 'app',
    settings: { ...LIBRARY, ...SITE, Skæringsdato: '2021-12-01' },
    scenario: 'Ét nyt',
    days: { '2021-12-21': { matches: [/Gå til Mit Betalingsoverblik/, /åbner uden for appen/] } },
  },
  {
    library: 'appen uden betalingssted',
    place: 'app',
    settings: { ...LIBRARY, Skæringsdato: '2021-12-01' },
    texts: { 'oir.noSite': 'Biblioteket kontakter dig, når du skal betale.' },
    scenario: 'Ét nyt',
    days: {
      '2021-12-21': {
        matches: [/Biblioteket kontakter dig/],
        doesNotMatch: [/Gå til/, /Betal \d/],
      },
    },
  },
  {
    library: 'appen i overgangen',
    place: 'app',
    settings: {
      ...LIBRARY,
      ...SITE,
      Skæringsdato: '2021-12-01',
      'MobilePay i appen': true,
    },
    days: {
      '2021-12-21': {
        matches: [/Betal 262,56\s*kr\. med MobilePay/, /Gå til Mit Betalingsoverblik/],
      },
    },
  },
];

let fixture;

before(async () => {
  fixture = await openWorkbench();
});
after(() => fixture?.close());

describe('DOMAIN: the settings of real libraries, typed into an empty workbench', () => {
  for (const { library, settings, texts, slots, scenario, days, place = 'cms' } of LIBRARIES) {
    test(`${library}: the previews and a page with the exported code show the same`, async () => {
      const workbench = await fixture.open();
      await workbench.openTab('Importér');
      await workbench.tab.getByRole('button', { name: 'Begynd med tomme felter' }).click();
      await workbench.typeSettings(settings);
      for (const [key, text] of Object.entries(texts ?? {})) await workbench.setText(key, text);
      for (const [slot, html] of Object.entries(slots ?? {})) await workbench.fillSlot(slot, html);
      await workbench.selectScenario(scenario ?? 'Både gamle og nye');
      for (const [date, { matches, doesNotMatch = [] }] of Object.entries(days)) {
        await workbench.showDay(date);
        const text = await workbench.textOf(place);
        for (const pattern of matches) assert.match(text, pattern);
        for (const pattern of doesNotMatch) assert.doesNotMatch(text, pattern);
        const html = await workbench.code('html', { app: place === 'app' });
        const entries = await workbench.entries(date);
        assert.equal(await renderPasted(fixture.context, html, entries), text);
      }
      assert.equal(await workbench.tab.locator('.problems p').count(), 0);
      assert.deepEqual([workbench.errors, workbench.foreignRequests], [[], []]);
      await workbench.tab.close();
    });
  }
});
