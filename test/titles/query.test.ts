import { expect } from '@open-wc/testing';
import { parse, validate, visit } from 'graphql';
import { fbiResolver, QUERY } from '../../src/titles/fbi.js';
import { fetcherOf, json } from '../element/fixture.js';
import { answerOf, FBI_SCHEMA, record, type FbiRecord } from './fbi-schema.js';

describe('CONTRACT 8: the query', () => {
  it('is valid against the schema', () => {
    expect(validate(FBI_SCHEMA, parse(QUERY)).map(String)).to.deep.equal([]);
  });

  it('has no named field that is not used', () => {
    const names: string[] = [];
    visit(parse(QUERY), {
      Field: ({ name, selectionSet }) => {
        if (!selectionSet) names.push(name.value);
      },
    });
    expect(names.sort()).to.deep.equal(
      ['display', 'display', 'display', 'full', 'thumbnail', 'url'].sort(),
    );
  });

  it('has one operation, one variable, and no literal value', () => {
    const { definitions } = parse(QUERY);
    expect(definitions).to.have.length(1);
    const values: string[] = [];
    visit(parse(QUERY), { StringValue: ({ value }) => void values.push(value) });
    expect(values).to.deep.equal([]);
  });
});

describe('CONTRACT 8: an answer of the FBI API, made by graphql-js', () => {
  /** The titles of these records, requested in this order. */
  const readOf = (records: Readonly<Record<string, FbiRecord | null>>, order: string[]) =>
    fbiResolver('/fbi', {
      fetcher: fetcherOf(async (_, { body }) =>
        json(await answerOf(String(body), (number) => records[number])),
      ),
    })(order);

  it('is parsed with title, creators, year, type and cover', async () => {
    const found = await readOf(
      {
        '1': {
          titles: { full: ['Det : digte', 'Det'] },
          creators: [{ display: 'Inger Christensen' }, { display: 'Per Kirkeby' }],
          materialTypes: [
            { materialTypeSpecific: { display: 'bog' } },
            { materialTypeSpecific: { display: 'e-bog' } },
          ],
          edition: { publicationYear: { display: '1969' } },
          cover: { thumbnail: 'https://a.example/t', xSmall: { url: 'https://a.example/x' } },
        },
      },
      ['1'],
    );
    expect(found.get('1')).to.deep.equal({
      title: 'Det : digte',
      creators: ['Inger Christensen', 'Per Kirkeby'],
      year: '1969',
      type: 'bog',
      coverUrl: 'https://a.example/x',
    });
  });

  it('has a thumbnail when there is no small cover', async () => {
    for (const xSmall of [null, { url: null }]) {
      const cover = { thumbnail: 'https://a.example/t', xSmall };
      const found = await readOf({ '1': record('Det', { cover }) }, ['1']);
      expect(found.get('1')?.coverUrl).to.equal('https://a.example/t');
    }
  });

  it('is matched to the request by its order', async () => {
    const records = { '1': record('Et'), '2': record('To'), '3': record('Tre') };
    const found = await readOf(records, ['3', '1', '2']);
    expect(['1', '2', '3'].map((number) => found.get(number)?.title)).to.deep.equal([
      'Et',
      'To',
      'Tre',
    ]);
  });

  it('has null for an unknown record', async () => {
    const found = await readOf({ '1': record('Et'), '2': null, '3': record('Tre') }, [
      '1',
      '2',
      '4',
      '3',
    ]);
    expect(['1', '2', '4', '3'].map((number) => found.get(number)?.title)).to.deep.equal([
      'Et',
      undefined,
      undefined,
      'Tre',
    ]);
  });

  const POOR: Record<string, FbiRecord> = {
    'nothing at all': {},
    'all of it null': {
      titles: null,
      creators: null,
      materialTypes: null,
      edition: null,
      cover: null,
    },
    'empty lists': { titles: { full: [] }, creators: [], materialTypes: [] },
    'lists of null': { titles: { full: [null] }, creators: [null], materialTypes: [null] },
    'null one step down': {
      titles: { full: null },
      creators: [{ display: null }],
      materialTypes: [{ materialTypeSpecific: null }],
      edition: { publicationYear: null },
      cover: { thumbnail: null, xSmall: null },
    },
    'null two steps down': {
      materialTypes: [{ materialTypeSpecific: { display: null } }],
      edition: { publicationYear: { display: null } },
      cover: { xSmall: { url: null } },
    },
  };
  for (const [what, poor] of Object.entries(POOR)) {
    it(`may have a record with ${what}: the others are parsed`, async () => {
      const found = await readOf({ '1': poor, '2': record('To') }, ['1', '2']);
      expect(found.get('1')?.title ?? undefined).to.equal(undefined);
      expect(found.get('2')?.title).to.equal('To');
    });
  }
});
