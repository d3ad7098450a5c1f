import { expect } from '@open-wc/testing';
import { resetFixture, part, partTexts, waitUntil, textOf } from '../element/fixture.js';
import { catalogueOf, faust, owing } from './catalogue.js';
import { record, type FbiRecord } from './fbi-schema.js';
import { OTHER_ORIGIN, openedWithTitles } from './page.js';

/** An element with one debt for this record. */
async function showing(shown: FbiRecord, attributes: Record<string, string> = {}) {
  const number = faust();
  const library = catalogueOf([owing(number)]);
  library.records.set(number, shown);
  const element = await openedWithTitles(1, library, attributes);
  return { element, number };
}

const imageOf = (element: Element) => element.shadowRoot?.querySelector('img');

/** Its position in the row, since the page may be scrolled. */
function placeOf(image: Element): number[] {
  const row = image.closest('[part=debt]')?.getBoundingClientRect();
  const { x, y, width, height } = image.getBoundingClientRect();
  return [x - (row?.x ?? 0), y - (row?.y ?? 0), width, height].map(Math.round);
}

const withCover = (url: string | null, thumbnail: string | null = null) =>
  record('Det', { cover: { thumbnail, xSmall: { url, width: 60, height: 90 } } });

describe('CONTRACT 8: a title on screen', () => {
  afterEach(resetFixture);

  it('has creator, year and type beside it, and the material number', async () => {
    const { element, number } = await showing(record('Azorno'));
    expect(partTexts(element, 'title')).to.deep.equal(['Azorno']);
    expect(partTexts(element, 'byline')).to.deep.equal(['Inger Christensen · 1981 · bog']);
    expect(textOf(part(element, 'number'))).to.include(`Materialenummer 5${number}`);
  });

  it('has several creators separated by commas', async () => {
    const creators = ['Inger Christensen', 'Per Kirkeby', 'Jens Ferdinand Willumsen'];
    const { element } = await showing(
      record('Det', { creators: creators.map((display) => ({ display })) }),
    );
    expect(partTexts(element, 'byline')).to.deep.equal([`${creators.join(', ')} · 1981 · bog`]);
  });

  const POOR: Record<string, [FbiRecord, string]> = {
    'no creator': [{ creators: [] }, '1981 · bog'],
    'a creator without a name': [{ creators: [{ display: ' ' }] }, '1981 · bog'],
    'no year': [{ edition: { publicationYear: null } }, 'Inger Christensen · bog'],
    'no edition': [{ edition: null }, 'Inger Christensen · bog'],
    'no type': [{ materialTypes: [] }, 'Inger Christensen · 1981'],
    'nothing but a title': [{ creators: [], edition: null, materialTypes: [] }, ''],
  };
  for (const [what, [over, byline]] of Object.entries(POOR)) {
    it(`with ${what} it shows only what is known`, async () => {
      const { element } = await showing(record('Det', over));
      expect(partTexts(element, 'title')).to.deep.equal(['Det']);
      expect(partTexts(element, 'byline')).to.deep.equal([byline]);
    });
  }

  it('is the first of several, with unchanged characters', async () => {
    const { element } = await showing(
      record('', { titles: { full: ['  Ægteskab & “fred” – æøå 中文 عربي 👩‍👩‍👧 ', 'Fred'] } }),
    );
    expect(part(element, 'title')?.textContent).to.equal('Ægteskab & “fred” – æøå 中文 عربي 👩‍👩‍👧');
  });

  it('is not shown when it is blank', async () => {
    const [blank, good] = [faust(), faust()];
    const library = catalogueOf([owing(blank, good)]);
    library.records.set(blank, record('   ')).set(good, record('Det'));
    const element = await openedWithTitles(1, library);
    expect(partTexts(element, 'byline').filter(Boolean)).to.deep.equal([
      'Inger Christensen · 1981 · bog',
    ]);
  });

  it('is not announced: it is in no status or alert', async () => {
    const { element } = await showing(record('Det'));
    const loud = '[role=status], [role=alert], [aria-live]';
    expect(part(element, 'title')?.closest(loud) === null).to.be.true;
    for (const region of element.shadowRoot?.querySelectorAll(loud) ?? [])
      expect(textOf(region)).not.to.include('Det');
  });

  for (const markup of [
    '<img src=x onerror=alert(1)>',
    '<b>Det</b>',
    '&lt;i&gt; &amp;',
    '${1}<!--',
  ]) {
    it(`markup is text: ${markup}`, async () => {
      const { element } = await showing(
        record(markup, {
          creators: [{ display: markup }],
          edition: { publicationYear: { display: markup } },
          materialTypes: [{ materialTypeSpecific: { display: markup } }],
        }),
      );
      expect(part(element, 'title')?.textContent).to.equal(markup);
      expect(textOf(part(element, 'byline'))).to.equal(`${markup} · ${markup} · ${markup}`);
      expect(part(element, 'materials')?.querySelector('img, b, i, script') === null).to.be.true;
    });
  }
});

