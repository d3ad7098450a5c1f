(() => {
  const a11y = (window.a11y ??= {});

  /** The widgets of the page. */
  a11y.hosts = () => [...document.querySelectorAll('ddb-debt-overview')];

  /** The parent in the flat tree: the slot if there is one. */
  a11y.parentOf = (element) =>
    element.assignedSlot ?? element.parentElement ?? element.getRootNode().host ?? null;

  /** The element and its ancestors. */
  a11y.upwards = function* (element) {
    for (let at = element; at; at = a11y.parentOf(at)) yield at;
  };

  /** The name in reports: the part or the tag. */
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

  /** The element and its visible descendants in reading order, through shadow roots and slots. */
  a11y.shown = function* (element) {
    yield element;
    for (const child of childrenOf(element)) if (isShown(child)) yield* a11y.shown(child);
  };

  /** All visible elements in the widgets. */
  a11y.all = () => a11y.hosts().flatMap((host) => [...a11y.shown(host)]);

  /** Whether an element is only for screen readers. */
  a11y.isScreenReaderOnly = (element) =>
    [...a11y.upwards(element)].some((one) => one.matches('.hidden'));

  const TARGETS = 'a[href], button, input, select, textarea, summary, [tabindex]';
  /** The widget's own controls; the page styles what it puts into slots. */
  a11y.targets = () =>
    a11y
      .all()
      .filter((one) => one.matches(TARGETS) && !one.disabled && one.getRootNode() !== document);

  /** Opens all closed lists. */
  a11y.unfold = () => {
    for (const one of a11y.all()) if (one.localName === 'details') one.open = true;
  };
})();
