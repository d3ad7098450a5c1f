import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { ENGINES } from '../browsers/engines.js';
import { LOOKS, PAYS } from './acts.js';
import { assertCase } from './assert-case.js';
import { actOf, hostPage } from './host-page.js';
import { litFiles } from './lit-files.js';
import { OLD_SCRIPTS } from './old-scripts.js';
import { openSite } from './site.js';

/** So long a page may take to tell something, in ms. */
const PATIENCE = 60_000;

const pathOf = (index) => `/page/${index}`;
/** Nothing is done to this one. */
const USUAL = '/usual';

/** What the site has to have for these cases. */
function contentsFor(cases) {
  const look = '/act/look.js';
  const pages = { [USUAL]: { html: hostPage({}, look) } };
  const scripts = { ...OLD_SCRIPTS, ...litFiles(), [look]: actOf(LOOKS) };
  cases.forEach(({ page = {}, pays, act = pays ? PAYS : LOOKS, more = {} }, index) => {
    const own = `/act/${index}.js`;
    scripts[own] = actOf(act);
    for (const [path, one] of Object.entries({ ...more, [pathOf(index)]: page })) {
      pages[path] = { type: one.type, policy: one.policy, html: hostPage(one, own) };
    }
  });
  return { pages, scripts };
}

/** Cases in one of the three engines, on the built single file, from a real server. */
export function judgeIn(name, cases) {
  let site;
  let engine;
  let usual;

  before(async () => {
    const { pages, scripts } = contentsFor(cases);
    site = await openSite(pages, scripts);
    engine = await ENGINES[name]();
    await engine.resize(1000, 800);
    site.expect(USUAL);
    await engine.open(site.origin + USUAL);
    usual = (await reportOf(USUAL)).seen[0].words;
  });
  after(async () => {
    await engine?.close();
    await site?.close();
  });

  async function reportOf(path) {
    const late = new AbortController();
    const timer = wait(PATIENCE, undefined, { signal: late.signal }).then(
      () => assert.fail(`${path} tells nothing; asked for: ${site.asked.map((one) => one.path)}`),
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
      await assertCase(given, site, () => reportOf(given.from ?? path), usual);
    });
  });
}
