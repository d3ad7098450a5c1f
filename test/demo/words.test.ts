import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { TONGUES, type Sentence } from '../../demo/workbench/bench.js';
import { ELSEWHERE, FIELDS, GROUPS, type Field } from '../../demo/workbench/words/fields.js';
import { problemIn, subjectIn } from '../../demo/workbench/words/problems.js';
import { TEXT_GROUPS, WHERE } from '../../demo/workbench/words/where.js';
import type { Problem } from '../../src/config/problem.js';
import { attributeOf, SETTING_NAMES, SETTINGS } from '../../src/config/settings.js';
import { dictionaryOf, isTextKey, type TextKey } from '../../src/i18n/locales.js';
import { configured, PAGE, present, type Attributes } from '../core/given.js';

const KEYS = Object.keys(dictionaryOf('da')).filter(isTextKey);
const served = { 'fees-url': '/fees' };
const fields: readonly Field[] = GROUPS.flatMap((group) => group.fields);

function isSaid(sentence: Sentence, what: string): void {
  for (const words of [sentence.da, sentence.en]) {
    expect(words, what).not.to.equal('');
    expect(words.trim(), what).to.equal(words);
  }
  expect(sentence.da, `${what}: Danish is not English`).not.to.equal(sentence.en);
}

describe('The workbench: words for the settings', () => {
  it('has each setting once, but for those it sets itself', () => {
    expect(ELSEWHERE.map(({ name }) => name)).to.have.members(['channel', 'previewDate']);
    const names = FIELDS.map(({ name }) => name);
    expect(names).to.have.members([...SETTING_NAMES]);
    expect(new Set(names).size).to.equal(names.length);
  });

  it('has no two fields of one label', () => {
    for (const locale of TONGUES) {
      const labels = FIELDS.map(({ label }) => label[locale]);
      expect(new Set(labels).size).to.equal(labels.length);
    }
  });

  it('says everything in both languages', () => {
    for (const { id, title, lead } of GROUPS) {
      isSaid(title, id);
      isSaid(lead, id);
    }
    for (const { name, label, takes } of FIELDS) {
      isSaid(label, name);
      isSaid(takes, name);
    }
    for (const { name, explains, options = [] } of fields) {
      isSaid(explains, name);
      for (const { value, label } of options) isSaid(label, `${name} ${value}`);
    }
  });

  it('keeps labels to five words', () => {
    for (const { label } of FIELDS) {
      for (const locale of TONGUES) {
        expect(label[locale].split(/\s+/).length, label[locale]).to.be.at.most(5);
      }
    }
  });

  for (const { name, kind, takes, example, options } of fields) {
    const setting = SETTINGS[name];
    it(`${attributeOf(name)}: what it proposes is accepted`, () => {
      if (kind === 'choice') {
        const values = present(options).map(({ value }) => value);
        for (const value of values.filter(Boolean)) {
          expect(setting.read(value, PAGE)).to.equal(value);
        }
        // What says all it takes says all there is to choose.
        if (setting.takes.includes(' | ')) {
          expect(values.filter(Boolean)).to.have.members(setting.takes.split(' | '));
        }
        const [first = ''] = values;
        if (first) expect(setting.fallback, 'the default').to.equal(first);
        else {
          // What holds without a choice is not one of the choices: the place decides.
          expect(setting.fallback).to.equal(undefined);
          expect(configured({ ...served, [attributeOf(name)]: '' }).problems).to.deep.equal([]);
        }
        return;
      }
      expect(options).to.equal(undefined);
      expect(setting.read(present(example), PAGE)).not.to.equal(undefined);
      if (kind === 'flag') return;
      for (const locale of TONGUES) {
        for (const word of present(example).split(' ')) expect(takes[locale]).to.include(word);
      }
    });
  }
});

