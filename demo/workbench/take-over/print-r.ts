const OPENING = /^Array[ \t]*\n\s*\(/;
const END = /\n[ \t]*\)$/;
const ENTRY = /^[ \t]{1,8}\[(\w+)\] => ?/gm;

export const isPrintR = (written: string): boolean => OPENING.test(written.trimStart());

/** An array as PHP's print_r has it, one level deep. Its values are not quoted, and can be of many lines. */
export function readPrintR(written: string): Record<string, string> | undefined {
  const all = written.trim();
  // Without its end it is not all there.
  if (!END.test(all)) return undefined;
  const inside = all.replace(OPENING, '').replace(END, '');
  const entries = [...inside.matchAll(ENTRY)];
  const values = entries.map(({ 0: opening, 1: name = '', index }, place): [string, string] => [
    name,
    inside.slice(index + opening.length, entries[place + 1]?.index).trim(),
  ]);
  return Object.fromEntries(values);
}
