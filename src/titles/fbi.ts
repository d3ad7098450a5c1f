import { failureOfStatus, RequestError } from '../http/failure.js';
import { sendRequest, type HttpOptions } from '../http/send-request.js';
import { bodyText } from '../http/shared-requests.js';
import { jsonOf } from '../util/json.js';
import type { MaterialResolver, Title } from './title.js';

/** The query for titles by FAUST number, in the schema of the FBI API. */
export const QUERY =
  'query($faust:[String!]){manifestations(faust:$faust){titles{full}creators{display}materialTypes{materialTypeSpecific{display}}edition{publicationYear{display}}cover{thumbnail xSmall{url}}}}';

/** What the query answers of one record. All of it may be missing. */
interface Manifestation {
  readonly titles?: { readonly full?: readonly string[] };
  readonly creators?: readonly ({ readonly display?: string } | null)[];
  readonly materialTypes?: readonly ({
    readonly materialTypeSpecific?: { display?: string };
  } | null)[];
  readonly edition?: { readonly publicationYear?: { readonly display?: string } };
  readonly cover?: { readonly thumbnail?: string; readonly xSmall?: { readonly url?: string } };
}

/** Not checked: see `titleIn`. */
const titleOf = (found: Manifestation) =>
  ({
    title: found.titles?.full?.[0],
    creators: [found.creators].flat().map((creator) => creator?.display),
    year: found.edition?.publicationYear?.display,
    type: found.materialTypes?.[0]?.materialTypeSpecific?.display,
    coverUrl: found.cover?.xSmall?.url ?? found.cover?.thumbnail,
  }) as Title;

/**
 * Requests at most 50 records from the FBI API. The patron's token is not sent (CONTRACT 2). If the API requires a token, use
 * a proxy in the CMS.
 * @param options read at each request
 * @throws {Error} where the answer is not one record, or `null`, for each that was asked for, in that order
 */
export const fbiResolver =
  (url: string, options: Pick<HttpOptions, 'fetcher'>): MaterialResolver =>
  (faust) =>
    sendRequest(
      url,
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: jsonOf({ query: QUERY, variables: { faust } }),
      },
      { credentials: 'same-origin', fetcher: options.fetcher },
      new AbortController().signal,
      async (response) => {
        if (!response.ok) throw new RequestError(failureOfStatus(response.status));
        const { data } = JSON.parse(await bodyText(response));
        const found: readonly (Manifestation | null)[] = data.manifestations;
        // Otherwise a title would be shown at the wrong debt.
        if (found.length !== faust.length) throw new Error('expected one result per record');
        return new Map(faust.map((id, at) => [id, titleOf(found[at] ?? {})]));
      },
    );
