import { expect } from '@open-wc/testing';
import { formatsOf } from '../../src/i18n/formats.js';
import {
  defaultsOf,
  isTextKey,
  localeFor,
  LOCALES,
  dictionaryOf,
  type TextKey,
} from '../../src/i18n/locales.js';
import type { MessageId } from '../../src/i18n/messages.js';
import { fillPlaceholders, placeholdersIn } from '../../src/i18n/translator.js';
import type { Ore } from '../../src/util/ore.js';
import { day } from './given.js';

const all = Object.keys(dictionaryOf('da')) as MessageId[];
/** The ids of texts. The others are properties of the language. */
const ids = all.filter((id) => !id.startsWith('/'));

describe('every language is a file in locales/', () => {
  for (const locale of LOCALES.filter((each) => each !== 'da')) {
    it(`${locale}: every text is translated, with the placeholders of the Danish text`, () => {
      for (const id of ids) {
        const [da, own] = [dictionaryOf('da')[id], dictionaryOf(locale)[id]];
        expect(own.trim(), id).to.be.ok;
        expect(own, id).not.to.equal(da);
        expect(placeholdersIn(own).sort(), id).to.deep.equal(placeholdersIn(da).sort());
      }
    });

    it(`${locale}: has a direction, and a region that browsers support`, () => {
      const { '/direction': direction, '/region': region } = dictionaryOf(locale);
      expect(direction).to.match(/^(ltr|rtl)$/);
      expect(Intl.NumberFormat.supportedLocalesOf(region)).to.have.lengthOf(1);
      const letters = ids.map((id) => dictionaryOf(locale)[id]).join('');
      const isRtl = /\p{Script=Arabic}|\p{Script=Hebrew}/u.test(letters);
      expect(direction).to.equal(isRtl ? 'rtl' : 'ltr');
    });

    it(`${locale}: amounts, numbers and dates have Western digits, as the payment site has`, () => {
      const { money, number, dayOf } = formatsOf(locale);
      expect(money(123450 as Ore)).to.match(/1[.,]234[.,]50/);
      expect(number(1234)).to.match(/1[.,]234/);
      expect(dayOf(day('2022-05-08'))).to.match(/8\D+2022/);
    });
  }
});

describe('CONTRACT 5, Texts: every text has a Danish and an English default', () => {
  it('each language has its own', () => {
    expect(dictionaryOf('da').retry).to.equal('Prøv igen');
    expect(dictionaryOf('en').retry).to.equal('Try again');
  });

  for (const id of ids) {
    it(`${id}`, () => {
      const [da, en] = [dictionaryOf('da')[id], dictionaryOf('en')[id]];
      expect(da.trim()).to.be.ok;
      expect(en.trim()).to.be.ok;
      expect(en, 'translated').not.to.equal(da);
      expect(placeholdersIn(en).sort()).to.deep.equal(placeholdersIn(da).sort());
    });
  }

  it('every id without a slash is a text key, and every other is a variant of one', () => {
    for (const id of ids) {
      expect(isTextKey(id), id).to.equal(!id.includes('/'));
      expect(isTextKey(id.split('/')[0] ?? ''), id).to.be.true;
    }
  });

  it('every plural has the form for other', () => {
    for (const id of ids.filter((each) => each.endsWith('.one'))) {
      expect(ids, id).to.include(id.replace(/\.one$/, '.other'));
    }
  });

  it('only the placeholders of the contract are used', () => {
    const known = ['name', 'date', 'endDate', 'amount', 'count', 'hours', 'order', 'time'];
    for (const id of ids) {
      for (const name of placeholdersIn(dictionaryOf('da')[id])) expect(known, id).to.include(name);
    }
  });

  it('no default names a certain payment site, and no default without a site has {name}', () => {
    for (const locale of LOCALES) {
      for (const id of ids) {
        expect(dictionaryOf(locale)[id]).not.to.match(/betalingsoverblik/i);
        if (id.endsWith('/noSite')) expect(dictionaryOf(locale)[id]).not.to.include('{name}');
      }
    }
  });

  it('a default with the name of the payment site has a variant for a library without one', () => {
    const named = ids.filter((id) => dictionaryOf('da')[id].includes('{name}'));
    // `oir.go` is shown only with a payment site.
    for (const id of named.filter((each) => each !== 'oir.go')) {
      expect(ids, id).to.include(`${id}/noSite`);
    }
  });

  it('all defaults of a text are its own and its variants', () => {
    expect(defaultsOf('oir.heading')).to.deep.equal(['Betales på {name}', 'Opkræves af kommunen']);
    expect(defaultsOf('retry')).to.deep.equal(['Prøv igen']);
    expect(defaultsOf('failed' as TextKey), 'not those of failed.dibs').to.have.length(1);
  });
});

