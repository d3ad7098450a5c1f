import { expect } from '@open-wc/testing';
import { createTranslator } from '../../src/i18n/translator.js';
import {
  dictionaryOf,
  isTextKey,
  LOCALES,
  type Locale,
  type TextKey,
} from '../../src/i18n/locales.js';
import { placeholdersIn } from '../../src/i18n/translator.js';
import type { Ore } from '../../src/util/ore.js';
import { configured, day, type Attributes } from './given.js';

const TODAY = day('2022-06-15');

const translator = (attributes: Attributes = {}, texts?: unknown, locale: Locale = 'da') =>
  createTranslator(locale, configured({ 'fees-url': '/fees', ...attributes }, { texts }), TODAY);

describe('CONTRACT 5, Texts: the text of a key', () => {
  it('is in the language of its translator', () => {
    const [da, en] = [translator(), translator({}, undefined, 'en')];
    expect([da.text('retry'), en.text('retry'), da.text('retry')]).to.deep.equal([
      ...['Prøv igen', 'Try again', 'Prøv igen'],
    ]);
    expect([da.locale, en.locale]).to.deep.equal(['da', 'en']);
  });

  it('has the payment site’s name, or a text in its place', () => {
    const named = { 'oir-payment-name': 'Mit Betalingsoverblik' };
    expect(translator(named).text('oir.go')).to.equal('Gå til Mit Betalingsoverblik');
    expect(translator().text('oir.go')).to.equal('Gå til kommunens betalingsside');
    expect(translator({}, { 'oir.site': 'Borgerbetaling' }).text('oir.go')).to.equal(
      'Gå til Borgerbetaling',
    );
    expect(
      translator(named, { 'oir.site': 'x' }).text('oir.go'),
      'the name takes precedence',
    ).to.equal('Gå til Mit Betalingsoverblik');
  });

  it('has the name unchanged, whatever characters it contains', () => {
    const named = { 'oir-payment-name': '<b>$& {hours}</b>' };
    expect(translator(named).text('oir.go')).to.equal('Gå til <b>$& {hours}</b>');
  });

  it('has the dates of the configuration, or those that are passed', () => {
    const dates = { 'switch-date': '2021-12-01', 'dibs-end-date': '2022-07-01' };
    const texts = { heading: '{date} {endDate}' };
    expect(translator(dates, texts).text('heading')).to.equal('1. december 2021 1. juli');
    expect(translator(dates).text('debt.due', { date: '8. maj' })).to.equal(
      'Betales senest 8. maj',
    );
    expect(translator(dates, undefined, 'en').text('dibs.deadline')).to.equal(
      'Can only be paid here before 1 July.',
    );
  });

  it('has the hours in the format of the language', () => {
    expect(translator().text('oir.registration')).to.include('op til 72 timer');
    expect(translator({ 'registration-hours': '1.5' }).text('oir.registration')).to.include(
      '1,5 timer',
    );
    const english = translator({ 'registration-hours': '1.5' }, undefined, 'en');
    expect(english.text('oir.registration')).to.include('1.5');
  });

  it('has the plural form of the language, from the library’s texts if there are any', () => {
    expect([0, 1, 2, 1234].map((count) => translator().countedText('count', count))).to.deep.equal([
      ...['0 mellemværender', '1 mellemværende', '2 mellemværender', '1.234 mellemværender'],
    ]);
    const en = translator({}, undefined, 'en');
    expect([0, 1, 1234].map((count) => en.countedText('count', count))).to.deep.equal([
      ...['0 debts', '1 debt', '1,234 debts'],
    ]);
    const own = translator({}, { 'count.one': 'kun {count}' });
    expect([own.countedText('count', 1), own.countedText('count', 2)]).to.deep.equal([
      ...['kun 1', '2 mellemværender'],
    ]);
  });

  it('has a date without its year if that is the current one', () => {
    expect(translator().shortDay(day('2022-05-08'))).to.equal('8. maj');
    expect(translator().shortDay(day('2021-05-08'))).to.equal('8. maj 2021');
  });

  it('is that of the variant, unless the library has replaced it', () => {
    expect(translator().text('oir.heading', {}, 'noSite')).to.equal('Opkræves af kommunen');
    expect(translator().text('oir.heading', {}, false)).to.include('Betales på');
    const own = translator({}, { 'oir.heading': 'Hos kommunen' });
    for (const variant of ['noSite', false] as const) {
      expect(own.text('oir.heading', {}, variant)).to.equal('Hos kommunen');
    }
  });

  it('can be one that the library has replaced', () => {
    const own = translator({}, { da: { 'intro.transition': '' } });
    expect(own.hasOwnText('intro.transition')).to.be.true;
    expect(own.text('intro.transition')).to.equal('');
    expect(own.hasOwnText('heading')).to.be.false;
    expect(translator({}, { da: { heading: 'x' } }, 'en').hasOwnText('heading')).to.be.false;
  });
});

