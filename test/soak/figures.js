/** What of these is alive after a clean-up, to one. */
const KINDS = [
  'AbortController',
  'AbortSignal',
  'BroadcastChannel',
  'MutationObserver',
  'ResizeObserver',
  'Response',
  'ShadowRoot',
];

async function alive(session, kind) {
  const objectGroup = 'soak';
  const ask = (method, given) => session.send(`Runtime.${method}`, { objectGroup, ...given });
  const { result } = await ask('evaluate', { expression: `${kind}.prototype` });
  const { objects } = await ask('queryObjects', { prototypeObjectId: result.objectId });
  const { result: length } = await session.send('Runtime.callFunctionOn', {
    objectId: objects.objectId,
    functionDeclaration: 'function () { return this.length }',
    returnByValue: true,
  });
  await session.send('Runtime.releaseObjectGroup', { objectGroup });
  return length.value;
}

async function collect(session) {
  for (let round = 0; round < 5; round++) await session.send('HeapProfiler.collectGarbage');
}

/**
 * What the page holds after a thorough clean-up.
 * @param {import('playwright-core').Page} tab
 * @param {import('playwright-core').CDPSession} session
 */
export async function figures(tab, session) {
  const held = await tab.evaluate(() => window.controls.resources());
  // The browser keeps what the console was told, for whoever opens it.
  await session.send('Runtime.discardConsoleEntries');
  await collect(session);
  const living = {};
  for (const kind of KINDS) living[kind] = await alive(session, kind);
  await collect(session);
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { metrics } = await session.send('Performance.getMetrics');
  const metric = (name) => metrics.find((one) => one.name === name)?.value;
  return {
    heap: usedSize,
    counted: { nodes: metric('Nodes'), listeners: metric('JSEventListeners'), ...held, ...living },
  };
}
