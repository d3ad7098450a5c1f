import { calendarDate, type CalendarDate } from '../util/time.js';

/** The type of a setting: what it takes, how it is parsed, and its default. */
export interface SettingType<T> {
  /** For messages to the integrator: "takes …". */
  readonly takes: string;
  readonly fallback: T;
  /** The value of a text, or `undefined` if it is invalid. @param page the base of relative URLs */
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

/** A boolean attribute: set if it is present. `false` is invalid, because a template may write it by mistake. */
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

function parseUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}

/** An absolute URL with its scheme and slashes, without user name or password. */
export function absoluteUrl(text: string): URL | undefined {
  const url = /^https?:\/\/[^/\\]/i.test(text) ? parseUrl(text) : undefined;
  return url && (url.protocol === 'https:' || isLoopback(url)) && !url.username && !url.password ? url : undefined;
}

/** The origin of a URL that a payment may open: https, or a loopback address (CONTRACT 6). */
export const safeOriginOf = (url: string, page: string): string | undefined =>
  absoluteUrl(parseUrl(url, page)?.href ?? '')?.origin;

/**
 * A scheme, a host name (`www.library.dk`, `library.dk/rates`, but not `index.php/rates`) or a phone number: none of them is
 * the path of a page.
 */
const NO_PATH = /^([a-z][a-z\d+.-]*:|www\.|[^/?#]+\.(dk$|(?!php\/)\p{L}{2,}\/)|(t(lf|el)\.?)?[+\d().-]{8,}$)/iu;

/** A URL with the scheme and host of the page. `//host`, `\\host` and `javascript:` are not. */
function isRelativeUrl(text: string, page: string): boolean {
  const root = parseUrl('/', page)?.href;
  return !!root && !NO_PATH.test(text) && !!parseUrl(text, page)?.href.startsWith(root);
}

/** Blanks, and characters that nobody sees: pasted addresses have them. */
const isVisible = (text: string): boolean => !/[\s\p{Cc}\p{Cf}\p{DI}]/u.test(text);

/* @__NO_SIDE_EFFECTS__ */
const url = (takes: string, isValid: (text: string, page: string) => unknown): SettingType<string | undefined> =>
  setting(`${takes}, without blanks and invisible characters`, (text, page) =>
    isVisible(text) && isValid(text, page) ? text : undefined,
  );

/** An absolute https URL, so that library staff see where patrons are sent. */
export const httpsUrl = url(
  'an https URL without user name or password',
  (text) => absoluteUrl(text)?.protocol === 'https:',
);

const isWebUrl = (text: string, page: string): boolean => !!absoluteUrl(text) || isRelativeUrl(text, page);

/** A URL, used exactly as text. */
export const webUrl = url('an https URL without user name or password, or a path of this site', isWebUrl);

/** A page, a phone number or a mail address. */
export const contactUrl = url(
  'an https URL, a path of this site, tel: or mailto:',
  (text, page) => /^(tel|mailto):./i.test(text) || isWebUrl(text, page),
);

/** Origins, and schemes of app links (`mobilepay:`), that a payment may open. */
export const origins: SettingType<readonly string[]> = setting(
  'origins (https://pay.example) and app links (mobilepay:), separated by spaces',
  (text) => {
    const list = text.split(/\s+/).map((word) => {
      if (/^(?!(https?|javascript|data|blob|file|about|vbscript|wss?|intent):)[a-z][a-z\d+.-]*:$/i.test(word)) {
        return word.toLowerCase();
      }
      return isVisible(word) && /^\w+:\/\/[^/?#]+\/?$/.test(word) ? absoluteUrl(word)?.origin : undefined;
    });
    return list.every((origin) => origin !== undefined) ? list : undefined;
  },
  [],
);
