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
import { configure } from '../../src/config/configuration.js';
import { messagesIn, readLanguages } from '../../src/localization/localization.js';
import { day, present } from '../core/given.js';
import { arranged, arrangements, BASE } from './bench-given.js';

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
  const VERBATIM = /\{% verbatim %\}\n([^]*)\n\{% endverbatim %\}\n$/;

  it('keeps from Twig what looks like Twig', () => {
    for (const heading of ['Til {{name}}', '{% if %}', '{# x #}']) {
      const arrangement = arranged({ texts: { da: { heading }, en: {} } });
      const [, kept] = VERBATIM.exec(drupalOf(arrangement)) ?? [];
      expect(kept, heading).to.equal(tagOf(arrangement));
    }
  });

  it('has no more of it than is needed', () => {
    const texts = { da: { heading: 'Til {name} {' }, en: {} };
    expect(drupalOf(arranged({ texts }))).not.to.match(VERBATIM);
    expect(drupalOf(BASE.arrangement)).not.to.match(VERBATIM);
  });

  it('leaves Twig nothing but its own, whatever is written', () => {
    const before = drupalOf(NO_ARRANGEMENT).replace(tagOf(NO_ARRANGEMENT), '');
    fc.assert(
      fc.property(arrangements, (arrangement) => {
        const code = drupalOf(arrangement);
        const [verbatim = '', kept] = VERBATIM.exec(code) ?? [];
        expect(kept ?? tagOf(arrangement)).to.equal(tagOf(arrangement));
        const outside = verbatim
          ? code.replace(verbatim, '\n')
          : code.replace(tagOf(arrangement), () => '');
        expect(outside).to.equal(before);
        if (!verbatim) expect(tagOf(arrangement)).not.to.match(/\{[{%#]/);
      }),
    );
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
  before(readLanguages);

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

  it('says the dates, in words', () => {
    const text = letter({ settings: ALL });
    expect(text).to.include('Skæringsdato: 4. januar 2027\n');
    expect(text).to.include('mellemværender: dagen før 30. juni 2027\n');
    const without = letter({ settings: SITE });
    expect(without).to.include('Skæringsdato: ikke fastsat endnu\n');
    expect(without).to.include('mellemværender: ikke fastsat endnu\n');
  });

  it('says where to pay', () => {
    expect(letter({ settings: ALL })).to.include(
      'Betalingssted: Betal Nu, https://betal.kommune.dk/\n',
    );
    const { oirPaymentName: _, ...unnamed } = ALL;
    expect(letter({ settings: unnamed })).to.include('Betalingssted: uden navn, https://betal');
    expect(letter({ settings: DATES })).to.include('der skal ikke vises en betalingsknap');
    // What the widget refuses is no payment site.
    expect(letter({ settings: { ...ALL, oirPaymentUrl: 'http://x.dk' } })).to.include(
      'Betalingssted: intet',
    );
  });

  it('says whether there is MobilePay, and what is read where there is none', () => {
    const off = letter({ settings: ALL });
    const on = letter({ settings: { ...ALL, mobilepay: 'true' } });
    expect(off).to.include('MobilePay til gamle mellemværender: nej');
    expect(said(off, 'dibs.app')).to.include('GODKENDT Du kan ikke betale i appen.');
    expect(on).to.include('MobilePay til gamle mellemværender: ja');
    expect(on).not.to.include('dibs.app');
  });

  it('has the texts that this library shows, filled in', () => {
    const text = letter({ settings: ALL });
    expect(said(text, 'intro.before')).to.equal(
      'intro.before: GODKENDT Fra den 4. januar 2027 skal nye gebyrer og erstatninger betales på Betal Nu.',
    );
    expect(said(text, 'oir.registration')).to.include('op til 72 timer');
    expect(said(text, 'dibs.ended')).to.include('siden den 30. juni 2027.');
    expect(text).not.to.include('oir.noSite');
    expect(text).not.to.match(/RETTET|\{(name|date|endDate|hours)\}|undefined/);
    expect(text.match(/^\d+(?=\. [a-z]+\.)/gm)).to.deep.equal(['1', '2', '3', '4', '5', '6', '7']);
  });

  it('has other texts where there is no payment site', () => {
    const text = letter({ settings: DATES });
    expect(said(text, 'intro.transition')).to.include('bliver opkrævet af kommunen.');
    expect(said(text, 'oir.noSite')).to.include('Kommunen opkræver disse mellemværender.');
    expect(text).not.to.include('oir.registration');
  });

  it('has a correction beside its default', () => {
    const da = { 'intro.after': 'Betal hos {name}.', 'oir.go': 'Videre til {name}' };
    const text = letter({ settings: ALL, texts: { da, en: {} } });
    expect(said(text, 'intro.after')).to.equal(
      'intro.after: RETTET Standard: Nye gebyrer og erstatninger betales på Betal Nu. Vores: Betal hos Betal Nu.',
    );
    // One the app's list does not have is there when the library has corrected it.
    expect(said(text, 'oir.go')).to.equal(
      'oir.go: RETTET Standard: Gå til Betal Nu Vores: Videre til Betal Nu',
    );
    expect(said(text, 'intro.before')).to.include('GODKENDT');
  });

  it('approves a text that is the default in other words', () => {
    const da = {
      'oir.registration': messagesIn('da')['oir.registration'].replace('{hours}', '72'),
    };
    expect(said(letter({ settings: ALL, texts: { da, en: {} } }), 'oir.registration')).to.include(
      'GODKENDT',
    );
  });

  it('says of an emptied text that it is not shown', () => {
    const da = { 'intro.transition': ' ' };
    expect(said(letter({ settings: ALL, texts: { da, en: {} } }), 'intro.transition')).to.match(
      /RETTET Standard: Gebyrer .* Vores: \(vises ikke\)$/,
    );
  });

  it('has the default where the widget refuses the library’s own', () => {
    const da = { 'dibs.ended': 'Slut {wine}' };
    const text = letter({ settings: ALL, texts: { da, en: {} } });
    expect(said(text, 'dibs.ended')).to.include('GODKENDT Ældre mellemværender');
  });

  it('has nothing in English', () => {
    const en = { 'intro.after': 'Pay the municipality.' };
    expect(letter({ settings: ALL, texts: { da: {}, en } })).to.equal(letter({ settings: ALL }));
  });

  it('is a letter, whatever is arranged', () => {
    fc.assert(
      fc.property(arrangements, (arrangement) => {
        expect(letter(arrangement))
          .to.match(/^Emne: [^]*Venlig hilsen\n/)
          .and.not.to.match(/undefined|\[object/);
      }),
    );
  });
});
