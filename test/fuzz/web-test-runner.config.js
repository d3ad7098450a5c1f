/** `npx wtr --config test/fuzz/web-test-runner.config.js`: all runs, in Chromium. */
import config from '../web-test-runner.config.js';

export default {
  ...config,
  files: ['test/fuzz/*.test.ts'],
  coverage: false,
  testRunnerHtml: (testFramework) => `<!doctype html>
    <script>
      globalThis.FUZZ_PART = 1;
    </script>
    <script type="module" src="${testFramework}"></script>`,
  testFramework: { config: { timeout: 3_600_000 } },
  testsFinishTimeout: 3_600_000,
};
