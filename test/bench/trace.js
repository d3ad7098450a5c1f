/** The browser's names for running script, and for layout. */
const SCRIPT =
  /^(EvaluateScript|v8\.evaluateModule|v8\.compile.*|FunctionCall|RunMicrotasks|EventDispatch|TimerFire|FireAnimationFrame)$/;
const LAYOUT = /^(Layout|UpdateLayoutTree)$/;

/** The total duration of these events, in milliseconds; nested ones count once. */
function lengthOf(events) {
  let length = 0;
  let until = 0;
  for (const { ts, dur = 0 } of [...events].sort((a, b) => a.ts - b.ts)) {
    length += Math.max(0, ts + dur - Math.max(ts, until));
    until = Math.max(until, ts + dur);
  }
  return length / 1000;
}

/** Traces the main thread of a page until the returned function is called: script without layout, and layout. */
export async function traceOf(session) {
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'v8.execute'] },
  });
  return async () => {
    const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
    await session.send('Tracing.end');
    await complete;
    // The context has one page, and only the thread of a page does layout.
    const thread = events.find(({ name }) => name === 'Layout')?.tid;
    const own = events.filter(({ tid }) => tid === thread);
    const layout = own.filter(({ name }) => LAYOUT.test(name));
    const script = own.filter(({ name }) => SCRIPT.test(name));
    const laidOut = lengthOf(layout);
    return { script: lengthOf([...script, ...layout]) - laidOut, layout: laidOut };
  };
}
