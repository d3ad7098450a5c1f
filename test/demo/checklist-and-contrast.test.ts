import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import type { Arrangement, TypedSettings } from '../../demo/workbench/state.js';
import { COLLECTIONS, withCollection } from '../../demo/workbench/collection.js';
import { loginLink } from '../../demo/workbench/login.js';
import { checklist, checksumOfItem, type ChecklistItem } from '../../demo/workbench/checklist.js';
import { configured } from '../../demo/workbench/configured.js';
import {
  checkContrast,
  PAIRS,
  roundedRatio,
  type CheckedPair,
} from '../../demo/workbench/contrast.js';
import { SETTING_NAMES, type SettingName } from '../../src/config/settings.js';
import { day, present } from '../core/given.js';
import { arranged, arrangements, BASE } from './state-fixtures.js';

const TODAY = day('2026-11-23');

/** Settings with an empty checklist. */
const READY: TypedSettings = {
  feesUrl: '/fees',
  switchDate: '2026-12-14',
  dibsEndDate: '2027-06-30',
  dibsPaymentUrl: '/betal',
  oirPaymentUrl: 'https://betal.kommune.dk/',
  oirPaymentName: 'Betal Nu',
  termsUrl: '/betingelser',
  helpUrl: '/kontakt',
};

const checkedWhole = (
  arrangement: Arrangement,
  examples: readonly SettingName[] = [],
  contrasts?: readonly CheckedPair[],
) =>
  checklist(
    { arrangement, configuration: configured(arrangement), today: TODAY, project: { examples } },
    contrasts,
  );

const checked = (arrangement: Partial<Arrangement>, contrasts?: readonly CheckedPair[]) => {
  const whole = arranged({ settings: READY, ...arrangement });
  // The login slot has tests of its own.
  return checkedWhole(whole, [], contrasts).filter(({ slot }) => slot !== 'login');
};

const named = (items: readonly ChecklistItem[]): string[] =>
  items.map(({ priority, setting, text, tab }) => `${priority} ${setting ?? text ?? tab}`);

/** The tasks for READY with these settings changed or left out. */
const tasks = (different: TypedSettings, ...without: SettingName[]): string[] => {
  const settings = Object.entries({ ...READY, ...different });
  return named(
    checked({
      settings: Object.fromEntries(
        settings.filter(([name]) => !without.includes(name as SettingName)),
      ),
    }),
  );
};