describe('The workbench: where a text stands', () => {
  it('is said of each text, in both languages', () => {
    expect(Object.keys(WHERE)).to.have.members(KEYS);
    for (const key of KEYS) isSaid(WHERE[key], key);
  });

  it('has each text in one group', () => {
    const keys: readonly TextKey[] = TEXT_GROUPS.flatMap((group) => group.keys);
    expect(keys).to.have.length(KEYS.length);
    expect(keys).to.have.members(KEYS);
    for (const { title } of TEXT_GROUPS) isSaid(title, title.en);
  });

  it('says that it may be empty of those that may, and of no other', () => {
    for (const key of KEYS) {
      const { problems } = configured(served, { texts: { [key]: '' } });
      const said = /Må gerne være tom|Er det tomt/.test(WHERE[key].da);
      expect(said, key).to.equal(!problems.length);
    }
  });
});

/** It is said in the editor's words, in both languages, and to the end. */
function isPlain(problem: Problem): void {
  const [da, en] = [problemIn('da', problem), problemIn('en', problem)];
  const what = `${problem.setting}: ${problem.message}`;
  expect(da, what).not.to.equal(problem.message);
  expect(en, what).not.to.equal(problem.message);
  expect(da, what).not.to.equal(en);
  expect(da + en, what).not.to.match(/undefined|\[object/);
  for (const locale of TONGUES) expect(subjectIn(locale, problem), what).not.to.equal('');
}

const problemsOf = (attributes: Attributes, config?: unknown, json?: string) =>
  configured(attributes, config, json).problems;

describe('The workbench: problems in words for the editor', () => {
  const texts = (own: unknown) => problemsOf(served, { texts: own });
  const thrower = {
    get heading(): string {
      throw new Error('no');
    },
  };
  const kinds: readonly (readonly [string, readonly Problem[], da: RegExp, en: RegExp])[] = [
    [
      'config is no object',
      problemsOf(served, 7),
      /består? af indstillinger/,
      /consist of settings/,
    ],
    ['unknown setting', problemsOf(served, { oops: 1 }), /»oops«/, /“oops”/],
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
      isPlain(problem);
      expect(problemIn('da', problem)).to.match(da);
      expect(problemIn('en', problem)).to.match(en);
    });
  }

  for (const { name, takes, label } of FIELDS) {
    it(`${attributeOf(name)}: what to write, and what happens until then`, () => {
      const attribute = attributeOf(name);
      // An object is bad for each of them, a text is not.
      const [problem] = problemsOf(name === 'feesUrl' ? {} : served, { [name]: {} });
      const bad = present(problem);
      expect(bad.setting).to.equal(attribute);
      isPlain(bad);
      expect(problemIn('da', bad)).to.equal(
        `${takes.da} Indtil det er rettet, gælder feltet som tomt.`,
      );
      for (const locale of TONGUES) expect(subjectIn(locale, bad)).to.equal(label[locale]);
    });
  }

  it('names what it is about', () => {
    const about = (setting: string) =>
      subjectIn('da', { setting, value: undefined, message: 'takes text; the default is shown' });
    expect(about('texts.da.oir.go')).to.equal('Teksten »oir.go« på dansk');
    expect(about('texts.oir.go')).to.equal('Teksten »oir.go«');
    expect(about('texts')).to.equal('Teksterne');
    expect(about('config')).to.equal('Sidens egen opsætning');
    expect(about('JSON child')).to.equal('Den indsatte kode');
  });

  it('of whatever is written', () => {
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
        problemsOf(set, property, child).forEach(isPlain);
      }),
      { numRuns: 500 },
    );
  });

  it('is the message itself where it is not known, and never throws', () => {
    const problem = fc.record({
      setting: fc.oneof(fc.string(), fc.constantFrom('texts', 'texts.', 'fees-url', 'constructor')),
      value: fc.anything(),
      message: fc.oneof(fc.string(), fc.constant('takes wine; it is ignored')),
    });
    fc.assert(
      fc.property(problem, fc.constantFrom(...TONGUES), (one, locale) => {
        expect(problemIn(locale, one)).to.be.a('string');
        expect(subjectIn(locale, one)).to.be.a('string');
      }),
    );
    const news = { setting: 'fees-url', value: 1, message: 'is too long' };
    expect(problemIn('da', news)).to.equal('is too long');
  });
});
