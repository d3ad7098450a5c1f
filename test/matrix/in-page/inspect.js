/** Waits until the widget is stable, and reports what a patron can read to the parent page. */
{
  /** In real milliseconds. On the fast clock it is longer than any delay before a retry. */
  const QUIET_TIME = 250;
  const MAX_WAIT = 90_000;
  const { cell } = document.currentScript.dataset;
  const { monitor } = window;
  const root = document.querySelector('ddb-debt-overview').shadowRoot;

  const all = (part, within = root) => [...within.querySelectorAll(`[part~=${part}]`)];
  const words = (node) => node?.innerText.replace(/\s+/g, ' ').trim() ?? '';
  const texts = (part, within) => all(part, within).map(words);
  const isEnabled = (button) => button.getAttribute('aria-disabled') !== 'true' && !button.disabled;

  /** The texts that were shown at any time. */
  const ever = { nothingOwed: false, totals: [] };
  const record = () => {
    ever.nothingOwed ||= /ingen mellemværender/i.test(root.textContent);
    const total = all('total')[0]?.textContent.replace(/\s+/g, ' ') ?? '';
    if (/I alt/.test(total) && !ever.totals.includes(total)) ever.totals.push(total);
  };
  new MutationObserver(record).observe(root, {
    childList: true,
    subtree: true,
    characterData: true,
  });
  record();

  const isStable = () =>
    all('base').length > 0 &&
    !all('loading').length &&
    !all('placeholder').length &&
    all('retry-button').every(isEnabled) &&
    // While it is asked again, a system that wants a login says so in the same box.
    !all('login').some((box) => box.textContent.includes('Henter'));

  const untilStable = () =>
    new Promise((resolve) => {
      const began = performance.now();
      const changes = new MutationObserver(() => check());
      const done = (settled) => {
        changes.disconnect();
        clearInterval(late);
        resolve(settled);
      };
      const late = setInterval(() => {
        if (performance.now() - began > MAX_WAIT) done(false);
      }, 500);
      const check = () => isStable() && done(true);
      changes.observe(root, { childList: true, subtree: true, attributes: true });
      check();
    });

  const sectionOf = (system) => {
    const [section] = all(`section-${system}`);
    if (!section) return undefined;
    const actions = [
      ...all('pay-button', section).filter(isEnabled).map(words),
      ...all('go-link', section).map((link) => `${words(link)} ${link.href}`),
    ];
    return {
      text: words(section),
      amounts: texts('amount', section),
      subtotal: texts('subtotal', section).join(),
      actions,
    };
  };

  const inspect = (settled) => ({
    settled: settled && isStable(),
    text: texts('base').join(),
    total: texts('total').join(),
    boxes: all('failure').map((box) => ({
      heading: texts('failure-heading', box).join(),
      text: texts('failure-text', box).join(),
      buttons: all('action', box).filter(isEnabled).map(words),
    })),
    sections: { dibs: sectionOf('dibs'), oir: sectionOf('oir') },
    login: document.querySelector('[slot=login]').getClientRects().length > 0,
    requested: { ...monitor.requested },
  });

  const report = async () => {
    const settled = await untilStable();
    await new Promise((resolve) => monitor.setTimeout(resolve, QUIET_TIME));
    const first = inspect(settled);
    const interrupted = { ...monitor.interrupted };
    const { received, recovers } = await (await monitor.fetch(`/recover/${cell}`)).json();
    let after;
    if (recovers && all('retry-button').length) {
      monitor.allIsWell();
      for (const button of all('retry-button')) button.click();
      // A press takes effect in a microtask.
      await new Promise((resolve) => monitor.setTimeout(resolve));
      after = inspect(await untilStable());
    }
    return {
      first,
      received,
      interrupted,
      after,
      ever,
      thrown: monitor.thrown,
      warned: monitor.warned,
    };
  };

  report().then(
    (seen) => parent.postMessage({ cell, seen }, '*'),
    (error) => parent.postMessage({ cell, seen: { error: String(error) } }, '*'),
  );
}
