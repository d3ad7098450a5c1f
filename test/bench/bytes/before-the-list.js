import { once } from 'node:events';
import { openBrowser } from '../../pages/open-browser.js';
import { serve } from '../../serve.js';
import { DIST, NAME } from './built-file.js';
import { lettersRun } from './letters-run.js';
import { noteTexts, ROUTES, ROWS, stopAtTheList } from './list-page.js';

/** How long the list may take, in milliseconds, in a browser that has to be started. */
const PATIENCE = 20_000;

/** The rules of the element's one sheet that have been applied to something, as they are written in it. */
async function rulesApplied(session) {
  const { ruleUsage } = await session.send('CSS.stopRuleUsageTracking');
  const used = ruleUsage.filter((rule) => rule.used);
  const [{ styleSheetId }] = used;
  const { text } = await session.send('CSS.getStyleSheetText', { styleSheetId });
  return used.map(({ startOffset, endOffset }) => text.slice(startOffset, endOffset));
}

/** Counts in one tab until the list is there. */
async function count(tab, origin, code) {
  await tab.addInitScript(noteTexts);
  await tab.addInitScript(stopAtTheList, ROWS);
  const session = await tab.context().newCDPSession(tab);
  for (const domain of ['DOM', 'CSS', 'Debugger', 'Profiler']) {
    await session.send(`${domain}.enable`);
  }
  await session.send('CSS.startRuleUsageTracking');
  await session.send('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

  const stopped = once(session, 'Debugger.paused', { signal: AbortSignal.timeout(PATIENCE) });
  const opened = tab.goto(origin);
  await stopped.catch((cause) => {
    throw new Error(`The list has not come in ${PATIENCE} ms.`, { cause });
  });
  const { result: scripts } = await session.send('Profiler.takePreciseCoverage');
  const expression = '[...textsRead]';
  const texts = await session.send('Runtime.evaluate', { expression, returnByValue: true });
  const script = scripts.find(({ url }) => url.endsWith(NAME));
  const { scriptSource } = await session.send('Debugger.getScriptSource', {
    scriptId: script.scriptId,
  });
  if (scriptSource !== code) throw new Error('dist/ has been built anew in the meantime.');
  await session.send('Debugger.resume');
  await opened;
  // Styles are applied with the next frame.
  await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));

  return {
    ...lettersRun(script.functions, code.length),
    texts: new Set(texts.result.value),
    rules: await rulesApplied(session),
    words: await tab.locator('ddb-debt-overview [part=base]').innerText(),
  };
}

/**
 * What of the built file has been needed when the rows of the list are in the page: a real Chromium counts.
 * @param {string} code the file, as it is in dist/
 * @returns {Promise<{ blocks: Uint8Array, functions: Uint8Array, texts: Set<string>, rules: string[], words: string }>}
 *   1 for each letter in a block that has run, and in a function of which some has; the texts that were read, as
 *   `da heading`; the rules of the styles that were applied; what a patron reads
 */
export async function beforeTheList(code) {
  const server = await serve(ROUTES, { folder: DIST });
  const browser = await openBrowser();
  try {
    const tab = await browser.newPage({ viewport: { width: 390, height: 844 } });
    return await count(tab, server.origin, code);
  } finally {
    await browser.close();
    await server.close();
  }
}
