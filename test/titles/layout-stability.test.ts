import { expect } from '@open-wc/testing';
import { fee } from '../../demo/fixtures.js';
import { resetFixture, deferred, parts, container, waitUntil } from '../element/fixture.js';
import { catalogueOf, faust, item } from './catalogue.js';
import { record, type FbiRecord } from './fbi-schema.js';
import { OTHER_ORIGIN, opened, positionsIn, titles } from './page.js';

const LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
const SENTENCE =
  'En meget lang titel, der fortsætter, som titler på rapporter gør, linje efter linje, ';

/** Titles: each belongs to its own debt, and the last ones to one debt. */
const RECORDS: Record<string, FbiRecord | null> = {
  'a title of one word': record('Det'),
  'a title that does not end': record(SENTENCE.repeat(8), {
    creators: [{ display: SENTENCE.repeat(8) }],
  }),
  'a title that cannot be broken': record(LONG.repeat(3)),
  'many creators': record('Antologi', {
    creators: Array.from({ length: 40 }, (_, at) => ({ display: `Forfatter Nummer ${at}` })),
  }),
  'a creator that cannot be broken': record('Det', { creators: [{ display: LONG.repeat(4) }] }),
  'nothing but a title': { titles: { full: ['Det'] } },
  'no title': record(''),
  'a cover': record('Lys', {
    cover: { xSmall: { url: `${OTHER_ORIGIN}/docs/pictures/cms.png` } },
  }),
  'letters of another script': record('ศาสตร์แห่งการอ่าน แผ่นดินของเรา ཀློག་པ ﷽', {
    creators: [{ display: 'ཀློག་པ ﷽' }],
  }),
  'lines of its own': record('Et\n\n\nTo\r\nTre\u2028Fire'),
  unknown: null,
};

/** Debts of both systems, so that there are rows with and without a check box. */
function libraryOfAll() {
  const numbers = Object.keys(RECORDS).map(faust);
  const due = { dueDate: '2022-05-08', creationDate: '2022-04-06' };
  const library = catalogueOf([
    ...numbers.map((number) => fee({ materials: [item(number)], ...due })),
    fee({ materials: [], ...due }),
    fee({ materials: [item()], ...due }),
    fee({ materials: numbers.slice(0, 4).map((number) => item(number)), ...due }),
    fee({ materials: [item(numbers[1], { materialItemNumber: null })], ...due }),
    fee({
      materials: [item(numbers[1], { periodical: { displayText: '2021:11' } })],
      payableByClient: false,
      ...due,
    }),
  ]);
  Object.values(RECORDS).forEach((each, index) => {
    if (each) library.records.set(numbers[index] as string, each);
  });
  return library;
}

