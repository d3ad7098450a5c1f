import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { NO_ARRANGEMENT, SLOTS, type Arrangement } from '../../demo/workbench/state.js';
import { attributesOf, configured } from '../../demo/workbench/configured.js';
import { exampleSettings, withExampleNote } from '../../demo/workbench/export/example-note.js';
import { jsonOf } from '../../demo/workbench/export/json.js';
import {
  sanitizedHtml,
  cssOf,
  markupOf,
  tagOf,
  type ExtraAttributes,
} from '../../demo/workbench/export/markup.js';
import { reactOf } from '../../demo/workbench/export/react.js';
import { supplierLetter } from '../../demo/workbench/export/supplier-letter.js';
import { parseConfiguration } from '../../demo/workbench/parse-configuration.js';
import { TEXT_LOCATIONS } from '../../demo/workbench/labels/text-locations.js';
import { configure } from '../../src/config/configuration.js';
import { dictionaryOf, type TextKey } from '../../src/i18n/locales.js';
import { day, present } from '../core/given.js';
import { arranged, arrangements, BASE, KEYS } from './state-fixtures.js';

const PAGE = 'https://bibliotek.example/min-side';

const EXTRA: ExtraAttributes = [
  ['channel', 'app'],
  ['preview-date', '2021-12-01'],
];

/** The arrangement as the tag has it: without empty settings, and with the theme of BASE. */
function bare({ settings, texts, slots }: Arrangement): Arrangement {
  const set = Object.entries(settings)
    .filter(([name]) => name !== 'channel' && name !== 'previewDate')
    .map(([name, value]) => [name, value.trim()])
    .filter(([, value]) => value);
  const filled = SLOTS.map((slot) => [slot, sanitizedHtml(slots[slot] ?? '')]).filter(
    ([, html]) => html,
  );
  return {
    settings: Object.fromEntries(set),
    texts,
    slots: Object.fromEntries(filled),
    tokens: BASE.arrangement.tokens,
  };
}

const wordsOf = ({ texts }: Arrangement): object | undefined => {
  const own = Object.entries(texts).filter(([, words]) => Object.keys(words).length);
  return own.length ? Object.fromEntries(own) : undefined;
};

const pageOf = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

const elementIn = (html: string): Element => {
  const elements = pageOf(html).querySelectorAll('ddb-debt-overview');
  expect(elements).to.have.length(1);
  return present(elements[0]);
};

const flagless = (attributes: readonly (readonly [string, string])[]) =>
  attributes.map(([name, value]) => [name, name === 'mobilepay' ? '' : value]);

const own = (pasted: string) => present(parseConfiguration(pasted, BASE));

/** Parses the exported text, and expects that nothing is lost. */
const readAgain = (pasted: string): Arrangement => {
  const { state, messages } = own(pasted);
  expect(messages, messages.map(({ en }) => en).join(' ')).to.have.length(1);
  return state.arrangement;
};

