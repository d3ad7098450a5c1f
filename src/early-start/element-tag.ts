import {
  channel,
  credentials,
  systems,
  webUrl,
  type SettingType,
} from '../config/setting-types.js';
import { endpointsOf } from '../fees/endpoints.js';
import type { RequestOptions } from '../fees/fees-controller.js';
import { jsonChildOf } from '../page/dom-context.js';

/** The element before its class is defined, with the properties that a script of the page has set. */
export type ElementTag = Element & RequestOptions & { readonly config?: unknown };

/** What the element will request. */
export interface RequestPlan {
  readonly urls: readonly string[];
  readonly credentials: RequestCredentials;
  readonly channel: 'cms' | 'app';
}

/** A setting that is read here, in `config` or the JSON child. */
const NOT_IN_ATTRIBUTES = /"(systems|credentials|channel|feesUrl|dibsFeesUrl|oirFeesUrl)"\s*:/;

/** @returns nothing where the attributes do not say everything */
export function requestPlanOf(tag: ElementTag): RequestPlan | undefined {
  if (NOT_IN_ATTRIBUTES.test(`${JSON.stringify(tag.config)}${jsonChildOf(tag)}`)) return undefined;
  // As `configure` reads an attribute.
  const read = <T>(name: string, { read, fallback }: SettingType<T>): T => {
    const value = tag.getAttribute(name)?.trim();
    return (value && read(value, document.baseURI)) || fallback;
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
