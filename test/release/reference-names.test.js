import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { copyOurProject } from './our-project.js';

let project;
before(() => {
  project = copyOurProject();
});
after(() => project?.close());

test('every name in REFERENCE.md is compared by the next release', async () => {
  const { publicNames } = await import(pathToFileURL(project.path('.ci/release/public-names.js')));
  const names = await publicNames('HEAD');
  const reference = readFileSync(project.path('REFERENCE.md'), 'utf8');
  const listed = [...reference.matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name);
  assert.ok(listed.length > 100);
  assert.deepEqual(
    listed.filter((name) => !names.some((known) => known.endsWith(` ${name}`))),
    [],
  );
  for (const kind of ['entry', 'export', 'language', 'text', 'theme', 'value']) {
    assert.ok(
      names.some((name) => name.startsWith(`${kind} `)),
      kind,
    );
  }
});
