import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { NO_ARRANGEMENT, SLOTS, type Arrangement } from '../../demo/workbench/bench.js';
import { attributesOf, configured } from '../../demo/workbench/configured.js';
import { drupalOf } from '../../demo/workbench/out/drupal.js';
import { jsonOf } from '../../demo/workbench/out/json.js';
import { cleaned, cssOf, markupOf, tagOf, type Extra } from '../../demo/workbench/out/markup.js';
import { reactOf } from '../../demo/workbench/out/react.js';
import { supplierCase } from '../../demo/workbench/out/supplier.js';
import { readOwn } from '../../demo/workbench/read-own.js';
import { WHERE } from '../../demo/workbench/words/where.js';
import { configure } from '../../src/config/configuration.js';
import { dictionaryOf, type TextKey } from '../../src/i18n/locales.js';
import { day, present } from '../core/given.js';
import { arranged, arrangements, BASE, KEYS } from './bench-given.js';

const PAGE = 'https://bibliotek.example/min-side';

const EXTRA: Extra = [
  ['channel', 'app'],
  ['preview-date', '2021-12-01'],
];

/** Without what is not set, and what is the theme's. */
function bare({ settings, texts, slots }: Arrangement): Arrangement {
  const set = Object.entries(settings)
    .filter(([name]) => name !== 'channel' && name !== 'previewDate')
    .map(([name, value]) => [name, value.trim()])
    .filter(([, value]) => value);
  const filled = SLOTS.map((slot) => [slot, cleaned(slots[slot] ?? '')]).filter(([, html]) => html);
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

const own = (pasted: string) => present(readOwn(pasted, BASE));

/** Read again, with nothing lost. */
const readAgain = (pasted: string): Arrangement => {
  const { bench, says } = own(pasted);
  expect(says, says.map(({ en }) => en).join(' ')).to.have.length(1);
  return bench.arrangement;
};

describe('Taken out: the tag', () => {
  it('is, in the browser, what was arranged', () => {
    fc.assert(
      fc.property(arrangements, fc.constantFrom([], EXTRA), (arrangement, extra) => {
        const element = elementIn(markupOf(arrangement, extra));
        const attributes = [...element.attributes].map(({ name, value }) => [name, value]);
        // Of two attributes of one name a browser takes the first.
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

  it('is the arrangement again, where it is read', () => {
    fc.assert(
      fc.property(arrangements, (arrangement) => {
        for (const pasted of [markupOf(arrangement), tagOf(arrangement), drupalOf(arrangement)]) {
          expect(readAgain(pasted)).to.deep.equal(bare(arrangement));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('stays the same, however often it is read and written', () => {
    const slots = { intro: '<ul>\n<li>én</li>\n  <li>to</li>\n</ul>' };
    const once = tagOf(arranged({ slots }));
    expect(tagOf(readAgain(once))).to.equal(once);
  });

  it('changes no text, also where it has a line separator', () => {
    const da = { heading: 'Linje\u2028ny linje\u2029nyt afsnit' };
    const texts = { da, en: {} };
    expect(readAgain(tagOf(arranged({ texts }))).texts.da).to.deep.equal(da);
  });

  it('is short where nothing is set', () => {
    expect(tagOf(NO_ARRANGEMENT)).to.equal('<ddb-debt-overview\n></ddb-debt-overview>');
    const settings = { feesUrl: ' ', helpUrl: '' };
    expect(tagOf(arranged({ settings, slots: { intro: ' \n' } }))).to.equal(tagOf(NO_ARRANGEMENT));
  });

  it('has a text that is set to be empty', () => {
    const texts = { da: { 'about.text': '' }, en: {} };
    expect(readAgain(markupOf(arranged({ texts }))).texts).to.deep.equal(texts);
  });

  it('has nothing in a slot that runs or is loaded', () => {
    const html =
      '<p onclick="x()">Se<img src=x onerror=x()></p><script>x()</script>' +
      '<iframe src=/></iframe><a href="javascript:x()" style="color:red">her</a><style>p{}</style>';
    const element = elementIn(markupOf(arranged({ slots: { footer: html } })));
    expect(present(element.firstElementChild).innerHTML).to.equal('<p>Se</p><a>her</a>');
  });

  it('begins with the script, once', () => {
    const scripts = [...pageOf(markupOf(BASE.arrangement)).querySelectorAll('script[src]')];
    expect(scripts.map((script) => script.getAttribute('src'))).to.deep.equal([
      'ddb-debt-overview.js',
    ]);
  });
});

describe('Taken in: what the workbench has written', () => {
  it('is no MobilePay where the tag says that it is none', () => {
    for (const value of ['false', 'nej', '0']) {
      const { bench } = own(`<ddb-debt-overview mobilepay="${value}"></ddb-debt-overview>`);
      expect(elementIn(tagOf(bench.arrangement)).hasAttribute('mobilepay'), value).to.equal(false);
    }
    for (const value of ['mobilepay', 'mobilepay=""', 'mobilepay="true"', 'mobilepay=mobilepay']) {
      const { bench } = own(`<ddb-debt-overview ${value}></ddb-debt-overview>`);
      expect(configured(bench.arrangement).settings.mobilepay, value).to.equal(true);
    }
  });

  it('has the words for one language stand over those for all', () => {
    const english = { en: { heading: 'Owed' } };
    for (const texts of [
      { ...english, heading: 'Skyld' },
      { heading: 'Skyld', ...english },
    ]) {
      expect(own(JSON.stringify({ texts })).bench.arrangement.texts).to.deep.equal({
        da: { heading: 'Skyld' },
        en: { heading: 'Owed' },
      });
    }
  });

  it('has an attribute stand over the JSON', () => {
    const { bench } = own(
      '<ddb-debt-overview lang="da"><script type="application/json">{"lang": "en", "headingLevel": 3}</script></ddb-debt-overview>',
    );
    expect(bench.arrangement.settings).to.deep.equal({ lang: 'da', headingLevel: '3' });
  });

  it('is JSON, also where a text speaks of the tag', () => {
    const texts = { da: { heading: 'Her er <ddb-debt-overview>' }, en: {} };
    const settings = { feesUrl: '/fees' };
    expect(readAgain(jsonOf(arranged({ texts, settings })))).to.deep.include({ texts, settings });
  });

  it('names what it leaves out', () => {
    const { says } = own(
      '<ddb-debt-overview id="x" class="y" data-z fees-url="/f" wine="red"><p slot="hat">x</p></ddb-debt-overview>',
    );
    expect(present(says[1]).da)
      .to.include('slot="hat", wine')
      .and.not.to.match(/\bid\b|class|data/);
    expect(present(own('{"feesUrl": "/f", "wine": 1}').says[1]).en).to.include('wine');
  });

  it('is nothing where it is something else, and never throws', () => {
    for (const pasted of ['', 'x', '{', '{}', '[]', '7', 'null', '{"wine": 1}', '<p></p>']) {
      expect(readOwn(pasted, BASE)).to.equal(undefined);
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
        const read = readOwn(pasted.join(''), BASE);
        if (read) expect(configured(read.bench.arrangement)).to.have.property('settings');
      }),
      { numRuns: 500 },
    );
  });
});

describe('Taken out: JSON', () => {
  it('configures the widget as the tag does', () => {
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

  it('is the arrangement again, but for its slots', () => {
    fc.assert(
      fc.property(arrangements, (arrangement) => {
        const settings = { feesUrl: '/fees', ...bare(arrangement).settings };
        const again = readAgain(jsonOf({ ...arrangement, settings }));
        expect(again).to.deep.equal({ ...bare(arrangement), settings, slots: {} });
      }),
    );
  });

  it('has the place by the names that properties have', () => {
    expect(JSON.parse(jsonOf(NO_ARRANGEMENT, EXTRA))).to.deep.equal({
      channel: 'app',
      previewDate: '2021-12-01',
    });
  });

  it('is nothing where nothing is set, and true where it is a flag', () => {
    expect(jsonOf(NO_ARRANGEMENT)).to.equal('{}\n');
    expect(jsonOf(arranged({ settings: { mobilepay: 'true', lang: '' } }))).to.equal(
      '{\n  "mobilepay": true\n}\n',
    );
  });
});

/** The properties of a JSX tag, each expression read as JSON. */
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

describe('Taken out: React', () => {
  it('has every value as JavaScript has it', () => {
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

describe('Taken out: Drupal', () => {
  const tagIn = (code: string): string =>
    present(/<ddb-debt-overview\n[^]*<\/ddb-debt-overview>/.exec(code))[0];

  it('keeps from Twig what looks like Twig, wherever it stands', () => {
    for (const twig of [
      'Til {{name}}',
      '{% if %}',
      '{# x #}',
      '{{{%',
      '{% endverbatim %}{{ 7 }}',
    ]) {
      const arrangement = arranged({
        settings: { oirPaymentName: twig },
        texts: { da: { heading: twig }, en: {} },
        slots: { footer: `<p class="${twig}">${twig}</p>` },
      });
      const tag = tagIn(drupalOf(arrangement));
      expect(tag, twig).not.to.match(/\{[{%#]/);
      expect(elementIn(tag).outerHTML.replaceAll('\\u007b', '{'), twig).to.equal(
        elementIn(tagOf(arrangement)).outerHTML,
      );
    }
  });

  it('has the words again where they are read', () => {
    const da = { heading: 'Til {% endverbatim %} {{ 7 }}' };
    const slots = { footer: '<p>{% endverbatim %}{{ 7 }}</p>' };
    const again = readAgain(drupalOf(arranged({ texts: { da, en: {} }, slots })));
    expect(again.texts.da).to.deep.equal(da);
    expect(again.slots).to.deep.equal(slots);
  });

  it('is not led astray by a slot that speaks of the script', () => {
    const slots = {
      intro: '<p class="<script type=&quot;application/json&quot;>{{ 1 }}</script>">{{ 2 }}</p>',
    };
    const da = { heading: '{{ 3 }}' };
    for (const texts of [
      { da: {}, en: {} },
      { da, en: {} },
    ]) {
      const arrangement = arranged({ slots, texts });
      const again = readAgain(drupalOf(arrangement));
      expect(again.slots).to.deep.equal(bare(arrangement).slots);
      expect(again.texts).to.deep.equal(texts);
    }
  });

  it('changes nothing that is not Twig’s', () => {
    const texts = { da: { heading: 'Til {name} {' }, en: {} };
    for (const arrangement of [arranged({ texts }), BASE.arrangement]) {
      expect(tagIn(drupalOf(arrangement))).to.equal(tagOf(arrangement));
    }
  });

  it('leaves Twig nothing but its own, whatever is written', () => {
    const around = (code: string) =>
      code.replace(/<ddb-debt-overview\n[^]*<\/ddb-debt-overview>/, '');
    const before = around(drupalOf(NO_ARRANGEMENT));
    fc.assert(
      fc.property(arrangements, (arrangement) => {
        const code = drupalOf(arrangement);
        expect(around(code)).to.equal(before);
        expect(tagIn(code)).not.to.match(/\{[{%#]/);
      }),
    );
  });

  it('says where each file lies, and what to do', () => {
    const code = drupalOf(NO_ARRANGEMENT);
    expect(code).to.match(/^# .*mit_tema\/mit_tema\.libraries\.yml\n/);
    expect(code).to.match(
      /\n\{#\n.*templates\/block\/block--ddb-debt-overview\.html\.twig\n[^]*Tekstblok[^]*maskinnavn[^]*#\}\n\{\{ attach_library/,
    );
    // Copied along with the Twig, it is a comment.
    expect(code).to.match(
      /\{#\n {2}Drupal 7: [^#]*Full HTML[^#]*<script type="module" src="\/[^"#]*"><\/script>\n#\}\n$/,
    );
    expect(code.match(/<ddb-debt-overview/g)).to.have.length(1);
  });
});

describe('Taken out: the theme', () => {
  it('is a rule that a browser reads', () => {
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

  it('is nothing where it is the default', () => {
    expect(cssOf(NO_ARRANGEMENT)).to.equal('');
    expect(cssOf(arranged({ tokens: { '--ddb-debt-muted': ' ' } }))).to.equal('');
  });
});

describe('Taken out: the letter to the supplier', () => {
  const SITE = { oirPaymentUrl: 'https://betal.kommune.dk/', oirPaymentName: 'Betal Nu' };
  const DATES = { switchDate: '2027-01-04', dibsEndDate: '2027-06-30' };
  const ALL = { ...SITE, ...DATES, feesUrl: '/fees' };

  const letter = (arrangement: Partial<Arrangement>): string => {
    const whole = arranged(arrangement);
    return supplierCase(whole, configured(whole), day('2026-11-23'));
  };

  /** What it says of one text, on one line. */
  const said = (text: string, key: string): string => {
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

  it('says the dates, in words', () => {
    const text = letter({ settings: ALL });
    expect(text).to.match(/^Emne: /);
    expect(text).to.include('Skæringsdato: 4. januar 2027\n');
    // The last day is the one before the end.
    expect(text).to.include('mellemværender: 29. juni 2027\n');
    const without = letter({ settings: SITE });
    expect(without).to.include('Skæringsdato: ikke fastsat endnu\n');
    expect(without).to.include('mellemværender: ikke fastsat endnu\n');
    const first = letter({ settings: { ...ALL, dibsEndDate: '2027-03-01' } });
    expect(first).to.include('mellemværender: 28. februar 2027\n');
  });

  it('says where to pay', () => {
    expect(letter({ settings: ALL })).to.include(
      'Betalingssted: Betal Nu, https://betal.kommune.dk/\n',
    );
    const { oirPaymentName: _, ...unnamed } = ALL;
    expect(letter({ settings: unnamed })).to.include('Betalingssted: uden navn, https://betal');
    expect(letter({ settings: DATES })).to.include('der skal ikke vises en betalingsknap');
  });

  it('says nothing untrue of what is typed wrongly', () => {
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
    // What it brings will come, once it is right.
    expect(keysIn(text)).to.include.members(['intro.before', 'dibs.ended', 'oir.go', 'dibs.app']);
    expect(keysIn(text)).to.include('dibs.payMobile').and.not.to.include('oir.noSite');
    expect(said(text, 'intro.before')).to.include('[dato]').and.include('[betalingsstedets navn]');
    expect(said(text, 'oir.registration')).to.include('op til [antal] timer');
  });

  it('says each problem at its own field', () => {
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

  it('is held back by nothing that it does not speak of', () => {
    const settings = { ...ALL, ratesUrl: 'http://x.dk', headingLevel: '9', feesUrl: '' };
    expect(letter({ settings })).to.equal(letter({ settings: ALL }));
    const texts = own({ 'receipt.print': '{wine}' });
    expect(letter({ settings: ALL, texts })).to.equal(letter({ settings: ALL }));
  });

  it('says whether there is MobilePay, and what is read where there is none', () => {
    const off = letter({ settings: ALL });
    const on = letter({ settings: { ...ALL, mobilepay: 'true' } });
    expect(off).to.include('MobilePay til gamle mellemværender: nej');
    expect(said(off, 'dibs.app')).to.include('Tekst: Du kan ikke betale i appen.');
    expect(off).not.to.include('dibs.payMobile');
    expect(on).to.include('MobilePay til gamle mellemværender: ja');
    expect(said(on, 'dibs.payMobile')).to.include('Tekst: Betal [beløb] med MobilePay');
    expect(on).not.to.include('dibs.app');
  });

  it('has the texts that this library shows, filled in, for it to approve', () => {
    const text = letter({ settings: ALL });
    expect(said(text, 'intro.before')).to.equal(
      'intro.before: STANDARD Hvor: Under overskriften, indtil skæringsdatoen. Må gerne være tom. ' +
        `Tekst: Fra den 4. januar 2027 skal nye gebyrer og erstatninger betales på Betal Nu. ${BLANK}`,
    );
    expect(said(text, 'oir.registration')).to.include('op til 72 timer');
    expect(said(text, 'oir.go')).to.include('Tekst: Gå til Betal Nu');
    expect(said(text, 'dibs.ended')).to.include('før den 30. juni 2027.');
    expect(text).not.to.match(/GODKENDT|RETTET|\{(name|date|endDate|hours)\}|undefined/);
    expect(keysIn(text)).to.deep.equal([
      ...['intro.before', 'intro.transition', 'intro.after', 'dibs.app', 'dibs.ended', 'oir.go'],
      ...['oir.registration', 'about.heading', 'about.text'],
    ]);
    expect(text.match(/^\d+(?=\. )/gm)).to.deep.equal([...'123456789']);
    expect(text).to.include('\nGodkendt af biblioteket: ____ (navn og dato)\n\nVenlig hilsen\n');
  });

  it('says of each text where it stands', () => {
    const text = letter({ settings: ALL, texts: own({ help: 'Ring', heading: '' }) });
    for (const key of keysIn(text)) {
      expect(said(text, key)).to.include(`Hvor: ${WHERE[key as TextKey].da} `);
    }
  });

  it('has other texts where there is no payment site', () => {
    const text = letter({ settings: DATES });
    expect(said(text, 'intro.transition')).to.include('bliver opkrævet af kommunen.');
    expect(said(text, 'oir.noSite')).to.include('Kommunen opkræver disse mellemværender.');
    expect(said(text, 'about.heading')).to.include('Hvorfor er det kommunen, der opkræver?');
    // It stands under the debts all the same.
    expect(keysIn(text)).to.include('oir.registration').and.not.to.include('oir.go');
  });

  describe('has no text that its patrons do not meet', () => {
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
        'nothing between the dates',
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
      ['a web page’s own', ALL, /^(preview|terms|rates|help|oir\.site)/, 'heading'],
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

    it('an introduction to a system that it tells nothing of', () => {
      const settings = { feesUrl: '/fees', systems: 'dibs' };
      expect(keysIn(letter({ settings }))).to.deep.equal(['dibs.app']);
      const texts = own({ 'intro.transition': 'Hej' });
      expect(keysIn(letter({ settings, texts }))).to.deep.equal(['intro.transition', 'dibs.app']);
    });

    it('an explanation without its question, nor the other way round', () => {
      const without = (key: TextKey) =>
        keysIn(letter({ settings: ALL, texts: own({ [key]: '' }) }));
      expect(without('about.heading')).to.include('about.heading').and.not.include('about.text');
      expect(without('about.text')).to.include('about.text').and.not.include('about.heading');
    });

    it('what is picked, where it can be', () => {
      const settings = { ...ALL, mobilepay: 'true', selection: 'any', termsUrl: '/terms' };
      const texts = own({ 'dibs.choose': 'Vælg', terms: 'Vilkår' });
      expect(keysIn(letter({ settings, texts }))).to.include.members(['dibs.choose', 'terms']);
    });
  });

  it('has the content that stands in place of the introduction', () => {
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

  it('has the other content, where it is met', () => {
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

  it('has a correction beside its default', () => {
    const da = { 'intro.after': 'Betal hos {name}.', help: 'Ring', heading: 'Skyld\n\n her' };
    const text = letter({ settings: { ...ALL, helpUrl: '/help' }, texts: own(da) });
    expect(said(text, 'intro.after')).to.match(
      /^intro\.after: RETTET Hvor: .* Standard: Nye gebyrer og erstatninger betales på Betal Nu\. Vores: Betal hos Betal Nu\.$/,
    );
    // One the app's list does not have is there when the library has corrected it.
    expect(said(text, 'help')).to.match(/Standard: Kontakt biblioteket Vores: Ring$/);
    expect(said(text, 'heading')).to.match(/Standard: Mellemværender Vores: Skyld her$/);
    expect(said(text, 'intro.before')).to.include('STANDARD');
    expect(text).to.match(/^Emne: /);
  });

  it('takes the date of a debt for no date of the switch', () => {
    const texts = own({ 'debt.due': 'Senest {date}' });
    expect(said(letter({ settings: ALL, texts }), 'debt.due')).to.match(/Vores: Senest \[dato\]$/);
  });

  it('has the default in other words as the default', () => {
    const da = {
      'oir.registration': dictionaryOf('da')['oir.registration'].replace('{hours}', '72'),
    };
    expect(said(letter({ settings: ALL, texts: own(da) }), 'oir.registration')).to.include(
      'STANDARD',
    );
  });

  it('says of an emptied text that it is not shown', () => {
    const da = { 'intro.transition': ' ' };
    expect(said(letter({ settings: ALL, texts: own(da) }), 'intro.transition')).to.match(
      /RETTET Hvor: .* Standard: Gebyrer .* Vores: \(tom: der vises ingen tekst\)$/,
    );
  });

  it('never passes over what the widget refuses', () => {
    const da = { 'dibs.ended': 'Slut {wine}', heading: ' ' };
    const text = letter({ settings: ALL, texts: own(da) });
    expect(said(text, 'dibs.ended')).to.match(
      /^dibs\.ended: RETTET, men kan ikke bruges endnu: Hvor: .* Standard: Ældre .* Vores: Slut \{wine\} Hvorfor: \{wine\} kan ikke bruges i denne tekst/,
    );
    expect(said(text, 'heading')).to.include('Vores: (tom) Hvorfor: Teksten må ikke være tom.');
    expect(text).to.match(
      /^OBS: Kan ikke sendes endnu\n- Teksten »dibs\.ended« på dansk: \{wine\}/,
    );
    expect(said(text, 'intro.before')).to.include('STANDARD');
  });

  it('has nothing in English', () => {
    const en = { 'intro.after': 'Pay the municipality.', 'oir.go': '{wine}' };
    expect(letter({ settings: ALL, texts: { da: {}, en } })).to.equal(letter({ settings: ALL }));
  });

  it('is a letter in plain text, whatever is arranged', () => {
    fc.assert(
      fc.property(arrangements, (arrangement) => {
        const text = letter(arrangement);
        expect(text)
          .to.match(/^(OBS: [^]*\n\n)?Emne: [^]*\n\nVenlig hilsen\n/)
          .and.not.to.match(/undefined|\[object|\p{Cs}/u);
        for (const key of keysIn(text)) {
          expect(said(text, key)).to.match(
            /: (STANDARD|RETTET(, men kan ikke bruges endnu:)?) Hvor: /,
          );
        }
      }),
    );
  });
});
