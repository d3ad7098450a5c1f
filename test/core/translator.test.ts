import { expect } from '@open-wc/testing';
import { createTranslator } from '../../src/i18n/translator.js';
import {
  isTextKey,
  LOCALES,
  readLanguages,
  type Locale,
  type TextKey,
} from '../../src/i18n/locales.js';
import { messages } from '../../src/i18n/messages.js';
import { placeholdersIn } from '../../src/i18n/placeholders.js';
import type { Ore } from '../../src/util/ore.js';
import { configured, day, type Attributes } from './given.js';

const TODAY = day('2022-06-15');

const voice = (attributes: Attributes = {}, texts?: unknown, locale: Locale = 'da') =>
  createTranslator(locale, configured({ 'fees-url': '/fees', ...attributes }, { texts }), TODAY);

before(readLanguages);

describe('CONTRACT 5, Texts: what the widget says', () => {
  it('in both languages at once', () => {
    const [da, en] = [voice(), voice({}, undefined, 'en')];
    expect([da.text('retry'), en.text('retry'), da.text('retry')]).to.deep.equal([
      ...['Prøv igen', 'Try again', 'Prøv igen'],
    ]);
    expect([da.locale, en.locale]).to.deep.equal(['da', 'en']);
  });

  it('with the payment site’s name, or words for it', () => {
    const named = { 'oir-payment-name': 'Mit Betalingsoverblik' };
    expect(voice(named).text('oir.go')).to.equal('Gå til Mit Betalingsoverblik');
    expect(voice().text('oir.go')).to.equal('Gå til kommunens betalingsside');
    expect(voice({}, { 'oir.site': 'Borgerbetaling' }).text('oir.go')).to.equal(
      'Gå til Borgerbetaling',
    );
    expect(voice(named, { 'oir.site': 'x' }).text('oir.go'), 'the name stands over it').to.equal(
      'Gå til Mit Betalingsoverblik',
    );
  });

  it('with a name as it is, whatever stands in it', () => {
    const named = { 'oir-payment-name': '<b>$& {hours}</b>' };
    expect(voice(named).text('oir.go')).to.equal('Gå til <b>$& {hours}</b>');
  });

  it('with the days of the configuration, and of the debt where it has its own', () => {
    const dates = { 'switch-date': '2021-12-01', 'dibs-end-date': '2022-07-01' };
    const texts = { heading: '{date} {endDate}' };
    expect(voice(dates, texts).text('heading')).to.equal('1. december 2021 1. juli');
    expect(voice(dates).text('debt.due', { date: '8. maj' })).to.equal('Betales senest 8. maj');
    expect(voice(dates, undefined, 'en').text('dibs.deadline')).to.equal(
      'Can only be paid here before 1 July.',
    );
  });

  it('with the hours as the language writes them', () => {
    expect(voice().text('oir.registration')).to.include('op til 72 timer');
    expect(voice({ 'registration-hours': '1.5' }).text('oir.registration')).to.include('1,5 timer');
    const english = voice({ 'registration-hours': '1.5' }, undefined, 'en');
    expect(english.text('oir.registration')).to.include('1.5');
  });

  it('with the plural of the language and the library’s own words', () => {
    expect([0, 1, 2, 1234].map((count) => voice().countedText('count', count))).to.deep.equal([
      ...['0 mellemværender', '1 mellemværende', '2 mellemværender', '1.234 mellemværender'],
    ]);
    const en = voice({}, undefined, 'en');
    expect([0, 1, 1234].map((count) => en.countedText('count', count))).to.deep.equal([
      ...['0 debts', '1 debt', '1,234 debts'],
    ]);
    const own = voice({}, { 'count.one': 'kun {count}' });
    expect([own.countedText('count', 1), own.countedText('count', 2)]).to.deep.equal([
      ...['kun 1', '2 mellemværender'],
    ]);
  });

  it('with a day in short where it is in this year', () => {
    expect(voice().shortDay(day('2022-05-08'))).to.equal('8. maj');
    expect(voice().shortDay(day('2021-05-08'))).to.equal('8. maj 2021');
  });

  it('by the variant that fits, over which the library’s own words stand', () => {
    expect(voice().text('oir.heading', {}, 'noSite')).to.equal('Opkræves af kommunen');
    expect(voice().text('oir.heading', {}, false)).to.include('Betales på');
    const own = voice({}, { 'oir.heading': 'Hos kommunen' });
    for (const variant of ['noSite', false] as const) {
      expect(own.text('oir.heading', {}, variant)).to.equal('Hos kommunen');
    }
  });

  it('knows where the library has words of its own', () => {
    const own = voice({}, { da: { 'intro.transition': '' } });
    expect(own.hasOwnText('intro.transition')).to.be.true;
    expect(own.text('intro.transition')).to.equal('');
    expect(own.hasOwnText('heading')).to.be.false;
    expect(voice({}, { da: { heading: 'x' } }, 'en').hasOwnText('heading')).to.be.false;
  });
});

