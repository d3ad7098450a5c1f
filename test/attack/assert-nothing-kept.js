import assert from 'node:assert/strict';
import { assertOnlyThePayment } from './assert-only-the-payment.js';

/** All that a page's scripts can keep things in, and what is in it. What the page may not look into it cannot fill. */
const keptByPage = async () => {
  const read = async (look) => {
    try {
      return await look();
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
 * Nothing about a patron outlives the tab (CONTRACT 6), and in the tab only what an open payment needs.
 * @param {import('playwright-core').Page} page wherever it is now
 * @param {object} of
 * @param {string} of.origin the library's
 * @param {readonly string[]} [of.cookies] the host's own, by name
 * @param {boolean} [of.mayBeOpen] a payment may be under way, or not yet registered: then that is kept, and nothing else
 */
export async function assertNothingKept(
  page,
  { origin, cookies = ['session'], mayBeOpen = false },
) {
  if (page.isClosed()) return;
  // At the gateway, or before a page that is no page: the tab still has what the library's pages put into it.
  if (!page.url().startsWith(`${origin}/`)) await page.goto(`${origin}/robots.txt`);
  const { sessionStorage, ...kept } = await page.evaluate(keptByPage);
  assert.deepEqual(kept, {
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
    assert.ok(mayBeOpen, `no payment is under way, and this is kept: ${payment}`);
    assertOnlyThePayment(payment);
  }
}
