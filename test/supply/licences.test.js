import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DIST, LOCKED, jsonOf, SINGLE_FILE, textOf } from './project.js';

/** Of what is shipped, in the single file or beside it. */
const SHIPPED = ['MIT', 'BSD-3-Clause'];
/** Of what builds and tests it: nothing of these reaches a patron. */
const TOOLS = [
  ...SHIPPED,
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MPL-2.0',
  // The letters of the pictures in test/visual.
  'OFL-1.1',
  'Zlib',
];
/** Two old packages say it in their README only. */
const READ_BY_HAND = { 'css-value': 'MIT', only: 'MIT' };

/** An SPDX expression of the plain kind: one id, `(A OR B)`, `(A AND B)`. */
function allows(allowed, licence = '') {
  const ids = licence.replace(/^\(|\)$/g, '').split(/ (?:OR|AND) /);
  return licence.includes(' OR ')
    ? ids.some((id) => allowed.includes(id))
    : ids.every((id) => allowed.includes(id));
}

const notAllowed = (allowed, packages) =>
  packages
    .map(({ name, version, license = READ_BY_HAND[name] }) => ({ name, version, license }))
    .filter(({ license }) => !allows(allowed, license))
    .map(({ name, version, license }) => `${name} ${version}: ${license}`);

test('what is shipped is MIT or BSD-3-Clause', () => {
  assert.equal(jsonOf('package.json').license, 'MIT');
  const shipped = LOCKED.filter(({ dev }) => !dev);
  assert.deepEqual(notAllowed(SHIPPED, shipped), []);
});

test('the licence of everything that builds and tests it is known and allowed', () => {
  assert.deepEqual(notAllowed(TOOLS, LOCKED), []);
});

const { sources } = jsonOf(`${SINGLE_FILE}.map`, DIST);
const listed = textOf(`${SINGLE_FILE}.LICENSE.txt`, DIST);

/** Whose code the single file has, by its source map: each package once. */
const inside = [
  ...new Set(
    sources
      .map(
        (source) => /node_modules\/((?:@[^/]+\/)?[^/]+)\/[^/]+(?!.*node_modules)/.exec(source)?.[1],
      )
      .filter(Boolean),
  ),
].map((name) => LOCKED.find(({ place }) => place === `node_modules/${name}`) ?? { name });

test('in the single file is our own code, and Lit’s', () => {
  const names = inside.map(({ name }) => name);
  assert.deepEqual(names, ['lit-html']);
});

test('beside it lies the licence of all that is in it, and no other', () => {
  const files = ['LICENSE', ...inside.map(({ name }) => `node_modules/${name}/LICENSE`)];
  assert.equal(listed, files.map((file) => textOf(file)).join('\n'));
});

test('the single file’s first line names the same licences, and where they are', () => {
  const [first] = textOf(SINGLE_FILE, DIST).split('\n');
  const ids = new Set([jsonOf('package.json'), ...inside].map(({ license }) => license));
  assert.equal(first, `/*! ${[...ids].join(', ')}: ${SINGLE_FILE}.LICENSE.txt */;`);
});
