import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DIST, SINGLE_FILE, textOf } from './project.js';

const FILES = [
  SINGLE_FILE,
  'ddb-debt-overview.intl.js',
  'ddb-debt-overview.start.js',
  'webview.html',
];

for (const file of FILES) {
  test(`${file} has only ASCII characters, so that its encoding does not matter`, () => {
    const others = [...textOf(file, DIST).matchAll(/.{0,20}[^\0-\x7f].{0,20}/g)];
    assert.deepEqual(
      others.map(([text]) => text),
      [],
    );
  });
}
