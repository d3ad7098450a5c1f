/**
 * Runs before all other scripts, and reports console messages and inspections (inspect.js) to the site. It uses nothing
 * that a later script can replace: no methods of arrays, and references that it stores now.
 */
(() => {
  const { fetch, setTimeout, Promise } = window;
  const { stringify, parse } = JSON;
  const site = new URL(document.currentScript.src).origin;
  const isReturn = /ddb-order=/.test(location.search);
  /** In milliseconds. */
  const TIMEOUT = 60_000;

  const messages = [];
  const record = (kind, what) => (messages[messages.length] = `${kind}: ${what}`);
  for (const kind of ['warn', 'error']) {
    const own = console[kind];
    console[kind] = function (...args) {
      let line = '';
      for (let at = 0; at < args.length; at++) line += (at ? ' ' : '') + String(args[at]);
      record(kind, line);
      return own.apply(console, args);
    };
  }
  addEventListener(
    'error',
    ({ message, target }) => record('error', message || `no ${target.src || target.localName}`),
    true,
  );
  addEventListener('unhandledrejection', ({ reason }) => record('rejection', String(reason)));
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    record('policy', `${effectiveDirective} ${blockedURI}`),
  );

  /** The stored payment when the page loads. Storage is cleared first, except on the return from the gateway. */
  let stored = null;
  try {
    if (!isReturn) sessionStorage.clear();
    stored = parse(sessionStorage.getItem('ddb-debt-payment'));
  } catch {
    // There is no storage, or it has no JSON.
  }

  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

  /** Waits until `holds()` is true, or until the timeout. */
  async function until(holds) {
    const end = performance.now() + TIMEOUT;
    while (!holds() && performance.now() < end) await wait(15);
    // Lets errors of the same task arrive.
    await wait(0);
  }

  const findPart = (element, part) => element?.shadowRoot?.querySelector(`[part~="${part}"]`);

  const failed = () => {
    for (let at = 0; at < messages.length; at++)
      if (/^(error|rejection)/.test(messages[at])) return true;
    return false;
  };

  /** A replacer for JSON.stringify that ignores any toJSON. */
  function raw(key) {
    return this[key];
  }

  window.monitor = {
    site,
    isReturn,
    raw,
    wait,
    until,
    findPart,
    /** Waits until debts, the empty list or a failure are shown, or an error occurred. */
    settled: (element) =>
      until(
        () =>
          findPart(element, 'debt') ||
          findPart(element, 'failure') ||
          findPart(element, 'empty') ||
          (failed() && !findPart(element, 'loading')),
      ),
    report: (report) =>
      fetch(`${site}/report`, {
        method: 'POST',
        mode: 'no-cors',
        body: stringify(
          { path: location.pathname, href: location.href, messages, stored, ...report },
          raw,
        ),
      }),
  };
})();