describe('CONTRACT 8: a small cover', () => {
  afterEach(resetFixture);

  it('is decorative, loaded lazily, and sends no referrer', async () => {
    const { element } = await showing(withCover('https://covers.example/1.jpg'));
    const image = imageOf(element);
    expect(image?.getAttribute('src')).to.equal('https://covers.example/1.jpg');
    expect(image?.getAttribute('alt')).to.equal('');
    expect(image?.loading).to.equal('lazy');
    expect(image?.referrerPolicy).to.equal('no-referrer');
    expect(image?.getAttribute('onload')).to.equal(null);
  });

  const GOOD = [
    'https://covers.example/1.jpg?x=1&y=2',
    'HTTPS://covers.example/1.jpg',
    'http://localhost:9/1.jpg',
    'http://127.0.0.1:9/1.jpg',
  ];
  for (const url of GOOD) {
    it(`can be loaded from ${url}`, async () => {
      const { element } = await showing(withCover(url));
      expect(imageOf(element)?.getAttribute('src')).to.equal(url);
    });
  }

  const BAD = [
    'javascript:alert(1)',
    'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>',
    'blob:https://covers.example/1',
    'http://covers.example/1.jpg',
    '//covers.example/1.jpg',
    '\\\\covers.example\\1.jpg',
    '/covers/1.jpg',
    'covers/1.jpg',
    '?cover=1',
    '#cover',
    'https:covers/1.jpg',
    'https:/covers/1.jpg',
    'https://',
    `${location.origin}/covers/1.jpg`,
    'https://patron:word@covers.example/1.jpg',
    'ftp://covers.example/1.jpg',
    'file:///etc/hostname',
    '',
  ];
  for (const url of BAD) {
    it(`is never loaded from ${url || 'nowhere'}`, async () => {
      const { element } = await showing(withCover(url));
      expect(imageOf(element)?.getAttribute('src')).to.equal(undefined);
      expect(partTexts(element, 'title')).to.deep.equal(['Det']);
    });
  }

  it('keeps its space when it fails, without the text of a broken image', async () => {
    const { element } = await showing(withCover(`${OTHER_ORIGIN}/no-such-cover.jpg`));
    const image = imageOf(element) as HTMLImageElement;
    expect(image instanceof HTMLImageElement).to.be.true;
    const before = placeOf(image);
    image.scrollIntoView();
    await waitUntil(() => image.complete);
    expect(image.naturalWidth).to.equal(0);
    expect(placeOf(image)).to.deep.equal(before);
    expect(image.title + image.ariaLabel).to.not.include('Det');
  });

  it('of any size takes the space of a failed one, beside the title', async () => {
    const missing = await showing(withCover(`${OTHER_ORIGIN}/no-such-cover.jpg`));
    const room = placeOf(imageOf(missing.element) as Element);
    const { element } = await showing(withCover(`${OTHER_ORIGIN}/docs/pictures/cms.png`));
    const image = imageOf(element) as HTMLImageElement;
    image.scrollIntoView();
    await waitUntil(() => image.complete && image.naturalWidth > 100);
    expect(placeOf(image)).to.deep.equal(room);
    expect(getComputedStyle(image).objectFit).to.equal('cover');
    const { right, bottom } = image.getBoundingClientRect();
    expect(right).to.be.at.most(part(element, 'title')?.getBoundingClientRect().left ?? 0);
    expect(bottom).to.be.at.most(part(element, 'number')?.getBoundingClientRect().top ?? 0);
  });
});
