import { parse } from 'yaml';
import { isPrintR, readPrintR } from './print-r.js';

/** The old configuration by its names; what a name holds is not known yet. */
export type Variables = ReadonlyMap<string, unknown>;

/** The text ends in the middle of something. */
export const CUT: unique symbol = Symbol('cut');

/** Old names have an underscore; most words of a text that stand before a colon have not. */
const NAME = /^([a-z]*_\w+|introtext|langcode):(?=\s|$)/gm;

/** Far more than a library has. */
const MOST = 500;

const isMap = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The YAML reader comes to harm, or to a halt, where much is nested; no library's configuration is like that. */
const isModest = (written: string): boolean =>
  written.length < 100_000 &&
  (written.match(/[[{]/g)?.length ?? 0) < 200 &&
  (written.match(/["&]/g)?.length ?? 0) < 2000 &&
  written
    .split('\n')
    .every((line) => !/^\s{100}/.test(line) && (line.match(/[-?:&*!]\s/g)?.length ?? 0) < 50);

function parsed(written: string): unknown {
  try {
    if (/^\s*[{[]/.test(written)) return JSON.parse(written);
  } catch {
    // It may be YAML, which looks the same at first.
  }
  try {
    const options = { uniqueKeys: false, logLevel: 'error', maxAliasCount: 0 } as const;
    return isModest(written) ? parse(written, options) : undefined;
  } catch {
    return undefined;
  }
}

/** Drush does not escape what it puts quotes around: only the outermost are its own. */
function unquoted(written: string): string | typeof CUT | undefined {
  const quote = /^['"]/.exec(written)?.[0];
  if (!quote) return undefined;
  if (written.length < 2 || !written.endsWith(quote)) return CUT;
  const inside = written.slice(1, -1);
  return quote === "'" ? inside.replace(/''|\\'/g, "'") : inside.replace(/\\"/g, '"');
}

/** `value:` and `format:`, where what is between them is not YAML. */
function valueAndFormat(written: string): unknown {
  const opening = /^\s+value:/.exec(written)?.[0];
  if (opening === undefined) return undefined;
  const end = written.search(/\n[ \t]+format:/);
  const value = written.slice(opening.length, end < 0 ? undefined : end).trim();
  const bare = unquoted(value) ?? value;
  return bare === CUT ? CUT : { value: bare };
}

/** What stands after a name. */
function valueOf(written: string): unknown {
  if (isPrintR(written)) return readPrintR(written) ?? CUT;
  const value = parsed(`it:${written.startsWith('\n') ? '' : ' '}${written}`);
  if (isMap(value) && 'it' in value) return value.it;
  const trimmed = written.trim();
  return valueAndFormat(written) ?? unquoted(trimmed) ?? trimmed;
}

/** One variable after another, each with its name at the start of a line. */
function byLine(written: string): [string, unknown][] {
  const names = [...written.matchAll(NAME)];
  if (names.length > MOST) return [];
  return names.map(({ 0: opening, 1: name = '', index }, place) => {
    const after = written.slice(index + opening.length, names[place + 1]?.index);
    return [name, valueOf(after.replace(/^[ \t]+/, '').trimEnd())];
  });
}

/** A Drupal configuration is at times wrapped in its own name. */
const unwrapped = (value: object): object => {
  const inner: unknown = (value as Record<string, unknown>)['dpl_fees.settings'];
  return isMap(inner) ? inner : value;
};

/** JSON, YAML, or what drush prints. An empty one has no names; `CUT` is not all there. */
export function readVariables(written: string): Variables | typeof CUT {
  const whole = parsed(written);
  if (isMap(whole)) return new Map(Object.entries(unwrapped(whole)));
  if (/^\s*[{[]/.test(written)) return whole === undefined ? CUT : new Map();
  const entries = byLine(written);
  return entries.some(([, value]) => value === CUT) ? CUT : new Map(entries);
}
