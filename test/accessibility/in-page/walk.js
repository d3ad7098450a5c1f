(() => {
  const a11y = (window.a11y ??= {});

  /** The widgets of the page. */
  a11y.hosts = () => [...document.querySelectorAll('ddb-debt-overview')];

  /** Where it stands for the reader: a slot goes before the parent in the document. */
  a11y.parentOf = (element) =>
    element.assignedSlot ?? element.parentElement ?? element.getRootNode().host ?? null;

  /** It and what it stands in. */
  a11y.upwards = function* (element) {
    for (let at = element; at; at = a11y.parentOf(at)) yield at;
  };

  /** By name for a report: its part, or its tag. */
  a11y.nameOf = (element) =>
    `${element.localName}${element.part?.value ? `[${element.part.value}]` : ''} "${element.textContent
      .trim()
      .replace(/\s+/g, ' ')
      .slice(0, 40)}"`;

  const childrenOf = (element) => {
    if (element.shadowRoot) return element.shadowRoot.children;
    const slotted = element.localName === 'slot' ? element.assignedElements() : [];
    return slotted.length ? slotted : element.children;
  };

  const isShown = (element) =>
    element.localName === 'slot' || element.checkVisibility({ visibilityProperty: true });

  /** It and all that is shown in it, in the order of reading, through shadow roots and slots. */
  a11y.shown = function* (element) {
    yield element;
    for (const child of childrenOf(element)) if (isShown(child)) yield* a11y.shown(child);
  };

  /** All that is shown in the widgets. */
  a11y.all = () => a11y.hosts().flatMap((host) => [...a11y.shown(host)]);

  /** Kept for those who listen. */
  a11y.isForEars = (element) => [...a11y.upwards(element)].some((one) => one.matches('.hidden'));

  const TARGETS = 'a[href], button, input, select, textarea, summary, [tabindex]';
  /** What can be pressed and is ours: what a page puts into our slots looks as the page wants it. */
  a11y.targets = () =>
    a11y
      .all()
      .filter((one) => one.matches(TARGETS) && !one.disabled && one.getRootNode() !== document);

  /** What is folded away is unfolded. */
  a11y.unfold = () => {
    for (const one of a11y.all()) if (one.localName === 'details') one.open = true;
  };
})();
