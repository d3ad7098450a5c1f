import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { changedNames, leastSize } from '../../.ci/release/changed-names.js';
import { namesInIndex, namesInManifest, namesInMessages } from '../../.ci/release/public-names.js';

const changed = (before, now, last) => leastSize(changedNames(before, now), last);

test('a removed name needs a major, a new name a minor, and neither is allowed in a patch', () => {
  assert.equal(changed(['a', 'b'], ['a'], '1.4.2'), 'major');
  assert.equal(changed(['a'], ['a', 'b'], '1.4.2'), 'minor');
  assert.equal(changed(['a', 'b'], ['b', 'a'], '1.4.2'), 'patch');
});

test('a renamed name counts as removed', () => {
  assert.equal(changed(['part base'], ['part ground'], '1.4.2'), 'major');
});

test('before 1.0.0 a minor may remove names', () => {
  assert.equal(changed(['a', 'b'], ['a'], '0.4.2'), 'minor');
});

test('the new names are the old ones with the additions and without the removals', () => {
  const names = fc.uniqueArray(fc.constantFrom(...'abcdefgh'));
  fc.assert(
    fc.property(names, names, (before, now) => {
      const { added, removed } = changedNames(before, now);
      const kept = before.filter((name) => !removed.includes(name));
      assert.deepEqual([...kept, ...added].sort(), now.toSorted());
    }),
  );
});

test('of the element: its tag, attributes with their values, members, events, slots, parts, properties', () => {
  const element = {
    tagName: 'x-y',
    attributes: [{ name: 'view', type: { text: "'full'|'summary'" } }, { name: 'url' }],
    members: [{ name: 'refresh' }],
    events: [{ name: 'x-load' }],
    slots: [{ name: 'intro' }],
    cssParts: [{ name: 'base' }],
    cssProperties: [{ name: '--x-font' }],
  };
  assert.deepEqual(namesInManifest({ modules: [{ declarations: [{}, element] }] }), [
    'tag x-y',
    'attribute view',
    'attribute url',
    'value view="full"',
    'value view="summary"',
    'member refresh',
    'event x-load',
    'slot intro',
    'part base',
    'custom property --x-font',
  ]);
});

test('of a module: its exports, by their public names', () => {
  const code = `export { A } from './a.js';
export type { B, C } from './b.js';
export {
  D,
  E as F,
} from './d.js';
`;
  assert.deepEqual(namesInIndex(code), [
    'export A',
    'export B',
    'export C',
    'export D',
    'export F',
  ]);
});

test('of the texts: those that a library may replace', () => {
  const code = `export const messages = () => ({
  '/direction': msg('ltr', { id: '/direction' }),
  heading: msg('M', { id: 'heading' }),
  'debt.fee': msg('G', { id: 'debt.fee' }),
  'debt.fee/short': msg('G', { id: 'debt.fee/short' }),
});`;
  assert.deepEqual(namesInMessages(code), ['text heading', 'text debt.fee']);
});
