import { parse } from 'yaml';
import { isPrintR, parsePrintR } from './print-r.js';

/** The old configuration by its names. The types of the values are unknown. */
export type Variables = ReadonlyMap<string, unknown>;

/** The text ends before the configuration does. */
export const TRUNCATED: unique symbol = Symbol('cut');

/** Old names contain an underscore, unlike most words before a colon in a text. */
const NAME = /^([a-z]*_\w+|introtext|langcode):(?=\s|$)/gm;

/** Far more than any library has. */
const MAX_VARIABLES = 500;

const isMap = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether the YAML parser can handle the text. Deep nesting makes it slow or makes it fail; no library's configuration has it. */
const isSafeYaml = (text: string): boolean =>
  text.length < 100_000 &&
  (text.match(/[[{]/g)?.length ?? 0) < 200 &&
  (text.match(/["&]/g)?.length ?? 0) < 2000 &&
  text
    .split('\n')
    .every((line) => !/^\s{100}/.test(line) && (line.match(/[-?:&*!]\s/g)?.length ?? 0) < 50);

function parsed(text: string): unknown {
  try {
    if (/^\s*[{[]/.test(text)) return JSON.parse(text);
  } catch {
    // It may be YAML, which can start like JSON.
  }
  try {
    const options = { uniqueKeys: false, logLevel: 'error', maxAliasCount: 0 } as const;
    return isSafeYaml(text) ? parse(text, options) : undefined;
  } catch {
    return undefined;
  }
}

/** Removes the outer quotes. Drush does not escape quotes inside the value. */
function unquoted(text: string): string | typeof TRUNCATED | undefined {
  const quote = /^['"]/.exec(text)?.[0];
  if (!quote) return undefined;
  if (text.length < 2 || !text.endsWith(quote)) return TRUNCATED;
  const inside = text.slice(1, -1);
  return quote === "'" ? inside.replace(/''|\\'/g, "'") : inside.replace(/\\"/g, '"');
}

/** Parses `value:` and `format:` when the text between them is not YAML. */
function valueAndFormat(text: string): unknown {
  const opening = /^\s+value:/.exec(text)?.[0];
  if (opening === undefined) return undefined;
  const end = text.search(/\n[ \t]+format:/);
  const value = text.slice(opening.length, end < 0 ? undefined : end).trim();
  const bare = unquoted(value) ?? value;
  return bare === TRUNCATED ? TRUNCATED : { value: bare };
}

/** Parses the text after a name. */
function valueOf(text: string): unknown {
  if (isPrintR(text)) return parsePrintR(text) ?? TRUNCATED;
  const value = parsed(`it:${text.startsWith('\n') ? '' : ' '}${text}`);
  if (isMap(value) && 'it' in value) return value.it;
  const trimmed = text.trim();
  return valueAndFormat(text) ?? unquoted(trimmed) ?? trimmed;
}

/** Parses variables that each have their name at the start of a line. */
function byLine(text: string): [string, unknown][] {
  const names = [...text.matchAll(NAME)];
  if (names.length > MAX_VARIABLES) return [];
  return names.map(({ 0: opening, 1: name = '', index }, position) => {
    const after = text.slice(index + opening.length, names[position + 1]?.index);
    return [name, valueOf(after.replace(/^[ \t]+/, '').trimEnd())];
  });
}

/** Removes the configuration's own name, which sometimes wraps it. */
const unwrapped = (value: object): object => {
  const inner: unknown = (value as Record<string, unknown>)['dpl_fees.settings'];
  return isMap(inner) ? inner : value;
};

/** Parses JSON, YAML, or the output of drush. Returns `TRUNCATED` if the end is missing. */
export function parseVariables(text: string): Variables | typeof TRUNCATED {
  const parsedText = parsed(text);
  if (isMap(parsedText)) return new Map(Object.entries(unwrapped(parsedText)));
  if (/^\s*[{[]/.test(text)) return parsedText === undefined ? TRUNCATED : new Map();
  const entries = byLine(text);
  return entries.some(([, value]) => value === TRUNCATED) ? TRUNCATED : new Map(entries);
}
