import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

test('a server can import the package without a page', async () => {
  const { DdbDebtOverview } = await import('ddb-debt-overview');
  await import('ddb-debt-overview/define');
  const { version } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'));
  assert.equal(DdbDebtOverview.version, version);
});

test('every file that package.json names is built', () => {
  const { exports } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'));
  const named = Object.values(exports).flatMap((entry) =>
    typeof entry === 'string' ? [entry] : Object.values(entry),
  );
  assert.deepEqual(
    named.filter((file) => !existsSync(ROOT + file.replace(/\*$/, ''))),
    [],
  );
});

test('dist/custom-elements.json has every attribute of the element', async () => {
  const { DdbDebtOverview } = await import('ddb-debt-overview');
  const manifest = JSON.parse(readFileSync(`${ROOT}dist/custom-elements.json`, 'utf8'));
  const element = manifest.modules
    .flatMap(({ declarations }) => declarations)
    .find(({ tagName }) => tagName === 'ddb-debt-overview');
  assert.deepEqual(
    element.attributes.map(({ name }) => name).sort(),
    [...DdbDebtOverview.observedAttributes].sort(),
  );
  const { members, events } = element;
  for (const name of ['feesUrl', 'headingLevel', 'config', 'getToken', 'refresh', 'overview']) {
    assert.ok(members.some((member) => member.name === name));
  }
  assert.deepEqual(events.map(({ name }) => name).sort(), [
    'ddb-debt-auth',
    'ddb-debt-error',
    'ddb-debt-leave',
    'ddb-debt-load',
    'ddb-debt-pay',
  ]);
  assert.ok(
    manifest.modules.every(({ path }) => existsSync(ROOT + path) || path.includes('/host/')),
  );
});