describe('a right-to-left language', () => {
  const isolated = (text: string): string => `\u2068${text}\u2069`;

  it('has its direction', () => {
    expect(translator({}, undefined, 'ar').direction).to.equal('rtl');
    expect([translator().direction, translator({}, undefined, 'en').direction]).to.deep.equal([
      'ltr',
      'ltr',
    ]);
  });

  it('isolates each value in a text', () => {
    const arabic = translator({ 'oir-payment-name': 'Mit Betalingsoverblik' }, undefined, 'ar');
    expect(arabic.text('oir.go')).to.include(isolated('Mit Betalingsoverblik'));
    const owed = { amount: arabic.money(23000 as Ore) };
    expect(arabic.text('dibs.pay', owed)).to.include(isolated(owed.amount));
    expect(arabic.countedText('count', 3)).to.include(isolated('3'));
  });

  it('an amount ends with a right-to-left mark', () => {
    expect(translator({}, undefined, 'ar').money(23000 as Ore)).to.match(/DKK\u200f$/);
    expect(translator().money(23000 as Ore)).to.equal('230,00\u00a0kr.');
  });

  it('neither a name nor a library’s text changes the direction of what follows', () => {
    const name = 'Mit \u202eBetalingsoverblik\u2066';
    const texts = { 'oir.go': '\u202b{name}' };
    const text = translator({ 'oir-payment-name': name }, texts, 'ar').text('oir.go');
    expect(text).to.equal(isolated('Mit Betalingsoverblik'));
  });

  it('a left-to-right text has no marks', () => {
    const danish = translator({ 'oir-payment-name': 'Mit Betalingsoverblik' });
    expect(danish.text('oir.go')).to.equal('Gå til Mit Betalingsoverblik');
  });
});

describe('CONTRACT 5, Texts: no text shows a placeholder', () => {
  const dates = { 'switch-date': '2021-12-01', 'dibs-end-date': '2022-07-01' };
  const keys = Object.keys(dictionaryOf('da')).filter(isTextKey);
  const values = {
    ...{ amount: '1 kr.', count: '1', date: '1. maj', endDate: '2. maj' },
    ...{ order: 'L-1', time: '12.00' },
  };

  it('in any default', () => {
    for (const locale of LOCALES) {
      for (const key of keys) {
        const text = translator(dates, undefined, locale).text(key as TextKey, values);
        expect(placeholdersIn(text), key).to.deep.equal([]);
      }
    }
  });

  it('in any text that was accepted without a problem', () => {
    for (const key of keys) {
      const texts = { [key]: '{name} {date} {endDate} {hours}' };
      const configuration = configured({ 'fees-url': '/fees', ...dates }, { texts });
      if (configuration.problems.length) continue;
      const own = createTranslator('da', configuration, TODAY);
      for (const text of [own.text(key as TextKey), own.text('oir.go')]) {
        expect(placeholdersIn(text), key).to.deep.equal([]);
      }
    }
  });
});