describe('The checklist', () => {
  it('is empty when everything is set', () => {
    expect(checked({})).to.deep.equal([]);
  });

  const causes: readonly (readonly [
    cause: string,
    items: readonly string[],
    different: TypedSettings,
    ...without: SettingName[],
  ])[] = [
    ['no switch date', ['must switchDate'], {}, 'switchDate'],
    ['a switch date that is none', ['must switchDate'], { switchDate: 'snart' }],
    ['no switch date, and no new system', [], { systems: 'dibs' }, 'switchDate'],
    ['a switch date that has passed', ['should switchDate'], { switchDate: '2026-11-22' }],
    ['the switch is today', [], { switchDate: '2026-11-23' }],
    ['no end of DIBS', ['should dibsEndDate'], {}, 'dibsEndDate'],
    [
      'no end of the transition, and no DIBS',
      ['should dibsEndDate'],
      { systems: 'oir' },
      'dibsEndDate',
    ],
    [
      'DIBS ends today',
      ['should dibsEndDate'],
      { switchDate: '2026-11-23', dibsEndDate: '2026-11-23' },
    ],
    ['DIBS ends tomorrow', [], { switchDate: '2026-11-23', dibsEndDate: '2026-11-24' }],
    ['no address', ['must feesUrl'], {}, 'feesUrl'],
    ['only one of two addresses: DIBS', ['must feesUrl'], { dibsFeesUrl: '/old' }, 'feesUrl'],
    ['only one of two addresses: ØiR', ['must feesUrl'], { oirFeesUrl: '/new' }, 'feesUrl'],
    ['both addresses', [], { dibsFeesUrl: '/old', oirFeesUrl: '/new' }, 'feesUrl'],
    ['DIBS alone, with its address', [], { systems: 'dibs', dibsFeesUrl: '/old' }, 'feesUrl'],
    ['ØiR alone, with its address', [], { systems: 'oir', oirFeesUrl: '/new' }, 'feesUrl'],
    [
      'ØiR alone, with the other address',
      ['must feesUrl'],
      { systems: 'oir', dibsFeesUrl: '/old' },
      'feesUrl',
    ],
    ['no payment site', ['should oirPaymentUrl'], {}, 'oirPaymentUrl'],
    ['no payment site, and no new system', [], { systems: 'dibs' }, 'oirPaymentUrl'],
    ['a payment site without a name', ['should oirPaymentName'], {}, 'oirPaymentName'],
    [
      'no payment here, and a default that says there was',
      ['must dibs.ended', 'should dibsPaymentUrl', 'should dibs.app'],
      {},
      'dibsPaymentUrl',
    ],
    [
      'no payment here, nor a day on which the transition ends',
      ['should dibsEndDate', 'should dibsPaymentUrl', 'should dibs.app'],
      {},
      'dibsPaymentUrl',
      'dibsEndDate',
    ],
    [
      'the address for paying here was removed after the end',
      ['should switchDate', 'should dibsEndDate', 'should dibs.ended'],
      { switchDate: '2026-10-01', dibsEndDate: '2026-11-01' },
      'dibsPaymentUrl',
    ],
    ['a short view that leads nowhere', ['must overviewUrl'], { view: 'summary' }],
    [
      'no payment here, but in the app',
      ['should dibsPaymentUrl'],
      { mobilepay: 'true' },
      'dibsPaymentUrl',
    ],
    ['no payment here, and no DIBS', [], { systems: 'oir' }, 'dibsPaymentUrl'],
    ['no terms', ['should termsUrl'], {}, 'termsUrl'],
    [
      'no terms, and no payment here',
      ['must dibs.ended', 'should dibsPaymentUrl', 'should dibs.app'],
      {},
      'termsUrl',
      'dibsPaymentUrl',
    ],
    ['no terms, and no DIBS', [], { systems: 'oir' }, 'termsUrl'],
    ['no help', ['should helpUrl'], {}, 'helpUrl'],
    ['an example', ['must ratesUrl'], { ratesUrl: 'https://www.example.com/x' }],
    [
      'an example by its last name',
      ['must oirPaymentUrl'],
      { oirPaymentUrl: 'https://betaling.example/' },
    ],
    ['an example in capitals', ['must helpUrl'], { helpUrl: 'HTTPS://BIB.EXAMPLE:8080' }],
    ['a test', ['must helpUrl'], { helpUrl: 'https://bib.test?x' }],
    ['this computer', ['must fbiUrl'], { fbiUrl: 'https://localhost:3000/' }],
    ['no example', [], { helpUrl: 'https://example.dk/', ratesUrl: 'https://bib.dk/example.com' }],
    ['no example either', [], { helpUrl: 'https://myexample.com/', fbiUrl: '/test' }],
  ];
  for (const [cause, items, different, ...without] of causes) {
    it(`${cause}: ${items.join(', ') || 'nothing'}`, () => {
      expect(tasks(different, ...without)).to.deep.equal(items);
    });
  }

  const ADDRESSES = SETTING_NAMES.filter((name) => name.endsWith('Url'));
  for (const name of ADDRESSES) {
    it(`${name}: rejects http and example addresses`, () => {
      expect(tasks({ [name]: ' http://bib.dk/' })).to.include(`must ${name}`);
      expect(tasks({ [name]: 'http://127.0.0.1:3000/' })).to.include(`must ${name}`);
      expect(tasks({ [name]: 'https://bib.example/' })).to.deep.equal([`must ${name}`]);
      expect(tasks({ [name]: 'https://bib.dk/' })).to.deep.equal([]);
    });
  }

  it('lists the required tasks first', () => {
    const items = named(checked({ settings: { oirPaymentUrl: 'https://betaling.example/' } }));
    expect(items).to.have.members([
      'must switchDate',
      'must feesUrl',
      'must oirPaymentUrl',
      'should dibsEndDate',
      'should oirPaymentName',
      'should dibsPaymentUrl',
      'should dibs.app',
      'should helpUrl',
    ]);
    fc.assert(
      fc.property(arrangements, (arrangement) => {
        const order = checked(arrangement, checkContrast({ text: '#777', surface: '#888' })).map(
          ({ priority }) => priority,
        );
        expect(order).to.deep.equal([...order].sort());
      }),
    );
  });

  it('has every message in both languages', () => {
    fc.assert(
      fc.property(arrangements, (arrangement) => {
        for (const { message } of checked(
          arrangement,
          checkContrast({ text: '#777', surface: '#888' }),
        )) {
          expect(message.da).not.to.equal(message.en);
          expect(message.da + message.en).not.to.match(/undefined|\[object|^$/);
        }
      }),
    );
  });
});

describe('The checklist: what patrons see', () => {
  const messages = (settings: TypedSettings, texts: Arrangement['texts'] = { da: {}, en: {} }) =>
    checked({ settings, texts }).map(({ message }) => message.da);
  const { dibsEndDate: _end, dibsPaymentUrl: _pay, oirPaymentUrl: _url, ...without } = READY;
  const { oirPaymentName: _name, ...NOWHERE } = without;

  it('says nothing of the end of a payment that is not there', () => {
    expect(messages({ ...READY, dibsEndDate: '' }).join()).to.include(
      'bliver betalingsknappen stående',
    );
    expect(messages(NOWHERE).join()).not.to.match(/betalingsknap/);
    expect(messages({ ...NOWHERE, mobilepay: 'true' }).join()).to.include('betalingsknappen');
  });

  it('quotes the sentence that old debts have, also the library’s own', () => {
    const own = 'Betal med indbetalingskortet.';
    const texts = {
      da: { 'dibs.unavailable': own },
      en: { 'dibs.unavailable': 'Pay with the form.' },
    };
    const [found] = messages(NOWHERE, texts).filter((one) => one.startsWith('Gamle'));
    expect(found).to.include(`læser: »${own}«`).and.not.to.include('Kontakt biblioteket');
    expect(messages(NOWHERE).join()).to.include('læser: »Du kan ikke betale her. Kontakt');
    // With the year on each day, so that it is one sentence.
    const dated = { da: { 'dibs.unavailable': 'Fra {date}.' }, en: { 'dibs.unavailable': 'x' } };
    const later = { ...NOWHERE, switchDate: '2027-01-01', dibsEndDate: '' };
    expect(messages(later, dated).join()).to.include('læser: »Fra 1. januar 2027.« Er det');
    const end = { ...NOWHERE, dibsEndDate: '2027-03-01' };
    // It is false there, and has an item of its own.
    expect(messages(end).join()).not.to.include('og senere');
    expect(messages(end).join()).to.include('kunne kun betales her før den 1. marts 2027.');
    const ended = { da: { 'dibs.ended': 'Ring.' }, en: { 'dibs.ended': 'Call.' } };
    expect(messages(end, ended).join()).to.include('betaler.« og senere »Ring.«');
  });

  it('quotes what new debts have in place of a button', () => {
    const texts = {
      da: { 'oir.noSite': 'Betal fakturaen.' },
      en: { 'oir.noSite': 'Pay the bill.' },
    };
    expect(messages(NOWHERE, texts).join()).to.include('læser: »Betal fakturaen.« Er det');
  });

  it('quotes what patrons read of the end, when it has passed', () => {
    const settings = { ...READY, switchDate: '2026-10-01', dibsEndDate: '2026-11-01' };
    const [start, end] = messages(settings);
    expect(start).to.include('»Nye gebyrer og erstatninger betales på Betal Nu.«');
    expect(end).to.include('»Ældre mellemværender kunne kun betales her før den 1. november.');
  });

  it('asks for help only as the texts do', () => {
    const own = (text: string) =>
      ({ da: { 'failed.invalid': text }, en: { 'failed.invalid': text } }) as const;
    const { helpUrl: _help, ...rest } = READY;
    expect(messages(rest).join()).to.include('Kontakt biblioteket for at høre');
    expect(messages({ ...rest, dibsEndDate: '' }).join()).to.include(
      'Kontakt biblioteket, hvis det bliver ved.«',
    );
    expect(messages({ ...rest, dibsEndDate: '' }, own('Det gik galt.'))).to.include(
      'Der er intet link til kontakt og hjælp.',
    );
  });

  it('asks for the app’s sentence only where the website cannot be paid on either', () => {
    expect(messages(NOWHERE).join()).to.include('»Du kan ikke betale i appen. Log ind på');
    expect(messages(READY).join()).not.to.include('appen');
  });

  it('asks for a link to log in, by the sentence that stands there', () => {
    const items = (slots: Arrangement['slots']) =>
      checkedWhole(arranged({ settings: READY, slots })).map(({ slot, message }) => [
        slot,
        message.da,
      ]);
    expect(items({})).to.deep.equal([
      [
        'login',
        'Er låneren blevet logget ud, står der »Log ind for at se dine mellemværender«, men der er intet link til login.',
      ],
    ]);
    expect(items({ login: loginLink('/login') })).to.deep.equal([]);
    expect(items({ login: '<p>Log ind i dag</p>' }).join()).to.include('samme på alle sprog');
    expect(items({ login: loginLink('www.bib.dk/login') }).join()).to.include(
      'Adresse på login: Skriv en adresse',
    );
  });

  it('says that the transition never ends, by the sentence that stays', () => {
    expect(messages(NOWHERE).join()).to.include(
      'bliver ved med at læse: »Gebyrer og erstatninger overgår',
    );
    const ends = { ...NOWHERE, dibsEndDate: NOWHERE.switchDate ?? '' };
    expect(messages(ends).join()).not.to.include('overgår');
  });

  it('lets the choice of payment replace the sentence that is false where nothing could be paid', () => {
    const settings = { ...NOWHERE, dibsEndDate: '2027-03-01' };
    expect(messages(settings).join()).to.include('kunne kun betales her før');
    for (const collection of COLLECTIONS) {
      const texts = withCollection({ da: {}, en: {} }, 'old', collection);
      expect(messages(settings, texts).join(), collection).not.to.include('kunne kun');
    }
  });

  it('reports that old debts are said not to be payable, where they are', () => {
    const texts = withCollection({ da: {}, en: {} }, 'old', 'form');
    expect(named(checked({ settings: READY, texts }))).to.deep.equal(['must dibs.app']);
    expect(messages(READY, texts).join()).to.include('fjern adressen');
  });

  it('is another sentence to tick off when what patrons read has changed', () => {
    const sums = (text: string) =>
      checked({
        settings: NOWHERE,
        texts: { da: { 'oir.noSite': text }, en: { 'oir.noSite': 'Pay.' } },
      })
        .filter(({ setting }) => setting === 'oirPaymentUrl')
        .map(checksumOfItem);
    expect(sums('Betal.')).to.deep.equal(sums('Betal.'));
    expect(sums('Betal.')).not.to.deep.equal(sums('Betal nu.'));
  });
});

describe('The checklist: problems and examples', () => {
  it('lists each problem that the widget has', () => {
    const texts = { da: { 'oir.go': 'Betal {beløb}' }, en: { 'oir.go': 'Pay' } };
    const settings = { ...READY, helpUrl: 'https://bruger:kode@bib.dk/', registrationHours: 'tre' };
    const items = checked({ settings, texts });
    expect(named(items)).to.have.members(['must helpUrl', 'must registrationHours', 'must oir.go']);
    for (const { message } of items) expect(message.da).to.match(/Indtil|Standardteksten/);
  });

  it('lists an address that looks like a host name or a phone number, or has a blank', () => {
    for (const [name, value] of [
      ['helpUrl', 'tlf. 11 22 33 44'],
      ['helpUrl', 'www.fjordbib.dk/kontakt'],
      ['ratesUrl', 'fjordbib.dk/takster'],
      ['feesUrl', 'www.fjordbib.dk/gebyrer'],
    ] as const) {
      const [found] = checked({ settings: { ...READY, [name]: value } });
      expect(present(found), value).to.include({ priority: 'must', setting: name });
      expect(present(found).message.da).to.include('der begynder med https://');
    }
    for (const helpUrl of ['tel:+4511223344', 'mailto:bib@fjordbib.dk', '/kontakt']) {
      expect(checked({ settings: { ...READY, helpUrl } }), helpUrl).to.deep.equal([]);
    }
  });

  it('lists each value of the example until it is replaced or kept', () => {
    const arrangement = arranged({ settings: READY });
    expect(named(checkedWhole(arrangement, ['ratesUrl', 'switchDate']))).to.include(
      'must switchDate',
    );
    expect(named(checkedWhole(arrangement, ['ratesUrl']))).not.to.include('must ratesUrl');
    const { examples } = BASE.project;
    expect(examples).to.have.members(Object.keys(BASE.arrangement.settings));
    const items = checkedWhole(BASE.arrangement, examples).filter(({ isExample }) => isExample);
    expect(items.map(({ setting }) => setting)).to.have.members(examples);
  });
});

describe('The checklist: texts', () => {
  const SITE = 'Betal på Mit  betalingsoverblik';
  const both = { da: { 'oir.go': SITE }, en: { 'oir.go': SITE } } as const;

  it('reports a text that names another payment site, once for both languages', () => {
    const [item, ...others] = checked({ texts: both });
    expect(others).to.deep.equal([]);
    expect(present(item)).to.include({ priority: 'must', text: 'oir.go', tab: 'texts' });
    expect(present(item).message.da).to.include('hedder Betal Nu');
    expect(present(item).message.en).to.include('is called Betal Nu');
  });

  it('reports a text that names another payment site in one language', () => {
    const texts = { da: { 'oir.go': 'Betal' }, en: both.en };
    expect(named(checked({ texts }))).to.deep.equal(['must oir.go']);
  });

  it('reports a sentence of a choice that is edited in Danish only', () => {
    const given = withCollection({ da: {}, en: {} }, 'new', 'form');
    const settings = { ...READY, oirPaymentUrl: '' };
    const own = (text: string) => ({ ...given, da: { ...given.da, 'oir.noSite': text } });
    const keys = (texts: Arrangement['texts']) => named(checked({ settings, texts }));
    expect(keys(given)).not.to.include('should oir.noSite');
    expect(keys(own('Ring 88 88 00 00.'))).to.include('should oir.noSite');
    const both = { ...own('Ring.'), en: { ...given.en, 'oir.noSite': 'Call.' } };
    expect(keys(both)).not.to.include('should oir.noSite');
  });

  it('accepts a text that names the configured payment site', () => {
    const settings = { ...READY, oirPaymentName: 'Mit Betalingsoverblik' };
    expect(checked({ texts: both, settings })).to.deep.equal([]);
  });

  it('reports a text that names a payment site when no name is set', () => {
    const { oirPaymentName: _, ...settings } = READY;
    const items = checked({ texts: both, settings });
    expect(named(items)).to.deep.equal(['must oir.go', 'should oirPaymentName']);
    expect(present(items[0]).message.da).to.include('navn er ikke udfyldt');
    expect(present(items[0]).message.en).to.include('is not filled in');
  });

  it('reports a text that is changed in Danish but not in English', () => {
    const da = { heading: 'Skyld', 'oir.go': 'Betal' };
    expect(named(checked({ texts: { da, en: {} } }))).to.deep.equal([
      'should heading',
      'should oir.go',
    ]);
    expect(named(checked({ texts: { da, en: { 'oir.go': 'Pay' } } }))).to.deep.equal([
      'should heading',
    ]);
    expect(checked({ texts: { da: {}, en: da } })).to.deep.equal([]);
  });

  it('reports a slot, because its content is the same in every language', () => {
    const slots = { intro: '<p>Hej</p>', footer: ' ' };
    const [item, ...others] = checked({ slots });
    expect(others).to.deep.equal([]);
    expect(present(item)).to.include({ priority: 'should', tab: 'texts', slot: 'intro' });
    expect(present(item).message.da).to.include('»I stedet for indledningen« er det samme');
  });

  it('reports a slot that names another payment site', () => {
    const slots = {
      footer: '<p>Betal på <b>mit</b>&nbsp;Betalingsoverblik</p>',
      intro: '<p class="mit betalingsoverblik">Hej</p>',
    };
    const items = checked({ slots });
    expect(items.map(({ priority, slot }) => [priority, slot])).to.deep.equal([
      ['must', 'footer'],
      ['should', 'intro'],
      ['should', 'footer'],
    ]);
    expect(present(items[0]).tab).to.equal('texts');
    expect(present(items[0]).message.da)
      .to.include('»Nederst« nævner')
      .and.include('hedder Betal Nu');
    // Placeholders do not work in slots.
    expect(present(items[0]).message.da + present(items[0]).message.en).not.to.include('{name}');
  });

  it('reports a slot that names a payment site when no name is set', () => {
    const { oirPaymentName: _, ...settings } = READY;
    const slots = { intro: 'Mit Betalingsoverblik' };
    const [item] = checked({ slots, settings });
    expect(present(item)).to.include({ priority: 'must', slot: 'intro' });
    expect(present(item).message.da).to.include('navn er ikke udfyldt');
    const { oirPaymentUrl: __, ...nowhere } = settings;
    expect(checked({ slots, settings: nowhere })[0]).to.include({
      priority: 'must',
      slot: 'intro',
    });
  });

  it('accepts a slot that names the configured payment site', () => {
    const settings = { ...READY, oirPaymentName: 'Mit Betalingsoverblik' };
    const items = checked({ slots: { intro: 'Mit Betalingsoverblik' }, settings });
    expect(items.map(({ priority }) => priority)).to.deep.equal(['should']);
  });
});

describe('The checklist: contrast', () => {
  it('reports a low contrast, with the decimal separator of each language', () => {
    const [item, ...others] = checked(
      {},
      checkContrast({ text: '#777777', surface: '#ffffff', background: '#000000' }),
    );
    expect(others).to.deep.equal([]);
    expect(present(item)).to.include({ priority: 'should', tab: 'look', colour: 'text' });
    // The ratio is 4.48.
    expect(present(item).message.da).to.equal(
      'Tekst i et afsnit er svær at se: Kontrasten er 4,4, og kravet er 4,5.',
    );
    expect(present(item).message.en).to.include('the contrast is 4.4, and 4.5 is required');
  });

  it('never rounds a failing ratio up to a passing one', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 21, noNaN: true }), (ratio) => {
        expect(roundedRatio(ratio)).to.be.at.most(ratio);
        expect(roundedRatio(ratio)).to.be.above(ratio - 0.1001);
        for (const needs of [3, 4.5]) expect(roundedRatio(ratio) >= needs).to.equal(ratio >= needs);
      }),
    );
  });

  it('ignores unknown colours', () => {
    expect(checked({}, checkContrast({}))).to.deep.equal([]);
  });

  it('ignores pairs that pass', () => {
    expect(checked({}, checkContrast({ text: '#000', surface: '#fff' }))).to.deep.equal([]);
  });
});

