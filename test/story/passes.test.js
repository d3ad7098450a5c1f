import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asWritten, observe } from './observed.js';

/** What ACCESSIBILITY.md says was observed is what is observed; and the patron has paid once, what was chosen. */
for (const [pass, engine] of [
  ['keyboard', 'Chromium'],
  ['keyboard', 'Firefox'],
  ['keyboard', 'WebKit'],
  ['ear', 'Chromium'],
]) {
  test(`from showing to printing, by ${pass}, in ${engine}`, async () => {
    const { account, charges } = await observe(pass, engine);
    assert.equal(account, asWritten(pass));
    assert.deepEqual(charges, [7000]);
  });
}
