import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { LitElement } from 'lit';
import { DdbDebtOverview } from 'ddb-debt-overview';
import * as exported from 'ddb-debt-overview';
import { classes, dist, element } from '../../.ci/api/manifest.js';
import { REFERENCE, reference } from '../../.ci/api/reference.js';
import { TEXTS, texts } from '../../.ci/api/texts.js';

const SRC = new URL('../../src/', import.meta.url);
const views = readdirSync(new URL('views/', SRC)).filter((name) => !name.startsWith('parts'));
const drawn = views.map((name) => readFileSync(new URL(`views/${name}`, SRC), 'utf8')).join('\n');

const written = readFileSync(REFERENCE, 'utf8');

/** The first column of the table under a heading. */
function listed(heading) {
  const [, section = ''] = written.split(`\n## ${heading}\n`);
  const [table] = section.split('\n## ');
  return [...table.matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name).sort();
}

/** All that is found in the views, each once. */
const found = (pattern) =>
  [...new Set([...drawn.matchAll(pattern)].flatMap(([, names]) => names.split(' ')))].sort();

test('REFERENCE.md is what `node .ci/api/write-reference.js` writes, to the byte', async () => {
  assert.equal(written, await reference());
});

test('docs/texts.md has the texts of today', async () => {
  assert.equal(readFileSync(TEXTS, 'utf8'), await texts());
});

test('every attribute that the element observes is in it, and no other', () => {
  assert.deepEqual(listed('Attributes'), [...DdbDebtOverview.observedAttributes].sort());
});

test('every event that the package exports is in it, by the name that it has, and no other', () => {
  const classes = Object.keys(exported).filter((name) => /Event$/.test(name));
  const names = classes.map((name) => new exported[name]([]).type);
  assert.deepEqual(listed('Events'), names.sort());
  for (const name of classes) assert.ok(written.includes(`\`${name}\``), name);
});

test('every public member of the element is in it', () => {
  const own = Object.getOwnPropertyNames(DdbDebtOverview.prototype);
  // What Lit and the platform call. `updateComplete` is also for the page.
  const isLifecycle = (name) => name !== 'updateComplete' && name in LitElement.prototype;
  assert.deepEqual(
    [...listed('Properties'), ...listed('Methods')].sort(),
    own.filter((name) => !isLifecycle(name)).sort(),
  );
});

test('every slot in the views is in it, and no other', () => {
  const names = found(/<slot name=(?:"|\$\{`)([^"`]+)/g).flatMap((name) =>
    name.startsWith('${system}')
      ? ['dibs', 'oir'].map((is) => name.replace('${system}', is))
      : name,
  );
  assert.deepEqual(listed('Slots'), names.sort());
});

test('every custom property in the styles is in it, and no other', () => {
  assert.deepEqual(listed('CSS custom properties'), found(/var\((--ddb-debt-[a-z-]+)[,)]/g));
});

test('every part in the views is in it, and each that is in it is drawn', () => {
  const parts = listed('CSS parts');
  const literal = found(/\bpart="([^"]+)"/g);
  assert.ok(literal.length > 40);
  assert.deepEqual(
    literal.filter((name) => !parts.includes(name)),
    [],
  );
  const whole = (name) => new RegExp(`["'\`\\s]${name}["'\`\\s]`);
  const composed = new Set(['section-dibs', 'section-oir']);
  assert.deepEqual(
    parts.filter((name) => !composed.has(name) && !whole(name).test(drawn)),
    [],
  );
});

test('each part, slot, event, attribute, custom property and public member has a description', () => {
  const { attributes, events, slots, cssParts, cssProperties, members } = element;
  const fields = classes.filter((one) => one !== element).flatMap((one) => one.members ?? []);
  const undescribed = [attributes, events, slots, cssParts, cssProperties, members, fields]
    .flat()
    .filter((item) => !item.static && !item.description?.trim());
  assert.deepEqual(undescribed, []);
});

test('each attribute is linked to a property with the same description', () => {
  for (const { name, fieldName, description } of element.attributes) {
    const property = element.members.find((member) => member.name === fieldName);
    assert.deepEqual([property?.attribute, property?.description], [name, description]);
  }
});

test('the modules of the manifest have the classes that it says they have', async () => {
  const { modules } = JSON.parse(readFileSync(dist('custom-elements.json'), 'utf8'));
  assert.deepEqual(
    modules.map(({ path }) => path),
    ['dist/index.js', 'dist/define.js'],
  );
  for (const { name } of modules[0].exports) assert.equal(typeof exported[name], 'function', name);
});
