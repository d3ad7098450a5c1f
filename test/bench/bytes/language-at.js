/** In the built file a table takes the place of these: see `.ci/build/plain-messages.ts`. */
const TABLES = 'localization/tables.ts';
const SOURCE = { da: 'src/localization/messages.ts' };

/**
 * Where the texts of each language come from: they stand in one line of what the build puts in place of `tables.ts`.
 * @returns {(entry: { originalSource: string, originalLine: number, originalColumn: number }) => string | undefined}
 *   the source of a language's texts, where the place is in them
 */
export function languageAt({ sources, sourcesContent }) {
  const at = sources.findIndex((source) => source.endsWith(TABLES));
  const lines = (sourcesContent[at] ?? '').split('\n');
  const row = lines.findIndex((line) => line.includes('const tables = {'));
  const starts = [...(lines[row] ?? '').matchAll(/(\w+): table\(/g)].map(({ index, 1: name }) => ({
    index,
    source: SOURCE[name] ?? `src/localization/generated/${name}.ts`,
  }));
  if (!starts.length) throw new Error('The texts are built in another way: see language-at.js.');
  return ({ originalSource, originalLine, originalColumn }) =>
    originalSource === sources[at] && originalLine === row
      ? starts.findLast(({ index }) => index <= originalColumn)?.source
      : undefined;
}
