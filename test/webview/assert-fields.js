import assert from 'node:assert/strict';

/** A message has these fields beside its version and type, and no others. */
export function assertFields(message, fields) {
  assert.deepEqual(Object.keys(message).sort(), ['type', 'version', ...fields].sort());
}
