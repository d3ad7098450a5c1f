import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { ENGINES } from '../browsers/engines.js';
import { INSPECT, PAY } from './actions.js';
import { assertCase } from './assert-case.js';
import { actionScript, libraryPage } from './library-page.js';
import { litFiles } from './lit-files.js';
import { OLD_SCRIPTS } from './old-scripts.js';
import { openSite } from './site.js';

/** The timeout for a report, in milliseconds. */
const TIMEOUT = 60_000;

const pathOf = (index) => `/page/${index}`;
/** The path of the unmodified page. */
const BASELINE = '/baseline';

/** The pages and scripts of these cases. */
function contentsFor(cases) {
  const inspectPath = '/action/inspect.js';
  const pages = { [BASELINE]: { html: libraryPage({}, inspectPath) } };
  const scripts = { ...OLD_SCRIPTS, ...litFiles(), [inspectPath]: actionScript(INSPECT) };
  cases.forEach(({ page = {}, pays, action = pays ? PAY : INSPECT, more = {} }, index) => {
    const own = `/action/${index}.js`;
    scripts[own] = actionScript(action);
    for (const [path, one] of Object.entries({ ...more, [pathOf(index)]: page })) {
      pages[path] = { type: one.type, policy: one.policy, html: libraryPage(one, own) };
    }
  });
  return { pages, scripts };
}

/** Tests cases in one of the three engines, with the built single file from a real server. */
export function testCases(name, cases) {
  let site;
  let engine;
  let baseline;

  before(async () => {
    const { pages, scripts } = contentsFor(cases);
    site = await openSite(pages, scripts);
    engine = await ENGINES[name]();
    await engine.resize(1000, 800);
    site.expect(BASELINE);
    await engine.open(site.origin + BASELINE);
    baseline = (await reportOf(BASELINE)).inspections[0].words;
  });
  after(async () => {
    await engine?.close();
    await site?.close();
  });

  async function reportOf(path) {
    const late = new AbortController();
    const timer = wait(TIMEOUT, undefined, { signal: late.signal }).then(
      () =>
        assert.fail(`${path} sends no report; requested: ${site.requests.map((one) => one.path)}`),
      () => undefined,
    );
    try {
      return await Promise.race([site.report(path), timer]);
    } finally {
      late.abort();
    }
  }

  cases.forEach((given, index) => {
    test(`${name}: ${given.name}`, async () => {
      const path = pathOf(index);
      site.expect(path, given.from);
      await engine.open(site.origin + path);
      await assertCase(given, site, () => reportOf(given.from ?? path), baseline);
    });
  });
}
