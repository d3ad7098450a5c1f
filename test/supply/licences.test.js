import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DIST, LOCKED, jsonOf, SINGLE_FILE, textOf } from './project.js';

/** Licences of shipped code, in the single file or beside it. */
const SHIPPED = ['MIT', 'BSD-3-Clause'];
/** Licences of build and test tools, which are not shipped. */
const TOOLS = [
  ...SHIPPED,
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MPL-2.0',
  // The fonts of the pictures in test/visual.
  'OFL-1.1',
  'Zlib',
];
/** Two old packages have a licence in their README only. */
const READ_BY_HAND = { 'css-value': 'MIT', only: 'MIT' };

/** A simple SPDX expression: one id, `(A OR B)`, `(A AND B)`. */
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

test('shipped code is MIT or BSD-3-Clause', () => {
  assert.equal(jsonOf('package.json').license, 'MIT');
  const shipped = LOCKED.filter(({ dev }) => !dev);
  assert.deepEqual(notAllowed(SHIPPED, shipped), []);
});

test('every build and test tool has a known and allowed licence', () => {
  assert.deepEqual(notAllowed(TOOLS, LOCKED), []);
});

/** The packages with code in a file, by its source map. */
function packagesIn(file) {
  const { sources } = jsonOf(`${file}.map`, DIST);
  const names = sources.flatMap(
    (source) =>
      /node_modules\/((?:@[^/]+\/)?[^/]+)\/[^/]+(?!.*node_modules)/.exec(source)?.[1] ?? [],
  );
  return [...new Set(names)];
}

const LIT = ['@lit/reactive-element', 'lit-html', 'lit-element'];
const INSIDE = {
  [SINGLE_FILE]: LIT,
  'ddb-debt-overview.intl.js': LIT,
  'ddb-debt-overview.start.js': [],
};

for (const [file, packages] of Object.entries(INSIDE)) {
  test(`in ${file} is our own code, and ${packages.join(', ') || 'nobody else’s'}`, () => {
    assert.deepEqual(packagesIn(file), packages);
  });

  test(`beside ${file} are the licences of its code, and no other`, () => {
    const files = ['LICENSE', ...packages.map((name) => `node_modules/${name}/LICENSE`)];
    const licences = files.map((name) => textOf(name)).join('\n');
    assert.equal(textOf(`${file}.LICENSE.txt`, DIST), licences);
  });

  test(`the first line of ${file} has the same licences, and where they are`, () => {
    const [first] = textOf(file, DIST).split('\n');
    const all = [
      jsonOf('package.json'),
      ...packages.map((name) => jsonOf(`node_modules/${name}/package.json`)),
    ];
    const ids = new Set(all.map(({ license }) => license));
    assert.equal(first, `/*! ${[...ids].join(', ')}: ${file}.LICENSE.txt */`);
  });
}
