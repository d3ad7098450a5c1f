/** Waits until the widget has come to rest, and tells the page around what a patron can read. */
{
  /** In milliseconds of this world. By the fast clock it is more than it ever pauses: it asks no more. */
  const PATIENCE = 250;
  const TOO_LONG = 90_000;
  const { cell } = document.currentScript.dataset;
  const { witness } = window;
  const root = document.querySelector('ddb-debt-overview').shadowRoot;

  const all = (part, within = root) => [...within.querySelectorAll(`[part~=${part}]`)];
  const words = (node) => node?.innerText.replace(/\s+/g, ' ').trim() ?? '';
  const texts = (part, within) => all(part, within).map(words);
  const can = (button) => button.getAttribute('aria-disabled') !== 'true' && !button.disabled;

  /** What has stood there at any moment, if only for one. */
  const ever = { nothingOwed: false, totals: [] };
  const remember = () => {
    ever.nothingOwed ||= /ingen mellemværender/i.test(root.textContent);
    const total = all('total')[0]?.textContent.replace(/\s+/g, ' ') ?? '';
    if (/I alt/.test(total) && !ever.totals.includes(total)) ever.totals.push(total);
  };
  new MutationObserver(remember).observe(root, {
    childList: true,
    subtree: true,
    characterData: true,
  });
  remember();

  const isAtRest = () =>
    all('base').length > 0 &&
    !all('loading').length &&
    !all('placeholder').length &&
    all('retry-button').every(can);

  const atRest = () =>
    new Promise((resolve) => {
      const began = performance.now();
      const changes = new MutationObserver(() => look());
      const done = (settled) => {
        changes.disconnect();
        clearInterval(late);
        resolve(settled);
      };
      const late = setInterval(() => {
        if (performance.now() - began > TOO_LONG) done(false);
      }, 500);
      const look = () => isAtRest() && done(true);
      changes.observe(root, { childList: true, subtree: true, attributes: true });
      look();
    });

  const sectionOf = (system) => {
    const [section] = all(`section-${system}`);
    if (!section) return undefined;
    const ways = [
      ...all('pay-button', section).filter(can).map(words),
      ...all('go-link', section).map((link) => `${words(link)} ${link.href}`),
    ];
    return {
      text: words(section),
      amounts: texts('amount', section),
      subtotal: texts('subtotal', section).join(),
      ways,
    };
  };

  const look = (settled) => ({
    settled: settled && isAtRest(),
    text: texts('base').join(),
    total: texts('total').join(),
    boxes: all('failure').map((box) => ({
      heading: texts('failure-heading', box).join(),
      text: texts('failure-text', box).join(),
      buttons: all('action', box).filter(can).map(words),
    })),
    sections: { dibs: sectionOf('dibs'), oir: sectionOf('oir') },
    login: document.querySelector('[slot=login]').getClientRects().length > 0,
    asked: { ...witness.asked },
  });

  const report = async () => {
    const settled = await atRest();
    await new Promise((resolve) => witness.setTimeout(resolve, PATIENCE));
    const first = look(settled);
    const broke = { ...witness.broke };
    const { got, recovers } = await (await witness.fetch(`/recover/${cell}`)).json();
    let after;
    if (recovers && all('retry-button').length) {
      witness.allIsWell();
      for (const button of all('retry-button')) button.click();
      // What it does for a press it does in a microtask.
      await new Promise((resolve) => witness.setTimeout(resolve));
      after = look(await atRest());
    }
    return { first, got, broke, after, ever, thrown: witness.thrown };
  };

  report().then(
    (seen) => parent.postMessage({ cell, seen }, '*'),
    (error) => parent.postMessage({ cell, seen: { error: String(error) } }, '*'),
  );
}