describe('CONTRACT 5, Texts: placeholders', () => {
  it('are the names between braces', () => {
    expect(placeholdersIn('Fra {date} på {name}, {date}')).to.deep.equal(['date', 'name', 'date']);
    expect(placeholdersIn('ingen } her {')).to.deep.equal([]);
  });

  it('are filled in one pass: placeholders in a value stay', () => {
    expect(fillPlaceholders('{a}{b}{a}', { a: '{b}', b: '$&$1' })).to.equal('{b}$&$1{b}');
    expect(fillPlaceholders('{a} {c}', { a: '' })).to.equal(' {c}');
  });
});

describe('CONTRACT 2: lang', () => {
  const tags: Record<string, string> = {
    ...{ da: 'da', 'da-DK': 'da', DA: 'da', en: 'en', 'en-GB': 'en', 'EN-us': 'en', en_US: 'en' },
    ...{
      '': 'da',
      de: 'da',
      'nb-NO': 'da',
      kl: 'da',
      english: 'da',
      'x-en': 'da',
      constructor: 'da',
    },
  };
  for (const [tag, locale] of Object.entries(tags)) {
    it(`"${tag}" is ${locale}`, () => {
      expect(localeFor(tag)).to.equal(locale);
    });
  }
});

describe('CONTRACT 4: amounts and dates are formatted for the language', () => {
  const [da, en] = [formatsOf('da'), formatsOf('en')];

  it('amounts have no line break', () => {
    const rows: readonly [ore: number, da: string, en: string][] = [
      [123_450, '1.234,50\u00a0kr.', 'DKK\u00a01,234.50'],
      [0, '0,00\u00a0kr.', 'DKK\u00a00.00'],
      [5, '0,05\u00a0kr.', 'DKK\u00a00.05'],
      [1205, '12,05\u00a0kr.', 'DKK\u00a012.05'],
      [256, '2,56\u00a0kr.', 'DKK\u00a02.56'],
      [1e10, '100.000.000,00\u00a0kr.', 'DKK\u00a0100,000,000.00'],
    ];
    for (const [ore, danish, english] of rows) {
      expect(da.money(ore as Ore)).to.equal(danish);
      expect(en.money(ore as Ore)).to.equal(english);
    }
  });

  it('any number of different amounts is formatted right', () => {
    for (const time of [1, 2]) {
      for (let kroner = 1; kroner < 6000; kroner += 1) {
        const [, digits] = /^DKK\u00a0(.*)\.00$/.exec(en.money((kroner * 100) as Ore)) ?? [];
        expect(digits?.replace(',', ''), `time ${time}`).to.equal(String(kroner));
      }
    }
  });

  it('dates have a year, unless it is the current one', () => {
    const may = day('2022-05-08');
    expect(da.dayOf(may, day('2022-12-31'))).to.equal('8. maj');
    expect(da.dayOf(may, day('2023-01-01'))).to.equal('8. maj 2022');
    expect(da.dayOf(may, day('2021-12-31'))).to.equal('8. maj 2022');
    expect(en.dayOf(may, day('2022-12-31'))).to.equal('8 May');
    expect(en.dayOf(may, day('2023-01-01'))).to.equal('8 May 2022');
  });

  it('dates are the same in every time zone', () => {
    const newYear = day('2022-01-01');
    expect(da.dayOf(newYear, day('2021-01-01'))).to.equal('1. januar 2022');
    expect(da.dayOf(day('2021-12-31'), day('2021-01-01'))).to.equal('31. december');
  });

  it('times are those of Copenhagen', () => {
    expect(da.time(Date.parse('2022-05-08T22:05:00Z'))).to.match(/^9\. maj\D+00.05$/);
    expect(en.time(Date.parse('2022-01-08T13:05:00Z'))).to.match(/^8 January\D+14:05$/);
  });

  it('plurals', () => {
    const forms = [0, 1, 2, 1000].map((count) => [da.plural(count), en.plural(count)].join());
    expect(forms).to.deep.equal(['other,other', 'one,one', 'other,other', 'other,other']);
  });
});
