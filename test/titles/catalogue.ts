import { fee, type Fee } from '../../demo/fixtures.js';
import { fetcherOf, json } from '../element/fixture.js';
import { answerOf, record, type FbiRecord } from './fbi-schema.js';

/** A request for titles. */
export interface TitleRequest {
  readonly url: string;
  readonly init: RequestInit;
  readonly body: string;
  /** The FAUST numbers. */
  readonly faust: readonly string[];
}

/** The two servers of a library: debts and titles. */
export interface Catalogue {
  /** Unique in each test, since titles are cached for the life of the page. */
  readonly fbiUrl: string;
  /** The debts, for any URL. */
  fees: readonly (object | null)[];
  /** Answers a request for debts. */
  list: (url: string, init: RequestInit) => Response | Promise<Response>;
  readonly records: Map<string, FbiRecord>;
  /** Answers a request for titles: by default graphql-js, from the records. */
  answer: (request: TitleRequest) => Response | Promise<Response>;
  /** The requests for titles so far. */
  readonly requests: TitleRequest[];
  /** How often the debts were read. */
  reads: number;
  readonly fetcher: typeof fetch;
}

let catalogues = 0;

export function catalogueOf(fees: readonly (object | null)[]): Catalogue {
  const requests: TitleRequest[] = [];
  const catalogue: Catalogue = {
    fbiUrl: `/fbi-${++catalogues}`,
    fees,
    list: () => json(catalogue.fees),
    records: new Map(),
    answer: async ({ body }) =>
      json(await answerOf(body, (number) => catalogue.records.get(number))),
    requests,
    reads: 0,
    fetcher: fetcherOf((url, init) => {
      if (url !== catalogue.fbiUrl) {
        catalogue.reads++;
        return catalogue.list(url, init);
      }
      const body = String(init.body);
      const request = { url, init, body, faust: JSON.parse(body).variables.faust };
      requests.push(request);
      return catalogue.answer(request);
    }),
  };
  return catalogue;
}

let numbers = 10_000_000;

/** A FAUST number that no other test uses. */
export const faust = (): string => String(++numbers);

/** A material of a debt, as FBS answers it: with the number on the item, and the record id, if any. */
export const item = (recordId?: string, over: object = {}) => ({
  materialItemNumber: recordId ? `5${recordId}` : '5100000000',
  recordId: recordId ?? null,
  periodical: null,
  ...over,
});

/** A debt for these records. */
export const owing = (...recordIds: string[]): Fee =>
  fee({ materials: recordIds.map((recordId) => item(recordId)) });

/** A library with this many debts, each with its own record that has a title: "Titel 1", "Titel 2" … */
export function libraryOf(count: number): Catalogue & { readonly numbers: readonly string[] } {
  const numbers = Array.from({ length: count }, faust);
  const catalogue = catalogueOf(numbers.map((number) => owing(number)));
  numbers.forEach((number, index) => catalogue.records.set(number, record(`Titel ${index + 1}`)));
  return Object.assign(catalogue, { numbers });
}
