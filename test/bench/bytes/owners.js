import { SourceMap } from 'node:module';
import { languageAt } from './language-at.js';
import { sheetsIn } from './sheets-in.js';

/** What stands in no source: the licence's line, and the function around it all. */
export const WRAPPER = '(banner and wrapper)';

/** To this one the map gives all sheets of styles: the build makes one string of them. */
const SHEETS = 'src/views/tokens.ts';

/** The source of each letter of a built file, by the file's map, and finer where the build has joined several. */
export async function ownersOf({ code, map }) {
  const found = new SourceMap(map);
  const languageOf = languageAt(map);
  const sourceAt = (row, column) => {
    const entry = found.findEntry(row, column);
    if (!entry.originalSource) return WRAPPER;
    // From where a build in another folder was started, the way to `src/` is longer.
    return languageOf(entry) ?? entry.originalSource.replace(/^.*?(?=src\/|node_modules\/)/, '');
  };
  const owners = code.split('\n').flatMap((line, row) =>
    // One more for the line's end.
    Array.from({ length: line.length + 1 }, (_, column) => sourceAt(row, column)),
  );
  // The last line has none.
  owners.pop();

  for (const { source, from, to } of await sheetsIn(code)) {
    const stranger = owners.slice(from, to).find((owner) => owner !== SHEETS);
    if (stranger) throw new Error(`The sheet of ${source} reaches into ${stranger}.`);
    owners.fill(source, from, to);
  }
  return owners;
}
