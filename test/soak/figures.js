/** The kinds of objects whose exact number is counted after a garbage collection. */
const KINDS = [
  'AbortController',
  'AbortSignal',
  'BroadcastChannel',
  'MutationObserver',
  'ResizeObserver',
  'Response',
  'ShadowRoot',
];

async function countAlive(session, kind) {
  const objectGroup = 'soak';
  const call = (method, params) => session.send(`Runtime.${method}`, { objectGroup, ...params });
  const { result } = await call('evaluate', { expression: `${kind}.prototype` });
  const { objects } = await call('queryObjects', { prototypeObjectId: result.objectId });
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
 * Measures the heap and counts objects after a garbage collection.
 * @param {import('playwright-core').Page} tab
 * @param {import('playwright-core').CDPSession} session
 */
export async function figures(tab, session) {
  const resources = await tab.evaluate(() => window.controls.resources());
  // Console entries keep their arguments alive.
  await session.send('Runtime.discardConsoleEntries');
  await collect(session);
  const living = {};
  for (const kind of KINDS) living[kind] = await countAlive(session, kind);
  await collect(session);
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { metrics } = await session.send('Performance.getMetrics');
  const metric = (name) => metrics.find((one) => one.name === name)?.value;
  return {
    heap: usedSize,
    counted: {
      nodes: metric('Nodes'),
      listeners: metric('JSEventListeners'),
      ...resources,
      ...living,
    },
  };
}
