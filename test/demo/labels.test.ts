import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { LANGUAGES, type BilingualText } from '../../demo/workbench/state.js';
import {
  WORKBENCH_FIELDS,
  FIELDS,
  GROUPS,
  type Field,
} from '../../demo/workbench/labels/fields.js';
import { problemIn, subjectIn } from '../../demo/workbench/labels/problems.js';
import { TEXT_GROUPS, TEXT_LOCATIONS } from '../../demo/workbench/labels/text-locations.js';
import type { Problem } from '../../src/config/problem.js';
import { attributeOf, SETTING_NAMES, SETTINGS } from '../../src/config/settings.js';
import { dictionaryOf, isTextKey, type TextKey } from '../../src/i18n/locales.js';
import { problemsOf as tagProblems } from '../../src/page/dom-context.js';
import { configured, PAGE, present, type Attributes } from '../core/given.js';

const KEYS = Object.keys(dictionaryOf('da')).filter(isTextKey);
const served = { 'fees-url': '/fees' };
const fields: readonly Field[] = GROUPS.flatMap((group) => group.fields);

function isTranslated(text: BilingualText, what: string): void {
  for (const words of [text.da, text.en]) {
    expect(words, what).not.to.equal('');
    expect(words.trim(), what).to.equal(words);
  }
  expect(text.da, `${what}: Danish is not English`).not.to.equal(text.en);
}

describe('The workbench: labels of the settings', () => {
  it('has one field for each setting, except those that the workbench sets', () => {
    expect(WORKBENCH_FIELDS.map(({ name }) => name)).to.have.members(['channel', 'previewDate']);
    const names = FIELDS.map(({ name }) => name);
    expect(names).to.have.members([...SETTING_NAMES]);
    expect(new Set(names).size).to.equal(names.length);
  });

  it('has unique labels', () => {
    for (const locale of LANGUAGES) {
      const labels = FIELDS.map(({ label }) => label[locale]);
      expect(new Set(labels).size).to.equal(labels.length);
    }
  });

  it('has every text in both languages', () => {
    for (const { id, title, lead } of GROUPS) {
      isTranslated(title, id);
      isTranslated(lead, id);
    }
    for (const { name, label, takes } of FIELDS) {
      isTranslated(label, name);
      isTranslated(takes, name);
    }
    for (const { name, explains, inWorkbench, options = [] } of fields) {
      isTranslated(explains, name);
      if (inWorkbench) isTranslated(inWorkbench, name);
      for (const { value, label } of options) isTranslated(label, `${name} ${value}`);
    }
  });

  it('says nothing about the workbench that is wrong in the form of a CMS', () => {
    for (const { name, explains } of fields) {
      expect(explains.da + explains.en, name).not.to.match(
        /prøvebord|forhåndsvis|preview|workbench/i,
      );
    }
  });

  it('has labels of at most five words', () => {
    for (const { label } of FIELDS) {
      for (const locale of LANGUAGES) {
        expect(label[locale].split(/\s+/).length, label[locale]).to.be.at.most(5);
      }
    }
  });

  for (const { name, kind, takes, example, options } of fields) {
    const setting = SETTINGS[name];
    it(`${attributeOf(name)}: the widget accepts the examples`, () => {
      if (kind === 'choice') {
        const values = present(options).map(({ value }) => value);
        for (const value of values.filter(Boolean)) {
          expect(setting.read(value, PAGE)).to.equal(value);
        }
        // The widget's list of values is the list of options.
        if (setting.takes.includes(' | ')) {
          expect(values.filter(Boolean)).to.have.members(setting.takes.split(' | '));
        }
        const [first = ''] = values;
        if (first) expect(setting.fallback, 'the default').to.equal(first);
        else {
          // Without a choice the default depends on the page.
          expect(setting.fallback).to.equal(undefined);
          expect(configured({ ...served, [attributeOf(name)]: '' }).problems).to.deep.equal([]);
        }
        return;
      }
      expect(options).to.equal(undefined);
      expect(setting.read(present(example), PAGE)).not.to.equal(undefined);
      if (kind === 'flag') return;
      for (const locale of LANGUAGES) {
        for (const word of present(example).split(' ')) expect(takes[locale]).to.include(word);
      }
    });
  }
});

describe('The workbench: where a text is shown', () => {
  it('is described for each text, in both languages', () => {
    expect(Object.keys(TEXT_LOCATIONS)).to.have.members(KEYS);
    for (const key of KEYS) isTranslated(TEXT_LOCATIONS[key], key);
  });

  it('has one group for each text', () => {
    const keys: readonly TextKey[] = TEXT_GROUPS.flatMap((group) => group.keys);
    expect(keys).to.have.length(KEYS.length);
    expect(keys).to.have.members(KEYS);
    for (const { title } of TEXT_GROUPS) isTranslated(title, title.en);
  });

  it('mentions that a text can be empty only if it can', () => {
    for (const key of KEYS) {
      const { problems } = configured(served, { texts: { [key]: '' } });
      const mentioned = /Må gerne være tom|Er det tomt/.test(TEXT_LOCATIONS[key].da);
      expect(mentioned, key).to.equal(!problems.length);
    }
  });
});

