import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openBench, pasted } from './bench.js';

/** What every library fills in. */
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
 * How real libraries arranged it (DOMAIN.md): what is typed, and what patrons read on which day.
 * @type {{ library: string, settings: Record<string, string | boolean>, texts?: Record<string, string>,
 *   slots?: Record<string, string>, scenario?: string, days: Record<string, { says: RegExp[], not?: RegExp[] }>,
 *   place?: 'cms' | 'app' }[]}
 */
const ARRANGEMENTS = [
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
      '2020-10-26': { says: [/Fra den 27\. oktober skal nye/, /Betales her 2/], not: [/Gå til/] },
      '2020-11-20': {
        says: [
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
      // The same fee is in both: it is the new system's, shown and counted once.
      '2021-07-01': {
        says: [/I alt 262,56/, /Betales her 1/, /Mit Betalingsoverblik 1/, /MasterCard kan ikke/],
      },
      '2021-12-01': {
        says: [/kunne kun betales her før den 1\. december/],
        not: [/Betal alle/],
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
        says: [/Fra den 1\. december betales alt på Mit Betalingsoverblik\. Kun/, /Betal alle/],
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
        says: [
          /girokort i Digital Post\. Der kan gå op til 72 timer/,
          /Opkræves af kommunen/,
          /<tel:\+4588880001>/,
        ],
        not: [/Mit Betalingsoverblik/, /Gå til/, /Betal alle/],
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
        says: [/2 mellemværender.*Betales på Mit Betalingsoverblik.*I alt 250,00/],
        not: [/Betales her/, /Betal alle/],
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
    days: { '2026-10-01': { says: [/Betal 70,00/], not: [/nyt system/, /Mit Betalingsoverblik/] } },
  },
  {
    library: 'appen med betalingssted',
    place: 'app',
    settings: { ...LIBRARY, ...SITE, Skæringsdato: '2021-12-01' },
    scenario: 'Ét nyt',
    days: { '2021-12-21': { says: [/Gå til Mit Betalingsoverblik/, /åbner uden for appen/] } },
  },
  {
    library: 'appen uden betalingssted',
    place: 'app',
    settings: { ...LIBRARY, Skæringsdato: '2021-12-01' },
    texts: { 'oir.noSite': 'Biblioteket kontakter dig, når du skal betale.' },
    scenario: 'Ét nyt',
    days: { '2021-12-21': { says: [/Biblioteket kontakter dig/], not: [/Gå til/, /Betal \d/] } },
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
      '2021-12-21': { says: [/Betal 262,56\s*kr\. med MobilePay/, /Gå til Mit Betalingsoverblik/] },
    },
  },
];

let stage;

before(async () => {
  stage = await openBench();
});
after(() => stage?.close());

describe('DOMAIN: how real libraries arranged it, typed in as a new user would', () => {
  for (const { library, settings, texts, slots, scenario, days, place = 'cms' } of ARRANGEMENTS) {
    test(`${library}: the previews show it, and so does an empty page into which it is pasted`, async () => {
      const bench = await stage.open();
      await bench.go('Hent ind');
      await bench.tab.getByRole('button', { name: 'Et tomt bord' }).click();
      await bench.type(settings);
      for (const [key, sentence] of Object.entries(texts ?? {})) await bench.say(key, sentence);
      for (const [slot, html] of Object.entries(slots ?? {})) await bench.fill(slot, html);
      await bench.scenario(scenario ?? 'Både gamle og nye');
      for (const [date, { says, not = [] }] of Object.entries(days)) {
        await bench.show(date);
        const said = await bench.said(place);
        for (const words of says) assert.match(said, words);
        for (const words of not) assert.doesNotMatch(said, words);
        const html = await bench.code('html', { app: place === 'app' });
        const entries = await bench.entries(date);
        assert.equal(await pasted(stage.context, html, entries), said);
      }
      assert.equal(await bench.tab.locator('.problems p').count(), 0);
      assert.deepEqual([bench.faults, bench.foreign], [[], []]);
      await bench.tab.close();
    });
  }
});
