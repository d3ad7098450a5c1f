/** What the browser calls running script, and working out where things are. */
const SCRIPT =
  /^(EvaluateScript|v8\.evaluateModule|v8\.compile.*|FunctionCall|RunMicrotasks|EventDispatch|TimerFire|FireAnimationFrame)$/;
const LAYOUT = /^(Layout|UpdateLayoutTree)$/;

/** How long, in milliseconds, any of these ran: one may lie inside another. */
function lengthOf(events) {
  let length = 0;
  let until = 0;
  for (const { ts, dur = 0 } of [...events].sort((a, b) => a.ts - b.ts)) {
    length += Math.max(0, ts + dur - Math.max(ts, until));
    until = Math.max(until, ts + dur);
  }
  return length / 1000;
}

/** Follows what a page's main thread does, until the answer is called: script without layout, and layout. */
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
    // A context has one page, and only a page lays things out: its thread is the one that does.
    const thread = events.find(({ name }) => name === 'Layout')?.tid;
    const own = events.filter(({ tid }) => tid === thread);
    const layout = own.filter(({ name }) => LAYOUT.test(name));
    const script = own.filter(({ name }) => SCRIPT.test(name));
    const laidOut = lengthOf(layout);
    return { script: lengthOf([...script, ...layout]) - laidOut, layout: laidOut };
  };
}
