import { expect } from '@open-wc/testing';
import type { MaterialResolver } from '../../src/titles/title.js';
import {
  resetFixture,
  countParts,
  partTexts,
  waitUntil,
  recordWarnings,
} from '../element/fixture.js';
import { libraryOf } from './catalogue.js';
import { afterTitleRequests, opened, layoutSnapshot, openedWithTitles, titles } from './page.js';

const WITHOUT = { 'fbi-url': undefined };

const BROKEN: Record<string, unknown> = {
  rejects: () => Promise.reject(new Error('no')),
  'rejects with nothing': () => Promise.reject(),
  throws: () => {
    throw new Error('no');
  },
  'answers nothing': () => undefined,
  'answers null': async () => null,
  'answers text': async () => 'Det',
  'answers an object': async ([id = '']: string[]) => ({ [id]: { title: 'Det' } }),
  'answers a list': async () => [{ title: 'Det' }],
  'answers a map that throws': async () => ({
    get: () => {
      throw new Error('no');
    },
  }),
  'is no function': 42,
  'is an object': {},
  'is an address': 'https://titles.example/',
};

const NO_TITLES: Record<string, unknown> = {
  null: null,
  text: 'Det',
  'a number': 1,
  'a list': ['Det'],
  'no title': { creators: ['Inger Christensen'], year: '1969' },
  'an empty title': { title: ' ' },
  'a title that is an object': { title: { full: 'Det' } },
  'a title that is a list': { title: ['Det'] },
  'a title that is true': { title: true },
};

describe('CONTRACT 8: a resolver that fails changes nothing else', () => {
  afterEach(resetFixture);

  for (const [what, materialResolver] of Object.entries(BROKEN)) {
    it(`one that ${what}: the page is unchanged, and the console warns`, async () => {
      const lines = recordWarnings();
      const library = libraryOf(2);
      const element = await opened(library, WITHOUT, {
        materialResolver: materialResolver as MaterialResolver,
      });
      await element.updateComplete;
      const before = layoutSnapshot(element);
      await waitUntil(() => lines.length);
      await afterTitleRequests();
      expect(layoutSnapshot(element)).to.deep.equal(before);
      expect(lines).to.have.length(1);
      expect(lines[0]).to.include('materialResolver');
      expect([library.requests.length, library.reads]).to.deep.equal([0, 1]);
    });
  }

  for (const [what, no] of Object.entries(NO_TITLES)) {
    it(`${what} is ignored; the others are shown`, async () => {
      const library = libraryOf(2);
      const [odd] = library.numbers;
      const element = await openedWithTitles(1, library, WITHOUT, {
        materialResolver: async (ids) =>
          new Map(ids.map((id) => [id, (id === odd ? no : { title: 'Det' }) as { title: string }])),
      });
      expect(titles(element)).to.deep.equal(['Det']);
      expect(partTexts(element, 'byline').join('')).to.equal('');
    });
  }

  it('an invalid field of a title is left out, and the rest is shown', async () => {
    const library = libraryOf(1);
    const odd = {
      title: 'Det',
      creators: [null, {}, ' ', 'Inger'],
      year: 1969,
      type: {},
      coverUrl: 7,
    };
    const element = await openedWithTitles(1, library, WITHOUT, {
      materialResolver: async ([id = '']) => new Map([[id, odd as never]]),
    });
    expect(partTexts(element, 'byline')).to.deep.equal(['Inger · 1969']);
    expect(element.shadowRoot?.querySelectorAll('img').length).to.equal(0);
  });

  it('one that never answers does not affect anything else', async () => {
    const library = libraryOf(3);
    const element = await opened(library, WITHOUT, {
      materialResolver: () => new Promise(() => undefined),
    });
    await afterTitleRequests();
    library.fees = library.fees.slice(1);
    await element.refresh();
    expect(countParts(element, 'debt')).to.equal(2);
  });
});
