import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compare, next, parse, SIZES, sizeOf } from '../../.ci/release/version.js';

const number = fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 1000 }));
const full = fc.tuple(number, number, number).map((core) => core.join('.'));
const candidate = fc
  .tuple(full, fc.constantFrom('alpha', 'beta', 'rc'), number)
  .map(([core, word, at]) => `${core}-${word}.${at}`);
const version = fc.oneof(full, candidate);
const size = fc.constantFrom(...SIZES);

/** In the order of semver.org, 11. */
const IN_ORDER = [
  ...['0.0.9', '0.0.10', '0.1.0', '0.9.0', '0.10.0', '1.0.0-alpha.1', '1.0.0-alpha.2'],
  ...['1.0.0-beta.2', '1.0.0-beta.11', '1.0.0-rc.1', '1.0.0', '1.0.1-rc.1', '1.0.1', '2.0.0'],
];

test('versions are ordered as on semver.org: numerically, and candidates before their version', () => {
  const shuffled = IN_ORDER.toSorted();
  assert.notDeepEqual(shuffled, IN_ORDER);
  assert.deepEqual(shuffled.sort(compare), IN_ORDER);
});

test('the order is total and transitive', () => {
  fc.assert(
    fc.property(version, version, version, (a, b, c) => {
      assert.equal(Math.sign(compare(a, b)) + Math.sign(compare(b, a)), 0);
      assert.equal(compare(a, b) === 0, a === b);
      if (compare(a, b) <= 0 && compare(b, c) <= 0) assert.ok(compare(a, c) <= 0);
    }),
  );
});

test('the next version is higher, complete, and of the requested size', () => {
  fc.assert(
    fc.property(full, size, (from, asked) => {
      const to = next(from, asked);
      assert.ok(compare(to, from) > 0);
      assert.equal(parse(to).pre, undefined);
      assert.equal(sizeOf(from, to), asked);
    }),
  );
});

test('there is no version between one and its next of a size', () => {
  fc.assert(
    fc.property(full, full, size, (from, other, asked) => {
      const isAsLarge = compare(other, from) > 0 && sizeOf(from, other) === asked;
      if (isAsLarge) assert.ok(compare(other, next(from, asked)) >= 0);
    }),
  );
});

test('the next version of a candidate is its own, if that is as large as requested', () => {
  const nexts = (from) => SIZES.map((asked) => next(from, asked));
  assert.deepEqual(nexts('1.2.3-rc.1'), ['1.2.3', '1.3.0', '2.0.0']);
  assert.deepEqual(nexts('1.2.0-rc.1'), ['1.2.0', '1.2.0', '2.0.0']);
  assert.deepEqual(nexts('2.0.0-rc.1'), ['2.0.0', '2.0.0', '2.0.0']);
  fc.assert(
    fc.property(candidate, size, (from, asked) => assert.ok(compare(next(from, asked), from) > 0)),
  );
});

test('invalid versions: too few numbers, a leading zero, a v, another word', () => {
  for (const text of ['', '1', '1.2', '01.2.3', 'v1.2.3', '1.2.3-rc', '1.2.3-x.1', '1.2.3 ']) {
    assert.equal(parse(text), undefined, text);
  }
});
