/** Runs in the page. */
function violationsOfStructure() {
  const { a11y } = window;
  const violations = [];
  const words = (element) => element.textContent.replace(/\s+/g, ' ').trim();
  const seenWords = (element) =>
    [...element.childNodes]
      .filter((node) => node.nodeType === 3 || !node.classList?.contains('hidden'))
      .map((node) => node.textContent)
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim();

  for (const host of a11y.hosts()) {
    const root = host.shadowRoot;
    const inside = [...root.querySelectorAll('*')];

    const ids = inside.map(({ id }) => id).filter(Boolean);
    const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
    if (twice.length) violations.push(`ids twice: ${twice}`);
    for (const name of ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls']) {
      for (const one of root.querySelectorAll(`[${name}]`)) {
        for (const id of one.getAttribute(name).split(/\s+/)) {
          const named = root.getElementById(id);
          // An unknown date is left out, and a row without details has no description.
          const optional = /^(date|what)-/.test(id);
          if (!named && !optional) violations.push(`${name} names nothing: ${id}`);
        }
      }
    }

    const [base] = root.querySelectorAll('[part=base]');
    const language = host.lang || document.documentElement.lang;
    if (base?.lang !== language) violations.push(`in ${base?.lang}, not ${language}`);
    const direction = language === 'ar' ? 'rtl' : 'ltr';
    if (base && getComputedStyle(base).direction !== direction)
      violations.push(`is not written ${direction}`);
    for (const one of root.querySelectorAll('[lang]'))
      if (!/^[a-z]{2}/.test(one.lang)) violations.push(`lang="${one.lang}": ${a11y.nameOf(one)}`);

    for (const one of inside.filter((it) =>
      it.matches('h1, h2, h3, h4, h5, h6, a, button, summary, li, label'),
    )) {
      if (!words(one)) violations.push(`empty: ${a11y.nameOf(one)}`);
    }
    // The visible text is in the name, from the content or from the label.
    for (const one of root.querySelectorAll('[aria-label]'))
      if (!one.ariaLabel.includes(seenWords(one)))
        violations.push(`other name: ${a11y.nameOf(one)}`);
    for (const one of root.querySelectorAll('input')) {
      const name = one
        .getAttribute('aria-labelledby')
        .split(' ')
        .map((id) => root.getElementById(id))
        .filter(Boolean)
        .map(words)
        .join(' ');
      if (!name.startsWith(words(one.labels[0]))) violations.push(`not its label's name: ${name}`);
    }
    for (const one of root.querySelectorAll('section'))
      if (!one.getAttribute('aria-labelledby')) violations.push(`no name: ${a11y.nameOf(one)}`);
    if (root.querySelector('[tabindex]:not([tabindex="0"], [tabindex="-1"])'))
      violations.push('an order of tabs of its own');
    for (const one of root.querySelectorAll('img'))
      if (!one.hasAttribute('alt')) violations.push(`no alt: ${one.src}`);
  }

  // Danish letters only in elements marked as Danish, except names of works and systems, and quoted settings.
  for (const { element, text } of a11y.texts()) {
    const holder = [...a11y.upwards(element)].find(({ lang }) => lang);
    const isQuoted = element.closest('[part=record], [part=problems]');
    if (/[æøå]/i.test(text.replaceAll('ØiR', '')) && holder.lang !== 'da' && !isQuoted)
      violations.push(`in ${holder.lang}: ${a11y.nameOf(element)}`);
  }

  const levels = [];
  const headings = (element) => {
    for (const one of a11y.shown(element)) {
      const level = /^h([1-6])$/.exec(one.localName)?.[1];
      if (level) levels.push(Number(level));
    }
  };
  headings(document.body);
  levels.forEach((level, index) => {
    const before = levels[index - 1] ?? 0;
    if (index && level > before + 1) violations.push(`h${before}, then h${level}`);
  });
  if (!document.documentElement.lang) violations.push('a page without a language');
  return violations;
}

/** WCAG 1.3.1, 2.4.6, 2.5.3, 3.1.1, 3.1.2, 4.1.2. */
export const structure = {
  rule: 'ids, names, languages and headings are in order (1.3.1, 2.4.6, 2.5.3, 3.1.1, 3.1.2, 4.1.2)',
  looks: ['light', 'english', 'arabic'],
  inspect: (tab) => tab.evaluate(violationsOfStructure),
};
