import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { before, test } from 'node:test';
import { createBrotliCompress, constants } from 'node:zlib';
import { filesIn, ROOT } from '../../supply/project.js';
import { beforeTheList } from './before-the-list.js';
import { builtFile, DIST, NAME } from './built-file.js';
import { bytesOf } from './bytes-of.js';
import { featureOf, namesOfNothing } from './feature-of.js';
import { firstLoad } from './first-load.js';
import { byGroup, featuresOf, together } from './ledger.js';
import { lettersRun } from './letters-run.js';
import { ownersOf } from './owners.js';
import { textNames } from './text-names.js';
import { brotliOf, weigh } from './weigh.js';

const SOURCES = filesIn(`${ROOT}src`)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => `src/${name}`);

let code;
let owners;
let whole;
let needed;
let alone;

before(async () => {
  const file = builtFile();
  ({ code } = file);
  owners = await ownersOf(file);
  whole = await weigh(code);
  needed = await beforeTheList(code);
  alone = await byGroup(code, featuresOf(owners), whole);
});

/** The source of a text in the built file, where it stands there once. */
function ownerOf(text) {
  const at = code.indexOf(text);
  assert.ok(at >= 0 && code.indexOf(text, at + 1) < 0, `${text} is there once`);
  return [...new Set(owners.slice(at, at + text.length))].join();
}

test('each source, and each that the file is made of, is of exactly one feature', () => {
  assert.doesNotThrow(() => [...SOURCES, ...owners].forEach((source) => featureOf(source)));
  assert.deepEqual(namesOfNothing(SOURCES), []);
});

test('a source of no feature, or of two, is named with the place to mend it', () => {
  assert.throws(
    () => featureOf('src/views/new-view.ts'),
    /src\/views\/new-view\.ts is of no feature\. Name it once in test\/bench\/bytes\/features\.js/,
  );
  const twice = { One: ['titles/'], Other: ['titles/fbi'] };
  assert.throws(() => featureOf('src/titles/fbi.ts', twice), /several features: One, Other\./);
  assert.deepEqual(namesOfNothing(['src/titles/fbi.ts'], { One: ['titles/', 'gone'] }), ['gone']);
});

test('each byte of the file is of one source', () => {
  const { size } = statSync(`${DIST}/${NAME}`);
  assert.equal(owners.length, code.length);
  assert.equal(
    bytesOf(code).reduce((sum, one) => sum + one, 0),
    size,
  );
  assert.equal(whole.bytes, size);
  assert.equal(
    bytesOf('aæ…😀').reduce((sum, one) => sum + one, 0),
    10,
  );
});

test('a byte is of the source that it was written in', () => {
  const written = {
    'Idempotency-Key': 'src/payment/start-payment.ts',
    'Retry-After': 'src/sources/request-fees.ts',
    flutter_inappwebview: 'src/host/native-app.ts',
    'Du har ingen mellemværender, der betales her.': 'src/localization/messages.ts',
    'Pay selected · {amount}': 'src/localization/generated/en.ts',
    'intro.before/noSite': 'src/localization/tables.ts',
    '@media print{': 'src/views/print-styles.ts',
    '[part=receipt-line]{': 'src/views/payment-styles.ts',
    'on-notice currentColor': 'src/views/tokens.ts',
  };
  const found = Object.fromEntries(Object.keys(written).map((text) => [text, ownerOf(text)]));
  assert.deepEqual(found, written);
});

test('a text is known by its name, in each language', () => {
  const names = textNames(code, owners);
  const named = ['Betal valgte · {amount}', 'Pay selected · {amount}'].map(
    (text) => names[code.indexOf(text)],
  );
  assert.deepEqual(named, ['dibs.paySelected', 'dibs.paySelected']);
});

/** Brotli may pack a shorter file worse, by as much as lies between two ways to minify it (`.ci/build/smallest.ts`). */
const LUCK = 100;

test('no feature makes the whole larger by being taken out, but for brotli’s luck, and all together are the whole', () => {
  const larger = alone.filter(
    ({ bytes, gzip, brotli: less }) => Math.min(bytes, gzip, less + LUCK) < 0,
  );
  assert.deepEqual(larger, []);
  assert.equal(
    alone.reduce((sum, { bytes }) => sum + bytes, 0),
    whole.bytes,
  );
  // What several share is counted for none of them.
  assert.ok(alone.reduce((sum, row) => sum + row.brotli, 0) < whole.brotli);
});

test('a file weighs what the budget says it does', async () => {
  const stream = createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  stream.end(code);
  let size = 0;
  for await (const piece of stream) size += piece.length;
  assert.equal(await brotliOf(code), size);
});

test('of a function that has run a block may not have, and of one inside it nothing', () => {
  const range = (startOffset, endOffset, count) => ({ startOffset, endOffset, count });
  const script = [
    { ranges: [range(0, 10, 1)] },
    { ranges: [range(6, 8, 0)] },
    { ranges: [range(1, 9, 3), range(1, 4, 0), range(3, 4, 1), range(4, 5, 0)] },
  ];
  const { blocks, functions } = lettersRun(script, 10);
  assert.equal(blocks.join(''), '1001010011');
  assert.equal(functions.join(''), '1111110011');
});

test('what has run before the list is what the list needs, and nothing that comes after it', () => {
  const { blocks, functions, texts, rules, words } = needed;
  assert.match(words, /6 mellemværender/);

  const share = (source) => {
    const own = blocks.filter((_, at) => owners[at] === `src/${source}.ts`);
    return own.reduce((sum, one) => sum + one, 0) / own.length;
  };
  for (const source of ['views/debt-view', 'views/section-view', 'localization/formats']) {
    assert.ok(share(source) > 0.7, `${source}: ${share(source)}`);
  }
  for (const source of ['views/receipt-view', 'views/summary-view', 'payment/hand-over']) {
    assert.equal(share(source), 0, source);
  }
  // The event that tells of the list is made when it is there.
  assert.equal(ownerOf('composed:'), 'src/host/events.ts');
  assert.equal(blocks[code.indexOf('composed:')], 0);
  assert.ok(blocks.every((ran, at) => ran <= functions[at]));

  assert.ok(texts.has('da dibs.paySelected'));
  assert.ok(!texts.has('da receipt.heading'));
  assert.deepEqual(
    [...texts].filter((text) => !text.startsWith('da ')),
    [],
  );
  assert.ok(rules.some((rule) => rule.includes('[part=debt]')));
  assert.ok(!rules.some((rule) => rule.includes('receipt-line')));
});

test('what was needed is less with each thing that is left out, and some of each is', async () => {
  const rows = await firstLoad(code, owners, needed);
  for (const kind of ['blocks', 'functions']) {
    const sizes = [whole, ...rows.map((row) => row[kind])].map(({ brotli }) => brotli);
    assert.deepEqual(
      sizes,
      sizes.toSorted((a, b) => b - a),
    );
    assert.equal(new Set(sizes).size, sizes.length);
  }
  assert.ok(rows.every(({ blocks, functions }) => blocks.brotli < functions.brotli));
});

test('what goes together is more than its feature alone, and all of it more than any', async () => {
  const parts = await together(code, owners, whole);
  const less = (rows, name) => rows.find((row) => row.name === name).brotli;
  assert.ok(less(parts, 'Payment here, its styles and texts') > less(alone, 'Payment here'));
  assert.ok(less(parts, 'One line: view and texts') > less(alone, 'View in one line'));
  assert.equal(less(parts, 'English'), less(alone, 'Texts, English'));
  assert.equal(less(parts, 'All of these'), Math.max(...parts.map(({ brotli }) => brotli)));
});
