/** More than any library has written; beyond it somebody has pasted something else. */
const MOST = 1_000_000;

const COMMAND = /^\s*(\S*[$#%>]\s+|\S+@\S+\s+)?(sudo\s+)?(\S*\/)?(drush|vendor\/bin\/drush)\s.*$/;
const PROMPT = /^\s*(\S*@\S*)?\s*\$\s*$/;

export const isTooLong = (pasted: string): boolean => pasted.length > MOST;

export const isPage = (pasted: string): boolean =>
  /^\s*<(!doctype|html|head|body|\?xml|div|form|script)\b/i.test(pasted);

/** A command is short; a long line is not looked through for one. */
const isAround = (line = ''): boolean =>
  !line.trim() || (line.length < 500 && (COMMAND.test(line) || PROMPT.test(line)));

/** What was pasted, without what comes with it from a terminal or an editor. */
export function tidied(pasted: string): string {
  const lines = pasted
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  let [first, end] = [0, lines.length];
  while (first < end && isAround(lines[first])) first++;
  while (end > first && isAround(lines[end - 1])) end--;
  return lines.slice(first, end).join('\n');
}
