import { chromium as playwright } from 'playwright-core';
import { chromium } from '../browsers/chromium.js';

/** Launches the Chromium of the other tests with Playwright. */
export async function openBrowser(args = []) {
  const { executablePath, args: needed } = await chromium();
  return playwright.launch({ executablePath, args: [...needed, ...args] });
}
