import { writeFileSync } from 'node:fs';

/** A reporter for node's test runner that leaves its numbers where CI adds them up, as count-reporter.js does. */
export default async function* countNodeTests(events) {
  let passed = 0;
  let failed = 0;
  for await (const { type, data } of events) {
    if (type === 'test:pass' && data.details.type !== 'suite') passed++;
    if (type === 'test:fail' && data.details.type !== 'suite') failed++;
  }
  if (process.env.COUNT_FILE) writeFileSync(process.env.COUNT_FILE, `${passed} ${failed}\n`);
  yield `${passed} passed, ${failed} failed\n`;
}
