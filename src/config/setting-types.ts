import { calendarDate, type CalendarDate } from '../util/time.js';

/** The type of a setting: what it takes, how it is parsed, and its default. */
export interface SettingType<T> {
  /** For messages to the integrator: "takes …". */
  readonly takes: string;
  readonly fallback: T;
  /** The value of a text, or `undefined` where it is invalid. @param page the base of relative URLs */
  read(text: string, page: string): T | undefined;
}

/* @__NO_SIDE_EFFECTS__ */
const setting = <T>(
  takes: string,
  read: (text: string, page: string) => T | undefined,
  fallback = undefined as T,
): SettingType<T> => ({ takes, read, fallback });

/* @__NO_SIDE_EFFECTS__ */
export const choice = <T extends string>(...values: readonly [T, ...T[]]): SettingType<T> =>
  setting(values.join(' | '), (text) => values.find((value) => value === text), values[0]);

export const systems = choice('both', 'dibs', 'oir');
export const channel = choice('cms', 'app');
/** Of the fees requests. */
export const credentials = choice('same-origin', 'omit', 'include');

/* @__NO_SIDE_EFFECTS__ */
const number = (takes: string, from: number, to: number, digits: RegExp, fallback: number) =>
  setting(
    `${takes} from ${from} to ${to}`,
    (text) => {
      const value = digits.test(text) ? +text : NaN;
      return value >= from && value <= to ? value : undefined;
    },
    fallback,
  );

export const headingLevel = number('a whole number', 1, 6, /^\d$/, 2);

/** A year at the most. */
export const hours = number('a number', 0, 8760, /^\d+(\.\d+)?$/, 72);

export const plainText: SettingType<string | undefined> = setting('text', (text) => text);

/** A boolean attribute: set where it is present. `false` is invalid, because a template may write it by mistake. */
export const flag: SettingType<boolean> = setting(
  'no value, or true',
  (text) => (/^(|true|mobilepay)$/.test(text) ? true : undefined),
  false,
);

export const date: SettingType<CalendarDate | undefined> = setting(
  'a date as YYYY-MM-DD, e.g. 2021-12-01',
  calendarDate,
);

const isLoopback = ({ hostname }: URL): boolean => /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);

/** An absolute URL with its scheme and slashes, without user name or password. */
export function absoluteUrl(text: string): URL | undefined {
  if (!/^https?:\/\/[^/\\]/i.test(text)) return undefined;
  try {
    const url = new URL(text);
    const safe = url.protocol === 'https:' || isLoopback(url);
    return safe && !url.username && !url.password ? url : undefined;
  } catch {
    return undefined;
  }
}

/** The origin of a URL that a payment may open: https, or a loopback address (CONTRACT 6). */
export const safeOriginOf = (url: string, page: string): string | undefined => {
  try {
    return absoluteUrl(new URL(url, page).href)?.origin;
  } catch {
    return undefined;
  }
};

/** A URL with the scheme and host of the page. `//host`, `\\host` and `javascript:` are not. */
function isRelativeUrl(text: string, page: string): boolean {
  if (/^[a-z][a-z\d+.-]*:/i.test(text)) return false;
  try {
    const base = new URL(page);
    const url = new URL(text, base);
    return url.protocol === base.protocol && url.host === base.host && !url.username && !url.password;
  } catch {
    return false;
  }
}

/** An absolute https URL, so that library staff see where patrons are sent. */
export const httpsUrl: SettingType<string | undefined> = setting(
  'an https URL without user name or password',
  (text) => (absoluteUrl(text)?.protocol === 'https:' ? text : undefined),
);

/** A URL, used exactly as text. */
export const webUrl: SettingType<string | undefined> = setting(
  'an https URL without user name or password, or one relative to the page',
  (text, page) => (absoluteUrl(text) || isRelativeUrl(text, page) ? text : undefined),
);

/** Origins, and schemes of app links (`mobilepay:`), that a payment may open. */
export const origins: SettingType<readonly string[]> = setting(
  'origins (https://pay.example) and app links (mobilepay:), separated by spaces',
  (text) => {
    const list = text.split(/\s+/).map((word) => {
      if (/^(?!(https?|javascript|data|blob|file|about|vbscript|wss?|intent):)[a-z][a-z\d+.-]*:$/i.test(word)) {
        return word.toLowerCase();
      }
      const url = absoluteUrl(word);
      return url && /^\w+:\/\/[^/?#]+\/?$/.test(word) ? url.origin : undefined;
    });
    return list.every((origin) => origin !== undefined) ? list : undefined;
  },
  [],
);
