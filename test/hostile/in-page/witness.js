/**
 * Comes before everything else in a page, and tells the site what the console was told and what look.js has seen.
 * It trusts nothing that a later script may replace: no methods of arrays, and what it needs it takes down now.
 */
(() => {
  const { fetch, setTimeout, Promise } = window;
  const { stringify, parse } = JSON;
  const site = new URL(document.currentScript.src).origin;
  const cameBack = /ddb-order=/.test(location.search);
  /** So long a page may take, in ms. */
  const PATIENCE = 60_000;

  const heard = [];
  const hear = (kind, what) => (heard[heard.length] = `${kind}: ${what}`);
  for (const kind of ['warn', 'error']) {
    const own = console[kind];
    console[kind] = function (...said) {
      let line = '';
      for (let at = 0; at < said.length; at++) line += (at ? ' ' : '') + String(said[at]);
      hear(kind, line);
      return own.apply(console, said);
    };
  }
  addEventListener(
    'error',
    ({ message, target }) => hear('error', message || `no ${target.src || target.localName}`),
    true,
  );
  addEventListener('unhandledrejection', ({ reason }) => hear('rejection', String(reason)));
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    hear('policy', `${effectiveDirective} ${blockedURI}`),
  );

  /** What the tab remembers of a payment when the page comes; each page but a return begins with nothing. */
  let remembered = null;
  try {
    if (!cameBack) sessionStorage.clear();
    remembered = parse(sessionStorage.getItem('ddb-debt-payment'));
  } catch {
    // Nothing is kept here, or it is no JSON.
  }

  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

  /** Waits until it holds; not for ever: then what there is has to be looked at. */
  async function until(holds) {
    const end = performance.now() + PATIENCE;
    while (!holds() && performance.now() < end) await wait(15);
    // What fails in the same breath is heard of, too.
    await wait(0);
  }

  const partIn = (element, part) => element?.shadowRoot?.querySelector(`[part~="${part}"]`);

  const failed = () => {
    for (let at = 0; at < heard.length; at++) if (/^(error|rejection)/.test(heard[at])) return true;
    return false;
  };

  /** Past every toJSON that there may be by now. */
  function raw(key) {
    return this[key];
  }

  window.witness = {
    site,
    cameBack,
    raw,
    wait,
    until,
    partIn,
    /** Debts are on the screen, or that there are none, or why not; or something has failed for good. */
    settled: (element) =>
      until(
        () =>
          partIn(element, 'debt') ||
          partIn(element, 'failure') ||
          partIn(element, 'empty') ||
          (failed() && !partIn(element, 'loading')),
      ),
    tell: (report) =>
      fetch(`${site}/report`, {
        method: 'POST',
        mode: 'no-cors',
        body: stringify(
          { path: location.pathname, href: location.href, heard, remembered, ...report },
          raw,
        ),
      }),
  };
})();