/** Expects that the problem is described completely in both languages. */
function isTranslatedProblem(problem: Problem): void {
  const [da, en] = [problemIn('da', problem), problemIn('en', problem)];
  const what = `${problem.setting}: ${problem.message}`;
  expect(da, what).not.to.equal(problem.message);
  expect(en, what).not.to.equal(problem.message);
  expect(da, what).not.to.equal(en);
  expect(da + en, what).not.to.match(/undefined|\[object/);
  for (const locale of LANGUAGES) expect(subjectIn(locale, problem), what).not.to.equal('');
}

const problemsOf = (attributes: Attributes, config?: unknown, json?: string) =>
  configured(attributes, config, json).problems;

describe('The workbench: problems described for web editors', () => {
  const texts = (own: unknown) => problemsOf(served, { texts: own });
  const thrower = {
    get heading(): string {
      throw new Error('no');
    },
  };
  const ofTag = (html: string): readonly Problem[] => {
    const page = document.implementation.createHTMLDocument();
    page.body.innerHTML = html;
    return tagProblems(present(page.body.firstElementChild));
  };
  const kinds: readonly (readonly [string, readonly Problem[], da: RegExp, en: RegExp])[] = [
    [
      'config is no object',
      problemsOf(served, 7),
      /består? af indstillinger/,
      /consist of settings/,
    ],
    ['unknown setting', problemsOf(served, { oops: 1 }), /»oops«.*stavet/, /“oops”.*spelled/],
    [
      'misspelled setting',
      problemsOf(served, { swichDate: 1 }),
      /»switchDate«\?/,
      /“switchDate”\?/,
    ],
    [
      'the short view leads nowhere',
      problemsOf({ ...served, view: 'summary' }),
      /ingen steder hen/,
      /leads nowhere/,
    ],
    ['unknown attribute', ofTag('<x-y oops>'), /»oops«/, /“oops”/],
    ['misspelled attribute', ofTag('<x-y fee-url="/">'), /»fees-url«\?/, /“fees-url”\?/],
    ['an attribute called texts', ofTag('<x-y texts="{}">'), /»texts«/, /“texts”/],
    ['misspelled slot', ofTag('<x-y><p slot="foot">'), /»foot«.*»footer«\?/, /“foot”.*“footer”\?/],
    ['no slot', ofTag('<x-y><p>'), /intro, .* eller footer/, /intro, .* or footer/],
    ['no type of JSON', ofTag('<x-y><script>{"a":1}</script>'), /application\/json/, /json/],
    ['JSON of a fault', problemsOf(served, {}, '{'), /anførselstegn/, /quotation mark/],
    ['JSON is a list', problemsOf(served, {}, '[]'), /indstillinger/, /settings/],
    [
      'config throws',
      problemsOf(served, {
        get view(): string {
          throw new Error('no');
        },
      }),
      /siden selv giver/,
      /page itself/,
    ],
    [
      'dates in the wrong order',
      problemsOf({ ...served, 'switch-date': '2022-07-01', 'dibs-end-date': '2021-12-01' }),
      /før skæringsdatoen/,
      /before the switch date/,
    ],
    [
      'only old ones can be fetched',
      problemsOf({ 'dibs-fees-url': '/old' }),
      /nye.*»Særlig adresse for ØiR«/,
      /new.*“Separate address for ØiR”/,
    ],
    [
      'only new ones can be fetched',
      problemsOf({ 'oir-fees-url': '/new' }),
      /gamle.*»Særlig adresse for DIBS«/,
      /old.*“Separate address for DIBS”/,
    ],
    ['texts throw', texts(thrower), /Teksterne kan ikke læses/, /cannot be read/],
    ['texts are a list', texts([]), /hver med sit navn/, /each with its name/],
    ['unknown text', texts({ 'oir.gone': 'x' }), /»oir.gone«/, /“oir.gone”/],
    ['unknown text of a language', texts({ da: { nix: 'x' } }), /»nix«/, /“nix”/],
    ['unknown language', texts({ de: { heading: 'x' } }), /»de«/, /“de”/],
    ['words where a language is', texts({ en: 'x' }), /sproget »en«/, /language “en”/],
    ['no text', texts({ heading: 7 }), /almindelig tekst/, /plain text/],
    ['empty', texts({ heading: ' ' }), /ikke være tom/, /not be empty/],
    ['without the amount', texts({ 'dibs.pay': 'x' }), /\{amount\}, så låneren/, /\{amount\}/],
    ['without the order', texts({ 'pay.gone': 'x' }), /\{order\}, så låneren/, /\{order\}/],
    ['unknown braces', texts({ total: '{x}' }), /\{x\}.*kun \{amount\}, .* og/, /only .* and/],
    ['no braces here', texts({ 'oir.site': '{name}' }), /uden tuborg/, /without braces/],
    ['empty braces', texts({ 'oir.site': '{}' }), /^\{\} kan ikke/, /^\{\} cannot/],
    ['no switch date', texts({ heading: '{date}' }), /»Skæringsdato«/, /“Switch date”/],
    ['no end date', texts({ heading: '{endDate}' }), /»Gammel betaling/, /“Old payment ends”/],
  ];
  for (const [kind, problems, da, en] of kinds) {
    it(kind, () => {
      expect(problems).to.have.length(1);
      const [problem] = problems as readonly [Problem];
      isTranslatedProblem(problem);
      expect(problemIn('da', problem)).to.match(da);
      expect(problemIn('en', problem)).to.match(en);
    });
  }

  it('cover every message of the element', async () => {
    const seen = kinds.flatMap(([, problems]) => problems.map(({ message }) => message));
    for (const file of ['configuration', 'text-overrides', '../page/dom-context']) {
      const response = await fetch(`/src/config/${file}.ts`);
      expect(response.ok, file).to.equal(true);
      const source = await response.text();
      const literals = [...source.matchAll(/(['"`])((?:(?!\1)[^\\\n]|\\.)*)\1/g)].map(
        ([, , text = '']) => text,
      );
      // A message starts with a verb, or says that something is unknown; values are in its place holders.
      for (const text of literals.filter((one) =>
        /^(takes|is|may|must|cannot|unknown|\{\$\{\w+\}\} (needs|is)) ?.* /.test(one),
      )) {
        const parts = text
          .split(/\$\{[^}]*(?:\}|$)/)
          .map((part) => part.replace(/[^\w ;,]/g, '\\$&'));
        const pattern = new RegExp(`^${parts.join('[^]*')}`);
        // The tests of the fields cover it.
        const isOfField = parts.join() === 'takes ,; it is ignored';
        expect(isOfField || seen.some((message) => pattern.test(message)), text).to.equal(true);
      }
    }
  });

  for (const { name, takes, label } of FIELDS) {
    it(`${attributeOf(name)}: describes what to write, and the effect until then`, () => {
      const attribute = attributeOf(name);
      // An object is invalid for every setting.
      const [problem] = problemsOf(name === 'feesUrl' ? {} : served, { [name]: {} });
      const invalid = present(problem);
      expect(invalid.setting).to.equal(attribute);
      isTranslatedProblem(invalid);
      expect(problemIn('da', invalid)).to.equal(
        `${takes.da} Indtil det er rettet, gælder feltet som tomt.`,
      );
      for (const locale of LANGUAGES) expect(subjectIn(locale, invalid)).to.equal(label[locale]);
    });
  }

  it('name their subject', () => {
    const about = (setting: string) =>
      subjectIn('da', { setting, value: undefined, message: 'takes text; the default is shown' });
    expect(about('texts.da.oir.go')).to.equal('Sætningen »Gå til {name}« på dansk');
    expect(about('texts.oir.go')).to.equal('Sætningen »Gå til {name}«');
    expect(about('texts.da.oir.gone')).to.equal('Teksten »oir.gone« på dansk');
    const own = { setting: 'texts.en.oir.go', value: ' Pay {x} ', message: '' };
    expect(subjectIn('da', own)).to.equal('Sætningen »Pay {x}« på engelsk');
    expect(about('texts')).to.equal('Teksterne');
    expect(about('config')).to.equal('Sidens egen opsætning');
    expect(about('JSON child')).to.equal('Den indsatte kode');
  });

  it('are described for any input', () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom('', '{x}', '{date} {endDate}', '{amount}', '{order}', '{\n; }', '2021-12-01'),
    );
    const anything = fc.oneof(word, fc.anything());
    const key = fc.oneof(fc.constantFrom<string>(...KEYS, 'da', 'en', 'oir.go/x'), fc.string());
    const ofKeys = fc.dictionary(key, fc.oneof(anything, fc.dictionary(key, anything)));
    const name = fc.oneof(fc.constantFrom<string>(...SETTING_NAMES), fc.string());
    const config = fc
      .tuple(fc.dictionary(name, anything), fc.oneof(ofKeys, anything))
      .map(([settings, own]) => ({ ...settings, texts: own }));
    const attributes = fc.dictionary(fc.constantFrom(...SETTING_NAMES.map(attributeOf)), word);
    const json = fc.oneof(fc.json(), fc.string());
    fc.assert(
      fc.property(attributes, fc.oneof(config, fc.anything()), json, (set, property, child) => {
        problemsOf(set, property, child).forEach(isTranslatedProblem);
      }),
      { numRuns: 500 },
    );
  });

  it('fall back to the message if it is unknown, and never throw', () => {
    const problem = fc.record({
      setting: fc.oneof(fc.string(), fc.constantFrom('texts', 'texts.', 'fees-url', 'constructor')),
      value: fc.anything(),
      message: fc.oneof(fc.string(), fc.constant('takes wine; it is ignored')),
    });
    fc.assert(
      fc.property(problem, fc.constantFrom(...LANGUAGES), (one, locale) => {
        expect(problemIn(locale, one)).to.be.a('string');
        expect(subjectIn(locale, one)).to.be.a('string');
      }),
    );
    const unknown = { setting: 'fees-url', value: 1, message: 'is too long' };
    expect(problemIn('da', unknown)).to.equal('is too long');
  });
});
