import { calendarDate, type CalendarDate } from '../util/calendar-date.js';

/** One thing a library can set: what it takes, how it is read, and what holds where it is not set or not good. */
export interface SettingType<T> {
  /** In words for the integrator, ending "…takes …". */
  readonly takes: string;
  readonly fallback: T;
  /** The value, or nothing where `written` is none. `page` is the URL that relative ones start from. */
  read(written: string, page: string): T | undefined;
}

/* @__NO_SIDE_EFFECTS__ */
const setting = <T>(
  takes: string,
  read: (written: string, page: string) => T | undefined,
  fallback = undefined as T,
): SettingType<T> => ({ takes, read, fallback });

/* @__NO_SIDE_EFFECTS__ */
export const choice = <T extends string>(...values: readonly [T, ...T[]]): SettingType<T> =>
  setting(values.join(' | '), (written) => values.find((value) => value === written), values[0]);

export const systems = choice('both', 'dibs', 'oir');
export const channel = choice('cms', 'app');
/** Of the fees requests. */
export const credentials = choice('same-origin', 'omit', 'include');

/* @__NO_SIDE_EFFECTS__ */
const number = (takes: string, from: number, to: number, digits: RegExp, fallback: number) =>
  setting(
    `${takes} from ${from} to ${to}`,
    (written) => {
      const value = digits.test(written) ? +written : NaN;
      return value >= from && value <= to ? value : undefined;
    },
    fallback,
  );

export const headingLevel = number('a whole number', 1, 6, /^\d$/, 2);

/** A year at the most. */
export const hours = number('a number', 0, 8760, /^\d+(\.\d+)?$/, 72);

export const text: SettingType<string | undefined> = setting('text', (written) => written);

/** Present or not, as HTML has it. "false" is what a template prints that does not know that. */
export const flag: SettingType<boolean> = setting(
  'nothing (it is set by being there), or true',
  (written) => (/^(|true|mobilepay)$/.test(written) ? true : undefined),
  false,
);

export const date: SettingType<CalendarDate | undefined> = setting(
  'a date as YYYY-MM-DD, e.g. 2021-12-01',
  calendarDate,
);

const isLoopback = ({ hostname }: URL): boolean =>
  /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);

/** An absolute URL whose scheme and slashes are written out, without user name or password. */
export function absoluteUrl(written: string): URL | undefined {
  if (!/^https?:\/\/[^/\\]/i.test(written)) return undefined;
  try {
    const url = new URL(written);
    const safe = url.protocol === 'https:' || isLoopback(url);
    return safe && !url.username && !url.password ? url : undefined;
  } catch {
    return undefined;
  }
}

/** The origin of a URL, where a payment may lead to it: https, or a loopback address (CONTRACT 6). */
export const safeOriginOf = (url: string, page: string): string | undefined => {
  try {
    return absoluteUrl(new URL(url, page).href)?.origin;
  } catch {
    return undefined;
  }
};

/** A URL that stays on the page's own scheme and host, which `//host`, `\\host` and `javascript:` do not. */
function isRelativeUrl(written: string, page: string): boolean {
  if (/^[a-z][a-z\d+.-]*:/i.test(written)) return false;
  try {
    const base = new URL(page);
    const url = new URL(written, base);
    return (
      url.protocol === base.protocol && url.host === base.host && !url.username && !url.password
    );
  } catch {
    return false;
  }
}

/** The payment site: `https://…` in full, so that staff see where patrons are sent. */
export const httpsUrl: SettingType<string | undefined> = setting(
  'an https URL without user name or password',
  (written) => (absoluteUrl(written)?.protocol === 'https:' ? written : undefined),
);

/** A URL that is kept exactly as written. */
export const webUrl: SettingType<string | undefined> = setting(
  'an https URL without user name or password, or one relative to the page',
  (written, page) => (absoluteUrl(written) || isRelativeUrl(written, page) ? written : undefined),
);

/** Origins, and app links by their scheme (`mobilepay:`), that a payment may lead to. */
export const origins: SettingType<readonly string[]> = setting(
  'origins (https://pay.example) and app links (mobilepay:), with spaces between',
  (written) => {
    const list = written.split(/\s+/).map((word) => {
      if (
        /^(?!(https?|javascript|data|blob|file|about|vbscript|wss?|intent):)[a-z][a-z\d+.-]*:$/i.test(
          word,
        )
      ) {
        return word.toLowerCase();
      }
      const url = absoluteUrl(word);
      return url && /^\w+:\/\/[^/?#]+\/?$/.test(word) ? url.origin : undefined;
    });
    return list.every((origin) => origin !== undefined) ? list : undefined;
  },
  [],
);
