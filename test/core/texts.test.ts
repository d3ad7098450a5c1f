import { expect } from '@open-wc/testing';
import { dictionaryOf, isTextKey, LOCALES } from '../../src/i18n/locales.js';
import { configured, present, type Attributes } from './given.js';

const served = { 'fees-url': '/fees' };
const dates = { ...served, 'switch-date': '2021-12-01', 'dibs-end-date': '2022-07-01' };

const read = (texts: unknown, attributes: Attributes = served) => {
  const { texts: own, problems } = configured(attributes, { texts });
  return { own, problems, settings: problems.map(({ setting }) => setting) };
};

describe('CONTRACT 5, Texts: a library replaces texts by their keys', () => {
  it('in one language', () => {
    const { own, problems } = read({ da: { 'oir.go': 'Betal i {name}' } });
    expect(problems).to.deep.equal([]);
    expect(own).to.deep.equal({ da: { 'oir.go': 'Betal i {name}' } });
  });

  it('in all languages', () => {
    const { own, problems } = read({ heading: 'Skyldig' });
    expect(problems).to.deep.equal([]);
    for (const locale of LOCALES) expect(own[locale]).to.deep.equal({ heading: 'Skyldig' });
  });

  it('in one language, which takes precedence over all languages in any order', () => {
    for (const texts of [
      { heading: 'Alle', en: { heading: 'English' } },
      { en: { heading: 'English' }, heading: 'Alle' },
    ]) {
      const { own } = read(texts);
      expect([own.da?.heading, own.en?.heading]).to.deep.equal(['Alle', 'English']);
    }
  });

  it('by config, text by text, with precedence over the JSON child', () => {
    const json = JSON.stringify({
      texts: { heading: 'J', total: 'J {amount}', da: { retry: 'J', help: 'J' } },
    });
    const { texts, problems } = configured(served, { texts: { heading: 'C', help: 'C' } }, json);
    expect(problems).to.deep.equal([]);
    expect(texts.da).to.deep.equal({ heading: 'C', total: 'J {amount}', retry: 'J', help: 'C' });
    expect(texts.en).to.deep.equal({ heading: 'C', total: 'J {amount}', help: 'C' });
  });

  it('by every key of the contract', () => {
    const all = Object.entries(dictionaryOf('da')).filter(([id]) => !id.includes('/'));
    const { problems, own } = read(Object.fromEntries(all), dates);
    expect(problems).to.deep.equal([]);
    expect(Object.keys(present(own.da))).to.have.members(all.map(([id]) => id));
  });

  for (const key of [
    ...['intro.before', 'intro.transition', 'intro.after'],
    ...['dibs.unavailable', 'dibs.ended', 'dibs.app', 'oir.noSite', 'oir.go', 'empty'],
  ]) {
    it(`${key} is a key`, () => {
      expect(isTextKey(key)).to.be.true;
    });
  }

  for (const key of [
    'oir.heading/noSite',
    'nonsense',
    '',
    'constructor',
    '__proto__',
    'toString',
  ]) {
    it(`"${key}" is not a key`, () => {
      expect(isTextKey(key)).to.be.false;
      const texts = JSON.parse(`{"da":{"${key}":"x"}}`);
      const { settings, own } = read(texts);
      expect(settings).to.deep.equal([`texts.da.${key}`]);
      expect(own.da ?? {}).to.deep.equal({});
    });
  }
});

describe('CONTRACT 5, Texts: an unknown key or placeholder is a configuration problem', () => {
  const bad: readonly [texts: unknown, setting: string, message: RegExp][] = [
    [{ heading: 5 }, 'texts.heading', /takes text/],
    [{ heading: null }, 'texts.heading', /takes text/],
    [{ heading: ['x'] }, 'texts.heading', /takes text/],
    [{ da: 'x' }, 'texts.da', /unknown text or language/],
    [{ de: { heading: 'x' } }, 'texts.de', /unknown text or language/],
    [{ headng: 'x' }, 'texts.headng', /unknown text or language; the nearest is heading$/],
    [{ heading: '' }, 'texts.heading', /empty/],
    [{ 'oir.noSite': '  ' }, 'texts.oir.noSite', /empty/],
    [{ en: { retry: '\n' } }, 'texts.en.retry', /empty/],
    [{ heading: 'Hej {navn}' }, 'texts.heading', /\{navn\}.*\{name\}/],
    [{ heading: 'I alt {amount}' }, 'texts.heading', /\{amount\}/],
    [{ 'dibs.pay': 'Betal {amount} {count}' }, 'texts.dibs.pay', /\{count\}.*\{amount\}/],
    [{ 'dibs.payAll': 'Betal alle' }, 'texts.dibs.payAll', /\{amount\}/],
    [{ 'oir.go': 'Gå {Name}' }, 'texts.oir.go', /\{Name\}/],
    [{ 'oir.go': 'Gå { name }' }, 'texts.oir.go', /\{ name \}/],
    [{ 'oir.go': 'Gå {}' }, 'texts.oir.go', /\{\}/],
    [{ heading: 'Fra {date}' }, 'texts.heading', /switch-date/],
    [{ 'dibs.unavailable': 'Før {endDate}' }, 'texts.dibs.unavailable', /dibs-end-date/],
  ];
  for (const [texts, setting, message] of bad) {
    it(`${JSON.stringify(texts)}: the default is shown`, () => {
      const { problems, own } = read(texts);
      expect(problems.map((problem) => problem.setting)).to.deep.equal([setting]);
      expect(problems[0]?.message).to.match(message);
      expect(own).to.deep.equal({});
    });
  }

  for (const texts of ['x', 5, true, [], ['x']]) {
    it(`texts: ${JSON.stringify(texts)}`, () => {
      expect(read(texts).settings).to.deep.equal(['texts']);
    });
  }

  it('does not affect other texts', () => {
    const { own, settings } = read({ heading: 'Skyldig', nonsense: 'x', retry: '' });
    expect(own.da).to.deep.equal({ heading: 'Skyldig' });
    expect(settings).to.have.members(['texts.nonsense', 'texts.retry']);
  });

  it('a date must be configured, except in a text that gets its own', () => {
    expect(read({ heading: '{date} {endDate}' }, dates).problems).to.deep.equal([]);
    expect(read({ 'debt.due': 'Inden {date}' }).problems).to.deep.equal([]);
    expect(read({ preview: '{date}' }).problems).to.deep.equal([]);
  });

  it('{name} and {hours} are known everywhere', () => {
    expect(read({ 'oir.noSite': '{name} {hours}', retry: '{name}' }).problems).to.deep.equal([]);
  });

  it('an optional text may be empty', () => {
    const { problems, own } = read({ 'intro.transition': '', 'about.heading': ' ' });
    expect(problems).to.deep.equal([]);
    expect(own.da).to.have.keys('intro.transition', 'about.heading');
  });
});
