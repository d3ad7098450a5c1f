import {
  channel,
  credentials,
  systems,
  webUrl,
  type SettingType,
} from '../config/setting-types.js';
import type { RequestOptions } from '../fees/fees-controller.js';
import { jsonChildOf } from '../page/dom-context.js';
import { endpointsOf } from '../fees/endpoints.js';

/** The element, before its class has arrived: what a script of the page has set on it lies there as it was set. */
export type Tag = Element & RequestOptions & { readonly config?: unknown };

/** What the element will ask for. */
export interface Wanted {
  readonly urls: readonly string[];
  readonly credentials: RequestCredentials;
  readonly channel: 'cms' | 'app';
}

/** What is read here, where it stands in `config` or the JSON child. */
const ELSEWHERE = /"(systems|credentials|channel|feesUrl|dibsFeesUrl|oirFeesUrl)"\s*:/;

/** @returns nothing where attributes do not tell it all */
export function wantedBy(tag: Tag): Wanted | undefined {
  if (ELSEWHERE.test(`${JSON.stringify(tag.config)}${jsonChildOf(tag)}`)) return undefined;
  // As `configure` reads an attribute.
  const read = <T>(name: string, { read, fallback }: SettingType<T>): T => {
    const written = tag.getAttribute(name)?.trim();
    return (written && read(written, document.baseURI)) || fallback;
  };
  const endpoints = endpointsOf({
    systems: read('systems', systems),
    feesUrl: read('fees-url', webUrl),
    dibsFeesUrl: read('dibs-fees-url', webUrl),
    oirFeesUrl: read('oir-fees-url', webUrl),
  });
  return {
    urls: endpoints.flatMap(({ url }) => url ?? []),
    credentials: read('credentials', credentials),
    channel: read('channel', channel),
  };
}