describe('Contrast', () => {
  const pairOf = (front: string, colours: Readonly<Record<string, string>>): CheckedPair =>
    present(
      checkContrast(colours).find(
        (pair) => pair.foreground === front && pair.backdrop !== 'background',
      ),
    );

  const ratioOf = (text: string, surface: string, background = '#fff'): number =>
    present(pairOf('text', { text, surface, background }).ratio);

  const known: readonly (readonly [front: string, behind: string, ratio: number])[] = [
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#000000', 21],
    ['#ffffff', '#ffffff', 1],
    ['#767676', '#ffffff', 4.54],
    ['#777777', '#ffffff', 4.48],
    ['#949494', '#ffffff', 3.03],
    ['#ff0000', '#ffffff', 4],
    ['#0000ff', '#ffffff', 8.59],
    ['rgb(118, 118, 118)', 'white', 4.54],
    ['hsl(0 0% 0%)', 'rgba(255, 255, 255, 1)', 21],
  ];
  for (const [front, behind, ratio] of known) {
    it(`${front} on ${behind} is ${ratio}`, () => {
      expect(ratioOf(front, behind)).to.be.closeTo(ratio, 0.005);
    });
  }

  it('is symmetric, and from 1 to 21', () => {
    const hex = fc
      .integer({ min: 0, max: 0xffffff })
      .map((colour) => `#${colour.toString(16).padStart(6, '0')}`);
    fc.assert(
      fc.property(hex, hex, (one, other) => {
        const ratio = ratioOf(one, other);
        expect(ratio).to.be.within(1, 21);
        expect(ratioOf(other, one)).to.be.closeTo(ratio, 1e-9);
        expect(pairOf('text', { text: one, surface: other }).passes).to.equal(ratio >= 4.5);
      }),
    );
  });

  it('blends translucent colours with the backdrop', () => {
    // Half black on white is #808080.
    expect(ratioOf('rgb(0 0 0 / 0.5)', '#fff')).to.be.closeTo(ratioOf('#808080', '#fff'), 0.03);
    expect(ratioOf('#000', 'transparent', '#fff')).to.be.closeTo(21, 0.005);
    expect(ratioOf('#fff', 'transparent', '#000')).to.be.closeTo(21, 0.005);
    expect(ratioOf('#000', 'rgba(0, 0, 0, 0)', 'rgba(0, 0, 0, 0)')).to.be.closeTo(21, 0.005);
    expect(ratioOf('transparent', '#fff')).to.be.closeTo(1, 0.005);
  });

  it('blends a translucent notice with the page', () => {
    const notice = 'rgb(255 255 255 / 0.5)';
    const on = (background: string) =>
      present(pairOf('onNotice', { onNotice: '#000', notice, background }).ratio);
    expect(on('#fff')).to.be.closeTo(21, 0.005);
    // Half white on black is #808080.
    expect(on('#000')).to.be.closeTo(ratioOf('#000', '#808080'), 0.05);
  });

  it('fails if a colour is unknown', () => {
    for (const colours of [
      {},
      { text: '#000' },
      { surface: '#fff' },
      { text: 'wine', surface: '#fff' },
      { text: '', surface: '' },
    ]) {
      expect(pairOf('text', colours)).not.to.have.property('ratio');
      expect(pairOf('text', colours).passes).to.equal(false);
    }
    expect(checkContrast({}).map(({ passes }) => passes)).to.deep.equal(PAIRS.map(() => false));
  });

  it('requires less of a button and a focus ring than of text', () => {
    const grey = Object.fromEntries(PAIRS.map(({ foreground }) => [foreground, '#949494']));
    const white = Object.fromEntries(PAIRS.map(({ backdrop }) => [backdrop, '#ffffff']));
    const pairs = checkContrast({ ...white, ...grey, surface: '#fff', background: '#fff' });
    const action = present(pairs.find(({ foreground }) => foreground === 'action'));
    const focus = present(pairs.find(({ foreground }) => foreground === 'focus'));
    expect([action.passes, action.required, focus.passes, focus.required]).to.deep.equal([
      true,
      3,
      true,
      3,
    ]);
    for (const name of ['text', 'muted', 'overdue']) {
      expect(present(pairs.find(({ foreground }) => foreground === name)).passes, name).to.equal(
        false,
      );
    }
  });

  it('checks text on the page against the page, and text in a section against the section', () => {
    const colours = { text: '#000', muted: '#333', focus: '#000', surface: '#fff' };
    for (const front of ['text', 'muted', 'focus']) {
      for (const [background, passes] of [
        ['#000', false],
        ['#fff', true],
      ] as const) {
        const pairs = checkContrast({ ...colours, background }).filter(
          (pair) => pair.foreground === front,
        );
        expect(
          pairs.map((pair) => [pair.backdrop, pair.passes]),
          front,
        ).to.have.deep.members([
          ['background', passes],
          ['surface', true],
        ]);
      }
    }
  });

  it('uses the canvas colour for a page without a background', () => {
    const colours = { text: '#fff', background: 'rgba(0, 0, 0, 0)' };
    const onPage = (canvas: string) =>
      present(
        checkContrast({ ...colours, canvas }).find(({ backdrop }) => backdrop === 'background'),
      ).ratio;
    expect(onPage('#000')).to.be.closeTo(21, 0.005);
    expect(onPage('#fff')).to.be.closeTo(1, 0.005);
  });

  it('names every pair in both languages', () => {
    for (const { name } of PAIRS) expect(name.da).not.to.equal(name.en);
    expect(new Set(PAIRS.map(({ name }) => name.da))).to.have.length(PAIRS.length);
  });
});
