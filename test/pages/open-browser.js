import { chromium as playwright } from 'playwright-core';
import { chromium } from '../browsers/chromium.js';

/** The browser of the other tests, to be driven from outside the page. */
export async function openBrowser(args = []) {
  const { executablePath, args: needed } = await chromium();
  return playwright.launch({ executablePath, args: [...needed, ...args] });
}