describe('CONTRACT 8: titles cause no layout shift', () => {
  afterEach(() => {
    resetFixture();
    container.removeAttribute('style');
  });

  /** All nodes except the titles. */
  const STAYS = ':not([part=record], [part=title], [part=byline], img)';

  for (const width of [280, 390, 768, 1280])
    for (const lang of ['da', 'en'])
      for (const size of ['100%', '200%']) {
        it(`at ${width} px, ${lang}, letters of ${size}: no row, and nothing in a row`, async () => {
          Object.assign(container.style, { inlineSize: `${width}px`, fontSize: size });
          const library = libraryOfAll();
          const pending = deferred();
          const { answer } = library;
          library.answer = (request) => pending.promise.then(() => answer(request));
          const element = await opened(library, { lang });
          for (const details of parts(element, 'more').slice(0, 1))
            (details as HTMLDetailsElement).open = true;
          await waitUntil(() => library.requests.length);
          const base = element.shadowRoot?.querySelector('[part=base]') as HTMLElement;
          const rows = () => positionsIn(base, '[part=debt]');
          const all = () => positionsIn(base, STAYS).filter((position) => !/^i /.test(position));
          const before = [rows(), all(), String(element.getBoundingClientRect().bottom)];
          expect(titles(element)).to.have.length(0);
          pending.resolve();
          await waitUntil(() => titles(element).length);
          await element.updateComplete;
          expect(titles(element).length).to.be.above(Object.keys(RECORDS).length);
          expect([rows(), all(), String(element.getBoundingClientRect().bottom)]).to.deep.equal(
            before,
          );
        });

        it(`at ${width} px, ${lang}, letters of ${size}: no title overflows`, async () => {
          Object.assign(container.style, { inlineSize: `${width}px`, fontSize: size });
          const library = libraryOfAll();
          const element = await opened(library, { lang });
          await waitUntil(() => titles(element).length);
          await element.updateComplete;
          for (const material of parts(element, 'material')) {
            const box = material.getBoundingClientRect();
            for (const each of material.querySelectorAll('[part=title], [part=byline], img')) {
              if (each.closest('details:not([open])')) continue;
              const { left, right, bottom } = each.getBoundingClientRect();
              expect(right, each.outerHTML).to.be.at.most(box.right + 1);
              expect(left, each.outerHTML).to.be.at.least(box.left - 1);
              expect(bottom, each.outerHTML).to.be.at.most(box.bottom + 1);
            }
          }
          expect(element.shadowRoot?.querySelector('[part=base]')?.scrollWidth).to.be.at.most(
            width,
          );
        });
      }

  it('the focus, the selection and the scroll position stay', async () => {
    const library = libraryOfAll();
    const pending = deferred();
    const { answer } = library;
    library.answer = (request) => pending.promise.then(() => answer(request));
    const element = await opened(library);
    const boxes = parts(element, 'choice') as HTMLInputElement[];
    boxes.at(-1)?.click();
    boxes.at(-1)?.focus();
    await element.updateComplete;
    await waitUntil(() => library.requests.length);
    const before = [scrollY, boxes.map(({ checked }) => checked).join()];
    pending.resolve();
    await waitUntil(() => titles(element).length);
    expect([scrollY, boxes.map(({ checked }) => checked).join()]).to.deep.equal(before);
    expect(element.shadowRoot?.activeElement === boxes.at(-1)).to.be.true;
    expect(boxes.every(({ isConnected }) => isConnected)).to.be.true;
  });

  it('a title has two lines and its details one, with an ellipsis for the rest', async () => {
    container.style.inlineSize = '390px';
    const library = libraryOfAll();
    const element = await opened(library, {});
    await waitUntil(() => titles(element).length);
    const linesOf = (node: Element) =>
      node.getBoundingClientRect().height / parseFloat(getComputedStyle(node).lineHeight);
    const shown = parts(element, 'record').filter((room) => room.textContent?.trim());
    const [title, byline] = ['title', 'byline'].map((name) =>
      shown.map((room) => room.querySelector(`[part=${name}]`) as Element),
    ) as [Element[], Element[]];
    expect(Math.max(...title.map(linesOf))).to.be.within(1.9, 2.05);
    expect(Math.max(...byline.map(linesOf))).to.be.within(0.95, 1.05);
    const long = shown.find((room) => room.textContent?.includes(SENTENCE + SENTENCE));
    expect([...(long?.children ?? [])].map((line) => Math.round(linesOf(line)))).to.deep.equal([
      2, 1,
    ]);
    expect(title.every((line) => getComputedStyle(line).webkitLineClamp === '2')).to.be.true;
    expect(byline.every((line) => getComputedStyle(line).textOverflow === 'ellipsis')).to.be.true;
  });

  it('with a font of the page, long lines are cut off and do not overlap', async () => {
    Object.assign(container.style, {
      inlineSize: '390px',
      fontFamily: 'monospace',
      lineHeight: '3',
    });
    const element = await opened(libraryOfAll(), {});
    await waitUntil(() => titles(element).length);
    for (const material of parts(element, 'material')) {
      const [record, number] = ['record', 'number'].map((name) =>
        material.querySelector(`[part=${name}]`)?.getBoundingClientRect(),
      );
      if (record?.width && number?.width) expect(record.bottom).to.be.at.most(number.top + 1);
    }
  });
});
