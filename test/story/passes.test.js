import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentedTranscript, observe } from './observed.js';

/** The transcripts in docs/accessibility.md are up to date, and the patron paid the selected debt once. */
for (const [pass, engine] of [
  ['keyboard', 'Chromium'],
  ['keyboard', 'Firefox'],
  ['keyboard', 'WebKit'],
  ['ear', 'Chromium'],
]) {
  test(`a payment from the list to the printed receipt, by ${pass}, in ${engine}`, async () => {
    const { transcript, charges } = await observe(pass, engine);
    assert.equal(transcript, documentedTranscript(pass));
    assert.deepEqual(charges, [7000]);
  });
}