describe('a language that is written from right to left', () => {
  const isolated = (words: string): string => `\u2068${words}\u2069`;

  it('says so', () => {
    expect(voice({}, undefined, 'ar').direction).to.equal('rtl');
    expect([voice().direction, voice({}, undefined, 'en').direction]).to.deep.equal(['ltr', 'ltr']);
  });

  it('keeps what is put into a sentence to itself', () => {
    const arabic = voice({ 'oir-payment-name': 'Mit Betalingsoverblik' }, undefined, 'ar');
    expect(arabic.text('oir.go')).to.include(isolated('Mit Betalingsoverblik'));
    const owed = { amount: arabic.money(23000 as Ore) };
    expect(arabic.text('dibs.pay', owed)).to.include(isolated(owed.amount));
    expect(arabic.countedText('count', 3)).to.include(isolated('3'));
  });

  it('an amount ends in its own direction: what comes after it in a line does not join "DKK"', () => {
    expect(voice({}, undefined, 'ar').money(23000 as Ore)).to.match(/DKK\u200f$/);
    expect(voice().money(23000 as Ore)).to.equal('230,00\u00a0kr.');
  });

  it('and neither a name nor a library’s words turn what comes after them', () => {
    const turned = 'Mit \u202eBetalingsoverblik\u2066';
    const texts = { 'oir.go': '\u202b{name}' };
    const said = voice({ 'oir-payment-name': turned }, texts, 'ar').text('oir.go');
    expect(said).to.equal(isolated('Mit Betalingsoverblik'));
  });

  it('a sentence from left to right has no marks in it', () => {
    const danish = voice({ 'oir-payment-name': 'Mit Betalingsoverblik' });
    expect(danish.text('oir.go')).to.equal('Gå til Mit Betalingsoverblik');
  });
});

describe('CONTRACT 5, Texts: nobody reads a placeholder', () => {
  const dates = { 'switch-date': '2021-12-01', 'dibs-end-date': '2022-07-01' };
  const keys = Object.keys(messages()).filter(isTextKey);
  const own = {
    ...{ amount: '1 kr.', count: '1', date: '1. maj', endDate: '2. maj' },
    ...{ order: 'L-1', time: '12.00' },
  };

  it('in any default', () => {
    for (const locale of LOCALES) {
      for (const key of keys) {
        const said = voice(dates, undefined, locale).text(key as TextKey, own);
        expect(placeholdersIn(said), key).to.deep.equal([]);
      }
    }
  });

  it('in any text that was taken without a complaint', () => {
    for (const key of keys) {
      const texts = { [key]: '{name} {date} {endDate} {hours}' };
      const configuration = configured({ 'fees-url': '/fees', ...dates }, { texts });
      if (configuration.problems.length) continue;
      const speaking = createTranslator('da', configuration, TODAY);
      for (const said of [speaking.text(key as TextKey), speaking.text('oir.go')]) {
        expect(placeholdersIn(said), key).to.deep.equal([]);
      }
    }
  });
});