describe('Export: the tag', () => {
  it('has the exported settings, texts and slots when a browser parses it', () => {
    fc.assert(
      fc.property(arrangements, fc.constantFrom([], EXTRA), (arrangement, extra) => {
        const element = elementIn(markupOf(arrangement, extra));
        const attributes = [...element.attributes].map(({ name, value }) => [name, value]);
        // A browser keeps the first of two attributes with the same name.
        const expected = new Map<string, string>();
        for (const [name = '', value = ''] of flagless([...attributesOf(arrangement), ...extra])) {
          if (!expected.has(name)) expected.set(name, value);
        }
        expect(attributes).to.deep.equal([...expected]);

        const script = element.querySelector('script[type="application/json"]');
        const json: unknown = script && JSON.parse(present(script.textContent));
        const texts = wordsOf(arrangement);
        expect(json).to.deep.equal(texts ? { texts } : null);

        const slots = [...element.querySelectorAll(':scope > [slot]')].map((child) => [
          child.slot,
          child.innerHTML,
        ]);
        expect(Object.fromEntries(slots)).to.deep.equal(bare(arrangement).slots);
        expect(element.children).to.have.length(slots.length + Number(!!texts));
      }),
      { numRuns: 300 },
    );
  });

  it('can be imported without loss', () => {
    fc.assert(
      fc.property(arrangements, (arrangement) => {
        for (const pasted of [markupOf(arrangement), tagOf(arrangement)]) {
          expect(readAgain(pasted)).to.deep.equal(bare(arrangement));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('stays the same after repeated import and export', () => {
    const slots = { intro: '<ul>\n<li>én</li>\n  <li>to</li>\n</ul>' };
    const once = tagOf(arranged({ slots }));
    expect(tagOf(readAgain(once))).to.equal(once);
  });

  it('preserves texts with line separators', () => {
    const da = { heading: 'Linje\u2028ny linje\u2029nyt afsnit' };
    const texts = { da, en: {} };
    expect(readAgain(tagOf(arranged({ texts }))).texts.da).to.deep.equal(da);
  });

  it('is empty if nothing is set', () => {
    expect(tagOf(NO_ARRANGEMENT)).to.equal('<ddb-debt-overview\n></ddb-debt-overview>');
    const settings = { feesUrl: ' ', helpUrl: '' };
    expect(tagOf(arranged({ settings, slots: { intro: ' \n' } }))).to.equal(tagOf(NO_ARRANGEMENT));
  });

  it('includes a text that is empty on purpose', () => {
    const texts = { da: { 'about.text': '' }, en: {} };
    expect(readAgain(markupOf(arranged({ texts }))).texts).to.deep.equal(texts);
  });

  it('has nothing in a slot that executes or loads', () => {
    const html =
      '<p onclick="x()">Se<img src=x onerror=x()></p><script>x()</script>' +
      '<iframe src=/></iframe><a href="javascript:x()" style="color:red">her</a><style>p{}</style>';
    const element = elementIn(markupOf(arranged({ slots: { footer: html } })));
    expect(present(element.firstElementChild).innerHTML).to.equal('<p>Se</p><a>her</a>');
  });

  it('starts with one script', () => {
    const scripts = [...pageOf(markupOf(BASE.arrangement)).querySelectorAll('script[src]')];
    expect(scripts.map((script) => script.getAttribute('src'))).to.deep.equal([
      'ddb-debt-overview.js',
    ]);
  });
});

describe('Import: what the workbench exports', () => {
  it('reads the mobilepay attribute as the widget does', () => {
    for (const value of ['false', 'nej', '0']) {
      const { state } = own(`<ddb-debt-overview mobilepay="${value}"></ddb-debt-overview>`);
      expect(elementIn(tagOf(state.arrangement)).hasAttribute('mobilepay'), value).to.equal(false);
    }
    for (const value of ['mobilepay', 'mobilepay=""', 'mobilepay="true"', 'mobilepay=mobilepay']) {
      const { state } = own(`<ddb-debt-overview ${value}></ddb-debt-overview>`);
      expect(configured(state.arrangement).settings.mobilepay, value).to.equal(true);
    }
  });

  it('lets texts for one language override texts for all', () => {
    const english = { en: { heading: 'Owed' } };
    for (const texts of [
      { ...english, heading: 'Skyld' },
      { heading: 'Skyld', ...english },
    ]) {
      expect(own(JSON.stringify({ texts })).state.arrangement.texts).to.deep.equal({
        da: { heading: 'Skyld' },
        en: { heading: 'Owed' },
      });
    }
  });

  it('lets an attribute override the JSON', () => {
    const { state } = own(
      '<ddb-debt-overview lang="da"><script type="application/json">{"lang": "en", "headingLevel": 3}</script></ddb-debt-overview>',
    );
    expect(state.arrangement.settings).to.deep.equal({ lang: 'da', headingLevel: '3' });
  });

  it('is parsed as JSON even if a text contains the tag', () => {
    const texts = { da: { heading: 'Her er <ddb-debt-overview>' }, en: {} };
    const settings = { feesUrl: '/fees' };
    expect(readAgain(jsonOf(arranged({ texts, settings })))).to.deep.include({ texts, settings });
  });

  it('lists what is not imported', () => {
    const { messages } = own(
      '<ddb-debt-overview id="x" class="y" data-z fees-url="/f" wine="red"><p slot="hat">x</p></ddb-debt-overview>',
    );
    expect(present(messages[1]).da)
      .to.include('slot="hat", wine')
      .and.not.to.match(/\bid\b|class|data/);
    expect(present(own('{"feesUrl": "/f", "wine": 1}').messages[1]).en).to.include('wine');
  });

  it('returns undefined for anything else, and never throws', () => {
    for (const pasted of ['', 'x', '{', '{}', '[]', '7', 'null', '{"wine": 1}', '<p></p>']) {
      expect(parseConfiguration(pasted, BASE)).to.equal(undefined);
    }
    const parts = fc.constantFrom(
      '<ddb-debt-overview',
      '>',
      ' mobilepay',
      '<script',
      ' type="application/json"',
      '{"texts":',
      '}',
      '</script>',
      '<div slot=intro>',
      '"',
      '=',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(parts, fc.string())), (pasted) => {
        const read = parseConfiguration(pasted.join(''), BASE);
        if (read) expect(configured(read.state.arrangement)).to.have.property('settings');
      }),
      { numRuns: 500 },
    );
  });
});

describe('Export: values of the example', () => {
  const { arrangement } = BASE;
  const examples = exampleSettings(BASE);

  it('are named in a comment before each code', () => {
    expect(examples).to.have.length(Object.keys(arrangement.settings).length);
    const html = withExampleNote(markupOf(arrangement), 'html', examples);
    expect(html).to.match(/^<!-- SKAL RETTES: Kun eksempler i fees-url, .*help-url\. -->\n<script/);
    expect(readAgain(html)).to.deep.equal(bare(arrangement));
    expect(own(html).state.project.examples).to.have.members(examples);
    expect(withExampleNote(reactOf(arrangement), 'jsx', ['helpUrl'])).to.match(
      /^\/\* .* \*\/\n<ddb/,
    );
  });

  it('are not named when they are replaced, or emptied', () => {
    expect(withExampleNote('x', 'html', [])).to.equal('x');
    const settings = { ...arrangement.settings, feesUrl: ' ' };
    expect(exampleSettings({ ...BASE, arrangement: { ...arrangement, settings } })).not.to.include(
      'feesUrl',
    );
  });

  it('are named in the JSON, and are still examples when it is imported', () => {
    const { state, messages } = own(jsonOf(arrangement, [], examples));
    expect(state.project.examples).to.have.members(examples);
    expect(messages).to.have.length(1);
    expect(own(jsonOf(arrangement)).state.project.examples).to.deep.equal([]);
  });
});

describe('Export: JSON', () => {
  it('gives the widget the same configuration as the tag', () => {
    fc.assert(
      fc.property(arrangements, (arrangement) => {
        const config: unknown = JSON.parse(jsonOf(arrangement));
        expect(configure({ attribute: () => null, config }, PAGE)).to.deep.equal(
          configured(arrangement),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('can be imported without loss, except for slots', () => {
    fc.assert(
      fc.property(arrangements, (arrangement) => {
        const settings = { feesUrl: '/fees', ...bare(arrangement).settings };
        const again = readAgain(jsonOf({ ...arrangement, settings }));
        expect(again).to.deep.equal({ ...bare(arrangement), settings, slots: {} });
      }),
    );
  });

  it('has the extra attributes by their property names', () => {
    expect(JSON.parse(jsonOf(NO_ARRANGEMENT, EXTRA))).to.deep.equal({
      channel: 'app',
      previewDate: '2021-12-01',
    });
  });

  it('is empty if nothing is set, and true for a flag', () => {
    expect(jsonOf(NO_ARRANGEMENT)).to.equal('{}\n');
    expect(jsonOf(arranged({ settings: { mobilepay: 'true', lang: '' } }))).to.equal(
      '{\n  "mobilepay": true\n}\n',
    );
  });
});

/** The properties of a JSX tag. Each expression is parsed as JSON. */
function jsxOf(code: string): { props: [string, unknown][]; rest: string } {
  const props: [string, unknown][] = [];
  let rest = present(/^<ddb-debt-overview ([^]*)$/.exec(code))[1] ?? '';
  for (;;) {
    const [prop, name, expression] =
      /^([a-z-]+)(?:=\{((?:"(?:[^"\\\n]|\\.)*"|[{}:,])+?)\})?(?= (?:[a-z]|\/>)|>| \/>)/.exec(
        rest,
      ) ?? [];
    if (prop === undefined || name === undefined) return { props, rest };
    props.push([name, expression === undefined ? true : JSON.parse(expression)]);
    rest = rest.slice(prop.length).replace(/^ (?!\/)/, '');
  }
}

describe('Export: React', () => {
  it('escapes every value for JavaScript', () => {
    fc.assert(
      fc.property(arrangements, fc.constantFrom([], EXTRA), (arrangement, extra) => {
        const { props, rest } = jsxOf(reactOf(arrangement, extra));
        const texts = wordsOf(arrangement);
        const expected = [
          ...[...attributesOf(arrangement), ...extra].map(([name, value]) => [
            name,
            name === 'mobilepay' ? true : value,
          ]),
          ...(texts ? [['config', { texts }]] : []),
        ];
        expect(props).to.deep.equal(expected);
        const slots = Object.entries(bare(arrangement).slots);
        if (!slots.length) expect(rest).to.match(/^ ?\/>\n$/);
        const lines = rest.split('\n').slice(1, -2);
        const children = lines.map((line) => {
          const [, slot, html = ''] =
            /^ {2}<div slot="([a-z-]+)" dangerouslySetInnerHTML=\{\{ __html: (".*") \}\} \/>$/.exec(
              line,
            ) ?? [];
          return [slot, JSON.parse(html)];
        });
        expect(children).to.deep.equal(slots);
      }),
      { numRuns: 300 },
    );
  });
});

describe('Export: the theme', () => {
  it('is a CSS rule that a browser parses', () => {
    const tokens = {
      '--ddb-debt-muted': ' #484848 ',
      '--ddb-debt-radius': '0',
      '--ddb-debt-font': '',
    };
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(cssOf(arranged({ tokens })));
    const [rule, ...others] = [...sheet.cssRules] as CSSStyleRule[];
    const { selectorText, style } = present(rule);
    expect(others).to.deep.equal([]);
    expect(selectorText).to.equal('ddb-debt-overview');
    expect([...style]).to.deep.equal(['--ddb-debt-muted', '--ddb-debt-radius']);
    expect(style.getPropertyValue('--ddb-debt-muted')).to.equal('#484848');
  });

  it('is empty if no token is set', () => {
    expect(cssOf(NO_ARRANGEMENT)).to.equal('');
    expect(cssOf(arranged({ tokens: { '--ddb-debt-muted': ' ' } }))).to.equal('');
  });
});

describe('Export: the letter to the supplier', () => {
  const SITE = { oirPaymentUrl: 'https://betal.kommune.dk/', oirPaymentName: 'Betal Nu' };
  const DATES = { switchDate: '2027-01-04', dibsEndDate: '2027-06-30' };
  const ALL = { ...SITE, ...DATES, feesUrl: '/fees', dibsPaymentUrl: '/betal' };

  const letter = (arrangement: Partial<Arrangement>): string => {
    const whole = arranged(arrangement);
    return supplierLetter(whole, configured(whole), day('2026-11-23'));
  };

  /** The paragraph of one text, on one line. */
  const textOf = (text: string, key: string): string => {
    const paragraphs = text.split('\n\n').filter((one) => one.includes(`. ${key}: `));
    expect(paragraphs, key).to.have.length(1);
    return present(paragraphs[0])
      .replace(/^\d+\. /, '')
      .replace(/\s+/g, ' ');
  };

  const keysIn = (text: string): string[] =>
    [...text.matchAll(/^\d+\. ([\w.]+): (?=STANDARD|RETTET)/gm)].map(([, key = '']) => key);

  const own = (da: Arrangement['texts']['da']) => ({ da, en: {} });

  const BLANK = '[ ] godkendt [ ] rettes til: ____';

  it('writes out the dates', () => {
    const text = letter({ settings: ALL });
    expect(text).to.match(/^Emne: /);
    expect(text).to.include('Skæringsdato: 4. januar 2027\n');
    // The last day is the day before the end.
    expect(text).to.include('mellemværender: 29. juni 2027\n');
    const without = letter({ settings: { ...SITE, dibsPaymentUrl: '/betal' } });
    expect(without).to.include('Skæringsdato: ikke fastsat endnu\n');
    expect(without).to.include('mellemværender: ikke fastsat endnu\n');
    const first = letter({ settings: { ...ALL, dibsEndDate: '2027-03-01' } });
    expect(first).to.include('mellemværender: 28. februar 2027\n');
  });

  it('has no last day of a payment that is not there', () => {
    for (const settings of [SITE, { ...SITE, ...DATES }]) {
      expect(letter({ settings })).to.include('mellemværender: ikke aktuelt, de kan ikke betales');
    }
    expect(letter({ settings: { ...DATES, mobilepay: 'true' } })).to.include('29. juni 2027\n');
  });

  it('has the payment site', () => {
    expect(letter({ settings: ALL })).to.include(
      'Betalingssted: Betal Nu, https://betal.kommune.dk/\n',
    );
    const { oirPaymentName: _, ...unnamed } = ALL;
    expect(letter({ settings: unnamed })).to.include('Betalingssted: uden navn, https://betal');
    expect(letter({ settings: DATES })).to.include('der skal ikke vises en betalingsknap');
  });

  it('shows invalid settings as typed, never as their defaults', () => {
    const wrong = {
      systems: 'alle',
      switchDate: 'til nytår',
      dibsEndDate: '30/6 2027',
      oirPaymentUrl: 'http://x.dk',
      oirPaymentName: 'Betal\ud800',
      mobilepay: 'måske',
      registrationHours: 'tre dage',
    };
    const text = letter({ settings: { feesUrl: '/fees', ...wrong } });
    const [warning = ''] = text.split('\n\n');
    expect(warning.split('\n')[0]).to.equal('OBS: Kan ikke sendes endnu');
    for (const label of [
      'Mellemværender, der vises',
      'Skæringsdato',
      'Gammel betaling slutter',
      'Betalingsstedets adresse',
      'Betalingsstedets navn',
      'MobilePay i appen',
      'Timer, før betaling ses',
    ]) {
      expect(warning).to.include(`\n- ${label}: `);
    }
    expect(warning.split('\n')).to.have.length(8);
    expect(warning).to.include('Skriv en dato som år-måned-dag');
    for (const typed of Object.values(wrong)) {
      expect(text).to.include(`skal rettes: ${typed.replace('\ud800', '\ufffd')}`);
    }
    expect(text).not.to.match(/ikke fastsat|: intet|: nej|uden navn|72 timer|både gamle/);
    // An invalid date will be corrected, so its texts are listed.
    expect(keysIn(text)).to.include.members(['intro.before', 'dibs.ended', 'oir.go', 'dibs.app']);
    expect(keysIn(text)).to.include('dibs.payMobile').and.not.to.include('oir.noSite');
    expect(textOf(text, 'intro.before'))
      .to.include('[dato]')
      .and.include('[betalingsstedets navn]');
    expect(textOf(text, 'oir.registration')).to.include('op til [antal] timer');
  });

  it('has the library’s name, where it is known', () => {
    const configuration = configured(arranged({ settings: ALL }));
    const named = (library: string) =>
      supplierLetter(arranged({ settings: ALL }), configuration, day('2026-11-23'), {
        library,
        examples: [],
      });
    expect(named(' Fjordby\nBibliotek ')).to.match(
      /oplysninger til appen – Fjordby Bibliotek\n[^]*Venlig hilsen\n\[navn og telefon\]\nFjordby Bibliotek\n$/,
    );
    expect(named('')).to.match(/til appen\n[^]*\[navn, bibliotek og telefon\]\n$/);
  });

  it('marks what is only an example', () => {
    const whole = arranged({ settings: ALL });
    const text = supplierLetter(whole, configured(whole), day('2026-11-23'), {
      library: '',
      examples: ['oirPaymentUrl', 'feesUrl'],
    });
    expect(text).to.match(
      /^OBS: Kan ikke sendes endnu\n- Betalingsstedets adresse: https:\/\/betal\.kommune\.dk\/ er kun et eksempel\.\n\n/,
    );
  });

  it('lists each default that is false where old debts cannot be paid', () => {
    const settings = { ...ALL, dibsPaymentUrl: '' };
    const [first = ''] = letter({ settings }).split('Emne:');
    expect(first).to.match(/^OBS: [^]*\n- dibs\.app: [^]*passer ikke[^]*\n- dibs\.ended: /);
    const texts = own({ 'dibs.app': 'Ring.', 'dibs.ended': 'Ring.' });
    for (const said of [{ texts, settings }, { settings: ALL }]) {
      expect(letter(said)).not.to.include('OBS');
    }
  });

  it('lists each problem with its field', () => {
    for (const [different, line] of [
      [{ oirPaymentUrl: 'http://x.dk' }, 'Betalingssted: Betal Nu, skal rettes: http://x.dk\n'],
      [{ dibsEndDate: '2026-12-01' }, 'mellemværender: skal rettes: 2026-12-01\n'],
      [{ switchDate: 'snart' }, 'Skæringsdato: skal rettes: snart\n'],
    ] as const) {
      const text = letter({ settings: { ...ALL, ...different } });
      expect(text).to.match(/^OBS: Kan ikke sendes endnu\n- [^\n]*\n\nEmne: /);
      expect(text).to.include(line);
    }
  });

  it('is not blocked by problems with other settings', () => {
    const settings = { ...ALL, ratesUrl: 'http://x.dk', headingLevel: '9', feesUrl: '' };
    expect(letter({ settings })).to.equal(letter({ settings: ALL }));
    const texts = own({ 'receipt.print': '{wine}' });
    expect(letter({ settings: ALL, texts })).to.equal(letter({ settings: ALL }));
  });

  it('states whether there is MobilePay, and lists the text for when there is none', () => {
    const off = letter({ settings: ALL });
    const on = letter({ settings: { ...ALL, mobilepay: 'true' } });
    expect(off).to.include('MobilePay til gamle mellemværender: nej');
    expect(textOf(off, 'dibs.app')).to.include('Tekst: Du kan ikke betale i appen.');
    expect(off).not.to.include('dibs.payMobile');
    expect(on).to.include('MobilePay til gamle mellemværender: ja');
    expect(textOf(on, 'dibs.payMobile')).to.include('Tekst: Betal [beløb] med MobilePay');
    expect(on).not.to.include('dibs.app');
  });

  it('lists the texts that this library shows, with their values, for approval', () => {
    const text = letter({ settings: ALL });
    expect(textOf(text, 'intro.before')).to.equal(
      'intro.before: STANDARD Hvor: Under overskriften, indtil skæringsdatoen. Må gerne være tom. ' +
        `Tekst: Fra den 4. januar 2027 skal nye gebyrer og erstatninger betales på Betal Nu. ${BLANK}`,
    );
    expect(textOf(text, 'oir.registration')).to.include('op til 72 timer');
    expect(textOf(text, 'oir.go')).to.include('Tekst: Gå til Betal Nu');
    expect(textOf(text, 'dibs.ended')).to.include('før den 30. juni 2027.');
    expect(text).not.to.match(/GODKENDT|RETTET|\{(name|date|endDate|hours)\}|undefined/);
    expect(keysIn(text)).to.deep.equal([
      ...['intro.before', 'intro.transition', 'intro.after', 'dibs.app', 'dibs.ended', 'oir.go'],
      ...['oir.registration', 'about.heading', 'about.text'],
    ]);
    expect(text.match(/^\d+(?=\. )/gm)).to.deep.equal([...'123456789']);
    expect(text).to.include('\nGodkendt af biblioteket: ____ (navn og dato)\n\nVenlig hilsen\n');
  });

  it('states where each text is shown', () => {
    const text = letter({ settings: ALL, texts: own({ help: 'Ring', heading: '' }) });
    for (const key of keysIn(text)) {
      expect(textOf(text, key)).to.include(`Hvor: ${TEXT_LOCATIONS[key as TextKey].da} `);
    }
  });

  it('lists other texts without a payment site', () => {
    const text = letter({ settings: DATES });
    expect(textOf(text, 'intro.transition')).to.include('bliver opkrævet af kommunen.');
    expect(textOf(text, 'oir.noSite')).to.include('Kommunen opkræver disse mellemværender.');
    expect(textOf(text, 'about.heading')).to.include('Hvorfor er det kommunen, der opkræver?');
    // It is shown without a payment site too.
    expect(keysIn(text)).to.include('oir.registration').and.not.to.include('oir.go');
  });

  describe('leaves out texts that its patrons do not see', () => {
    const everything = Object.fromEntries(KEYS.map((key) => [key, 'Vores {amount} {order}']));
    const without = (name: keyof typeof ALL) =>
      Object.fromEntries(Object.entries(ALL).filter(([one]) => one !== name));
    const causes: readonly (readonly [
      cause: string,
      settings: Arrangement['settings'],
      not: RegExp,
      there: string,
    ])[] = [
      [
        'new debts only',
        { ...ALL, systems: 'oir' },
        /^(dibs\.|failed\.dibs|empty\.dibs)/,
        'oir.go',
      ],
      [
        'old debts only',
        { ...ALL, systems: 'dibs' },
        /^(oir\.|about\.|failed\.oir|empty\.oir)/,
        'dibs.ended',
      ],
      ['no switch date', without('switchDate'), /^intro\.before/, 'intro.transition'],
      [
        'no end',
        without('dibsEndDate'),
        /^(intro\.after|dibs\.ended|dibs\.deadline)/,
        'intro.transition',
      ],
      ['the switch is over', { ...ALL, switchDate: '2026-11-23' }, /^intro\.before/, 'intro.after'],
      [
        'the end is over',
        { ...ALL, switchDate: '2026-11-01', dibsEndDate: '2026-11-23', mobilepay: 'true' },
        /^(intro\.(before|transition)|dibs\.(app|payMobile|unavailable))/,
        'dibs.ended',
      ],
      [
        'no days between the dates',
        { ...ALL, dibsEndDate: ALL.switchDate },
        /^intro\.transition/,
        'intro.before',
      ],
      ['no MobilePay', ALL, /^(dibs\.(pay|chos|choo|locked|deadline)|pay\.|receipt\.)/, 'dibs.app'],
      [
        'MobilePay, all at once',
        { ...ALL, mobilepay: 'true' },
        /^(dibs\.(app|pay$|payAll|paySelected|choose|chosen)|receipt\.print)/,
        'dibs.payMobile',
      ],
      ['texts for web pages only', ALL, /^(preview|terms|rates|help|oir\.site)/, 'heading'],
    ];
    for (const [cause, settings, not, there] of causes) {
      it(cause, () => {
        for (const texts of [own({}), own(everything)]) {
          const keys = keysIn(letter({ settings, texts }));
          expect(keys.filter((key) => not.test(key))).to.deep.equal([]);
          if (there !== 'heading') expect(keys).to.include(there);
        }
        const keys = keysIn(letter({ settings, texts: own({ heading: 'Skyld' }) }));
        expect(keys).to.include('heading');
      });
    }

    it('an introduction to a system that it does not show', () => {
      const settings = { feesUrl: '/fees', systems: 'dibs' };
      expect(keysIn(letter({ settings }))).to.deep.equal(['dibs.app']);
      const texts = own({ 'intro.transition': 'Hej' });
      expect(keysIn(letter({ settings, texts }))).to.deep.equal(['intro.transition', 'dibs.app']);
    });

    it('an explanation without its question, and a question without its explanation', () => {
      const without = (key: TextKey) =>
        keysIn(letter({ settings: ALL, texts: own({ [key]: '' }) }));
      expect(without('about.heading')).to.include('about.heading').and.not.include('about.text');
      expect(without('about.text')).to.include('about.text').and.not.include('about.heading');
    });

    it('but not the texts for selecting debts, if patrons can select', () => {
      const settings = { ...ALL, mobilepay: 'true', selection: 'any', termsUrl: '/terms' };
      const texts = own({ 'dibs.choose': 'Vælg', terms: 'Vilkår' });
      expect(keysIn(letter({ settings, texts }))).to.include.members(['dibs.choose', 'terms']);
    });
  });

  it('lists the slot that replaces the introduction', () => {
    const slots = {
      intro: '<h3>Nyt</h3><p>Læs <a href="/a">her</a>&nbsp;nu</p>Og<ul><li>a</li></ul>',
    };
    const text = letter({ settings: ALL, slots, texts: own({ 'intro.after': 'Nu' }) });
    expect(text).to.include(
      '1. Indledning: eget indhold i stedet for indledningen\n   Vores: Nyt Læs her nu Og a\n',
    );
    expect(text).not.to.include('intro.');
    expect(text).not.to.include('Eget indhold:');
  });

  it('lists the other slots that are shown', () => {
    const slots = { 'dibs-info': '<p>Ring</p>', 'oir-info': '<p>Skriv</p>', footer: '<hr>' };
    const both = letter({ settings: ALL, slots });
    expect(both).to.include(
      '\nEget indhold:\n\n- Under de gamle mellemværender (dibs-info): Ring\n' +
        '- Under de nye mellemværender (oir-info): Skriv\n- Nederst (footer): (uden ord)\n',
    );
    expect(letter({ settings: { ...ALL, systems: 'oir' }, slots })).not.to.include('dibs-info');
    expect(letter({ settings: { ...ALL, systems: 'dibs' }, slots })).not.to.include('oir-info');
    expect(letter({ settings: ALL, slots: { footer: ' ' } })).not.to.include('Eget indhold');
  });

  it('lists a changed text beside its default', () => {
    const da = { 'intro.after': 'Betal hos {name}.', help: 'Ring', heading: 'Skyld\n\n her' };
    const text = letter({ settings: { ...ALL, helpUrl: '/help' }, texts: own(da) });
    expect(textOf(text, 'intro.after')).to.match(
      /^intro\.after: RETTET Hvor: .* Standard: Nye gebyrer og erstatninger betales på Betal Nu\. Vores: Betal hos Betal Nu\.$/,
    );
    // A text that is not on the app's list is listed if the library has changed it.
    expect(textOf(text, 'help')).to.match(/Standard: Kontakt biblioteket Vores: Ring$/);
    expect(textOf(text, 'heading')).to.match(/Standard: Mellemværender Vores: Skyld her$/);
    expect(textOf(text, 'intro.before')).to.include('STANDARD');
    expect(text).to.match(/^Emne: /);
  });

  it('does not fill the date of a debt with the switch date', () => {
    const texts = own({ 'debt.due': 'Senest {date}' });
    expect(textOf(letter({ settings: ALL, texts }), 'debt.due')).to.match(
      /Vores: Senest \[dato\]$/,
    );
  });

  it('treats a text that reads like the default as the default', () => {
    const da = {
      'oir.registration': dictionaryOf('da')['oir.registration'].replace('{hours}', '72'),
    };
    expect(textOf(letter({ settings: ALL, texts: own(da) }), 'oir.registration')).to.include(
      'STANDARD',
    );
  });

  it('states that an emptied text is not shown', () => {
    const da = { 'intro.transition': ' ' };
    expect(textOf(letter({ settings: ALL, texts: own(da) }), 'intro.transition')).to.match(
      /RETTET Hvor: .* Standard: Gebyrer .* Vores: \(tom: der vises ingen tekst\)$/,
    );
  });

  it('lists texts that the widget rejects', () => {
    const da = { 'dibs.ended': 'Slut {wine}', heading: ' ' };
    const text = letter({ settings: ALL, texts: own(da) });
    expect(textOf(text, 'dibs.ended')).to.match(
      /^dibs\.ended: RETTET, men kan ikke bruges endnu: Hvor: .* Standard: Ældre .* Vores: Slut \{wine\} Hvorfor: \{wine\} kan ikke bruges i denne tekst/,
    );
    expect(textOf(text, 'heading')).to.include('Vores: (tom) Hvorfor: Teksten må ikke være tom.');
    expect(text).to.match(
      /^OBS: Kan ikke sendes endnu\n- Sætningen »Slut \{wine\}« på dansk: \{wine\}/,
    );
    expect(textOf(text, 'intro.before')).to.include('STANDARD');
  });

  it('leaves out English texts', () => {
    const en = { 'intro.after': 'Pay the municipality.', 'oir.go': '{wine}' };
    expect(letter({ settings: ALL, texts: { da: {}, en } })).to.equal(letter({ settings: ALL }));
  });

  it('is plain text for any arrangement', () => {
    fc.assert(
      fc.property(arrangements, (arrangement) => {
        const text = letter(arrangement);
        expect(text)
          .to.match(/^(OBS: [^]*\n\n)?Emne: [^]*\n\nVenlig hilsen\n/)
          .and.not.to.match(/undefined|\[object|\p{Cs}/u);
        for (const key of keysIn(text)) {
          expect(textOf(text, key)).to.match(
            /: (STANDARD|RETTET(, men kan ikke bruges endnu:)?) Hvor: /,
          );
        }
      }),
    );
  });
});
