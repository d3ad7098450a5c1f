import assert from 'node:assert/strict';
import { assertOnlyPaymentStored } from './assert-only-payment-stored.js';

/** Runs in the page. Returns the content of every storage that its scripts can use. */
const storedByPage = async () => {
  const read = async (readStorage) => {
    try {
      return await readStorage();
    } catch {
      return undefined;
    }
  };
  const filesIn = async (folder) => {
    const names = [];
    for await (const name of folder.keys()) names.push(name);
    return names;
  };
  return {
    sessionStorage: (await read(() => ({ ...sessionStorage }))) ?? {},
    localStorage: (await read(() => Object.keys(localStorage))) ?? [],
    databases:
      (await read(async () => (await indexedDB.databases()).map(({ name }) => name))) ?? [],
    caches: (await read(() => caches.keys())) ?? [],
    workers:
      (await read(async () =>
        (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
      )) ?? [],
    files: (await read(async () => filesIn(await navigator.storage.getDirectory()))) ?? [],
    cookies: (await read(() => document.cookie)) ?? '',
    history: history.state,
    name: window.name,
  };
};

/**
 * Asserts that nothing about a patron outlives the tab (CONTRACT 6), and that the tab stores only an open payment.
 * @param {import('playwright-core').Page} page at any URL
 * @param {object} of
 * @param {string} of.origin the library's
 * @param {readonly string[]} [of.cookies] the names of the payment host's own cookies
 * @param {boolean} [of.allowsOpenPayment] whether a payment may be in progress or unregistered, and thus stored
 */
export async function assertNothingStored(
  page,
  { origin, cookies = ['session'], allowsOpenPayment = false },
) {
  if (page.isClosed()) return;
  // On another origin the library's storage cannot be read, so open a page of the library.
  if (!page.url().startsWith(`${origin}/`)) await page.goto(`${origin}/robots.txt`);
  const { sessionStorage, ...stored } = await page.evaluate(storedByPage);
  assert.deepEqual(stored, {
    localStorage: [],
    databases: [],
    caches: [],
    workers: [],
    files: [],
    cookies: '',
    history: null,
    name: '',
  });
  const jar = await page.context().cookies();
  assert.deepEqual(
    jar.map(({ name }) => name).filter((name) => !cookies.includes(name)),
    [],
  );
  const { 'ddb-debt-payment': payment, ...others } = sessionStorage;
  assert.deepEqual(others, {});
  if (payment !== undefined) {
    assert.ok(allowsOpenPayment, `no payment is in progress, but this is stored: ${payment}`);
    assertOnlyPaymentStored(payment);
  }
}
