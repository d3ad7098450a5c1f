import { writeFileSync } from 'node:fs';

/**
 * A reporter for @web/test-runner that counts tests, not files: prints `N passed, N failed`, and leaves the numbers in
 * the file that COUNT_FILE names, where CI adds them up.
 */
export function countReporter() {
  return {
    onTestRunFinished({ sessions }) {
      let passed = 0;
      let failed = 0;
      const count = (suite) => {
        for (const test of suite?.tests ?? []) {
          if (test.skipped) continue;
          if (test.passed) passed++;
          else failed++;
        }
        for (const inner of suite?.suites ?? []) count(inner);
      };
      for (const session of sessions) {
        count(session.testResults);
        // A file that could not even be loaded has no results, but it is no success.
        if (!session.passed && !session.testResults?.suites.length) failed++;
      }
      const line = `${passed} passed, ${failed} failed`;
      console.log(`\n${line}`);
      if (process.env.COUNT_FILE) writeFileSync(process.env.COUNT_FILE, `${passed} ${failed}\n`);
    },
  };
}
