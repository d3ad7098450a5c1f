/**
 * Patterns for JSON Schema that accept what the element accepts (src/config/setting-types.ts). They have no flags, and
 * mean the same in ECMAScript with `u` and in PCRE with `u`: so they contain no \s, \d, \w and no [^].
 */

/** In any case: `[Hh][Tt]…`. */
const anyCase = (text: string): string =>
  text.replace(/[a-z]/g, (letter) => `[${letter.toUpperCase()}${letter}]`);

const WHITE_SPACE = String.raw`[\p{Z}\t\n\v\f\r]`;

/** Characters that nobody sees, beside those of the categories Cc, Cf and Z. PCRE has no name for them before 10.40. */
const IGNORABLE = [
  [0x34f, 0x34f],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x2065, 0x2065],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xffa0, 0xffa0],
  [0xfff0, 0xfff8],
  [0xe0000, 0xe0fff],
]
  .map((range) => range.map((code) => String.fromCodePoint(code)).join('-'))
  .join('');
const INVISIBLE = String.raw`\p{Cc}\p{Cf}\p{Z}${IGNORABLE}`;
const VISIBLE = `[^${INVISIBLE}]`;

const NAME = String.raw`[^${INVISIBLE}/\\?#@:%<>^|\[\]]+`;
const PORT = String.raw`(?::(?:[0-9]{0,4}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]))?`;
const LOOPBACK = String.raw`(?:(?:${NAME}\.)?${anyCase('localhost')}|127(?:\.[0-9]{1,3}){3}|\[::1\])${PORT}`;
const HTTPS = String.raw`${anyCase('https')}://(?:${NAME}|\[[0-9A-Fa-f:.]+\])${PORT}`;
const SAFE_ORIGIN = `(?:${HTTPS}|${anyCase('http')}://${LOOPBACK})`;
const PATH = String.raw`(?:[/\\?#]${VISIBLE}*)?`;

const SCHEME = String.raw`[A-Za-z][A-Za-z0-9+.\-]*:`;
/** An address with its scheme forgotten: `www.…`, `fjordbib.dk/…`, `fjordbib.dk`. */
const HOST_NAME = String.raw`${anyCase('www')}\.|[^/?#]+\.(?:${anyCase('dk')}$|\p{L}{2,}/)`;
const PHONE_NUMBER = String.raw`(?:${anyCase('t')}(?:${anyCase('lf')}|${anyCase('el')})\.?)?[+0-9().\-]{8,}$`;
const RELATIVE = String.raw`(?!${SCHEME}|[/\\]{2}|${HOST_NAME}|${PHONE_NUMBER})${VISIBLE}+`;

const CONTACT = `(?:${anyCase('tel')}|${anyCase('mailto')}):${VISIBLE}+`;

const UNSAFE_SCHEMES = 'https?|javascript|data|blob|file|about|vbscript|wss?|intent';
const APP_LINK = `(?!(?:${anyCase(UNSAFE_SCHEMES)}):)${SCHEME}`;
const ORIGIN = `(?:${SAFE_ORIGIN}/?|${APP_LINK})`;

const whole = (pattern: string): string => `^(?:${pattern})$`;

export const HTTPS_URL = whole(HTTPS + PATH);
export const WEB_URL = whole(`${SAFE_ORIGIN}${PATH}|${RELATIVE}`);
export const CONTACT_URL = whole(`${SAFE_ORIGIN}${PATH}|${CONTACT}|${RELATIVE}`);
export const ORIGINS = whole(`${ORIGIN}(?:${WHITE_SPACE}+${ORIGIN})*`);
