/**
 * `npm run bytes`: what each feature weighs in the built single file, and what of it is needed before the list is on screen.
 * With `--files`, the same for each source. README.md beside it tells how to read it.
 */
import { beforeTheList } from './before-the-list.js';
import { builtFile } from './built-file.js';
import { firstLoad } from './first-load.js';
import { byGroup, featuresOf, together } from './ledger.js';
import { markdownTable } from './markdown-table.js';
import { ownersOf } from './owners.js';
import { brotliOf, only, weigh } from './weigh.js';

const file = builtFile();
const { code } = file;
const owners = await ownersOf(file);
const whole = await weigh(code);
const needed = await beforeTheList(code);
const allLater = whole.brotli - (await brotliOf(only(code, (at) => needed.functions[at])));

const share = (bytes) => `${((100 * bytes) / whole.bytes).toFixed(1)} %`;
const total = (rows, key) => rows.reduce((sum, row) => sum + row[key], 0);

/** The groups, what they do not account for, and the whole. */
async function ledger(title, groups) {
  const rows = await byGroup(code, groups, whole, needed);
  const [gzip, brotli, run, later] = ['gzip', 'brotli', 'run', 'later'].map((key) =>
    total(rows, key),
  );
  return markdownTable(
    [title, 'minified', 'share', 'gzip less', 'brotli less', 'run', 'later, brotli less'],
    [
      ...rows.map((row) => [
        row.name,
        row.bytes,
        share(row.bytes),
        row.gzip,
        row.brotli,
        row.run,
        row.later,
      ]),
      [
        'shared by several',
        undefined,
        undefined,
        whole.gzip - gzip,
        whole.brotli - brotli,
        undefined,
        allLater - later,
      ],
      ['**the whole**', whole.bytes, '100 %', whole.gzip, whole.brotli, run, allLater],
    ],
  );
}

console.log(await ledger('feature', featuresOf(owners)));
console.log(`
"Less" is what the whole would be less without that feature alone. These do not add up to the whole: what two features
both say costs once, and goes only when both go. What is left over is "shared by several". "Run" is what has run when the
rows of a list are in the page; "later" is what the first load would be less without only those functions of the feature
that have not. Some twenty bytes either way are brotli's luck.
`);

console.log(
  markdownTable(
    ['what goes together', 'minified', 'gzip less', 'brotli less', 'brotli of the rest'],
    (await together(code, owners, whole)).map((row) => [
      row.name,
      row.bytes,
      row.gzip,
      row.brotli,
      whole.brotli - row.brotli,
    ]),
  ),
);
console.log('\nNeeded before the list is on screen, and nothing else (minified, brotli):\n');
console.log(
  markdownTable(
    ['what is needed', 'blocks that ran', 'brotli', 'functions that ran', 'brotli'],
    (await firstLoad(code, owners, needed)).map(({ scope, blocks, functions }) => [
      scope,
      blocks.bytes,
      blocks.brotli,
      functions.bytes,
      functions.brotli,
    ]),
  ),
);

if (process.argv.includes('--files')) console.log(`\n${await ledger('source', owners)}`);
