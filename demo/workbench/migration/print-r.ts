const OPENING = /^Array[ \t]*\n\s*\(/;
const END = /\n[ \t]*\)$/;
const ENTRY = /^[ \t]{1,8}\[(\w+)\] => ?/gm;

export const isPrintR = (text: string): boolean => OPENING.test(text.trimStart());

/** Parses the output of PHP's print_r for an array of one level. Values are not quoted, and can have many lines. */
export function parsePrintR(text: string): Record<string, string> | undefined {
  const all = text.trim();
  // Without its end the text is truncated.
  if (!END.test(all)) return undefined;
  const inside = all.replace(OPENING, '').replace(END, '');
  const entries = [...inside.matchAll(ENTRY)];
  const values = entries.map(({ 0: opening, 1: name = '', index }, position): [string, string] => [
    name,
    inside.slice(index + opening.length, entries[position + 1]?.index).trim(),
  ]);
  return Object.fromEntries(values);
}
