import { chromeLauncher } from '@web/test-runner-chrome';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import puppeteer from 'puppeteer-core';
import { firefox } from './browsers/others.js';
import { startWebKit } from './browsers/webkit-driver.js';
import { base } from './web-test-runner.base.js';

export default {
  ...base,
  concurrentBrowsers: 1,
  browsers: [
    chromeLauncher({
      puppeteer,
      concurrency: 1,
      launchOptions: { browser: 'firefox', executablePath: firefox(), headless: true },
    }),
    webdriverLauncher((await startWebKit()).client),
  ],
};
