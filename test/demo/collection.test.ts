import { expect } from '@open-wc/testing';
import { configured } from '../../demo/workbench/configured.js';
import {
  COLLECTION_KEYS,
  collectionOf,
  COLLECTIONS,
  oldCollectionOf,
  withCollection,
} from '../../demo/workbench/collection.js';
import { LANGUAGES, NO_ARRANGEMENT, type TypedTexts } from '../../demo/workbench/state.js';
import { arranged } from './state-fixtures.js';

const DATES = { feesUrl: '/fees', switchDate: '2027-03-01', dibsEndDate: '2027-03-01' };
const NONE = NO_ARRANGEMENT.texts;
const own = { ...NONE, da: { heading: 'Gæld', 'oir.noSite': 'Ring til os.' } } as TypedTexts;

describe('The workbench: how debts are collected where there is no payment site', () => {
  for (const collection of COLLECTIONS) {
    it(`${collection}: fills the sentences in both languages, and is recognised`, () => {
      const texts = withCollection(withCollection(own, 'new', collection), 'old', collection);
      expect([collectionOf({ texts }), oldCollectionOf({ texts })]).to.deep.equal([
        collection,
        collection,
      ]);
      expect(texts.da.heading).to.equal('Gæld');
      for (const language of LANGUAGES) {
        const filled = Object.keys(texts[language]).filter((key) => key !== 'heading');
        const expected = collection === 'municipality' ? [] : COLLECTION_KEYS.new;
        expect(filled).to.have.members([...expected, ...COLLECTION_KEYS.old]);
      }
    });

    it(`${collection}: the widget accepts the sentences, and none names a payment site`, () => {
      const texts = withCollection(withCollection(NONE, 'new', collection), 'old', collection);
      expect(configured(arranged({ settings: DATES, texts })).problems).to.deep.equal([]);
      expect(JSON.stringify(texts)).not.to.match(/Betalingsoverblik|\{name\}/);
      expect(Object.keys(texts.da)).to.deep.equal(Object.keys(texts.en));
    });
  }

  it('is the library’s own when a sentence is edited, in either language', () => {
    const texts = withCollection(NONE, 'new', 'form');
    for (const language of LANGUAGES) {
      const edited = { ...texts, [language]: { ...texts[language], 'oir.noSite': 'x' } };
      expect(collectionOf({ texts: edited })).to.equal('own');
    }
    expect(collectionOf({ texts: own })).to.equal('own');
  });

  it('can be taken back', () => {
    const texts = withCollection(withCollection(own, 'new', 'invoice'), 'old', 'invoice');
    const back = withCollection(withCollection(texts, 'new', 'municipality'), 'old', undefined);
    expect(back).to.deep.equal({ da: { heading: 'Gæld' }, en: {} });
    expect(oldCollectionOf({ texts: back })).to.equal('none');
  });
});
