/** In characters. A longer text is not a configuration. */
const MAX_LENGTH = 1_000_000;

const COMMAND = /^\s*(\S*[$#%>]\s+|\S+@\S+\s+)?(sudo\s+)?(\S*\/)?(drush|vendor\/bin\/drush)\s.*$/;
const PROMPT = /^\s*(\S*@\S*)?\s*\$\s*$/;

export const isTooLong = (pasted: string): boolean => pasted.length > MAX_LENGTH;

export const isPage = (pasted: string): boolean =>
  /^\s*<(!doctype|html|head|body|\?xml|div|form|script)\b/i.test(pasted);

/** Whether a line is blank, a drush command or a shell prompt. Long lines are not searched. */
const isTerminalLine = (line = ''): boolean =>
  !line.trim() || (line.length < 500 && (COMMAND.test(line) || PROMPT.test(line)));

/** Removes the lines that a terminal or an editor adds before and after the configuration. */
export function stripTerminalOutput(pasted: string): string {
  const lines = pasted
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  let [first, end] = [0, lines.length];
  while (first < end && isTerminalLine(lines[first])) first++;
  while (end > first && isTerminalLine(lines[end - 1])) end--;
  return lines.slice(first, end).join('\n');
}
