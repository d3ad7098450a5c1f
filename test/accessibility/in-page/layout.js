(() => {
  const { a11y } = window;

  /** Engines round; a piece of a pixel is no fault. */
  const SLACK = 1;

  const isInside = (rect, box) =>
    rect.left >= box.left - SLACK &&
    rect.right <= box.right + SLACK &&
    rect.top >= box.top - SLACK &&
    rect.bottom <= box.bottom + SLACK;

  const isClipping = (element) => {
    const { overflowX, contain, contentVisibility } = getComputedStyle(element);
    return (
      overflowX !== 'visible' ||
      /paint|strict|content/.test(contain) ||
      contentVisibility === 'auto'
    );
  };

  /** The boxes that cut off what reaches out of them, and how far out it may reach. */
  a11y.clippers = (element) =>
    [...a11y.upwards(a11y.parentOf(element))]
      .filter((one) => one !== document.documentElement && one !== document.body)
      .filter(isClipping);

  a11y.clipBox = (element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const border = (side) => parseFloat(style[`border${side}Width`]);
    const margin = /visible/.test(style.overflowX) ? parseFloat(style.overflowClipMargin) || 0 : 0;
    return {
      left: left + border('Left') - margin,
      right: right - border('Right') + margin,
      top: top + border('Top') - margin,
      bottom: bottom - border('Bottom') + margin,
    };
  };

  a11y.isInside = isInside;

  /** README, Titles: long titles end after two lines, long names after one. */
  const ENDS = '[part="title"], [part="byline"]';

  /** Lines of text that are not where they can be read. */
  a11y.lostText = () => {
    const page = document.documentElement.getBoundingClientRect();
    return a11y.texts().flatMap(({ element, rects }) => {
      if (element.closest(ENDS)) return [];
      const clips = [element, ...a11y.clippers(element)].filter(isClipping).map(a11y.clipBox);
      const lost = rects.find(
        (rect) =>
          rect.left < page.left - SLACK ||
          rect.right > page.right + SLACK ||
          clips.some((clip) => !isInside(rect, clip)),
      );
      return lost ? [`cut off: ${a11y.nameOf(element)}`] : [];
    });
  };

  const overlap = (one, other) => ({
    x: Math.min(one.right, other.right) - Math.max(one.left, other.left),
    y: Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top),
  });
  a11y.overlap = overlap;

  /**
   * Letters of one text on those of another. Where a letter is as high as any of its line is not known, so a mark above
   * a letter may reach up to one below.
   */
  a11y.textOnText = () => {
    const lines = a11y
      .texts()
      .filter(({ element }) => !element.closest(ENDS))
      .flatMap(({ element, rects }) => rects.map((rect) => ({ element, rect })));
    return lines.flatMap(({ element, rect }, index) =>
      lines
        .slice(index + 1)
        .filter((other) => {
          const { x, y } = overlap(rect, other.rect);
          const low = Math.min(rect.bottom - rect.top, other.rect.bottom - other.rect.top);
          return other.element !== element && x > SLACK && y > Math.max(SLACK, low * 0.3);
        })
        .map((other) => `overlaps: ${a11y.nameOf(element)} and ${a11y.nameOf(other.element)}`),
    );
  };

  /** The page is wider than the window. */
  a11y.sideways = () => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const out = a11y
      .hosts()
      .filter(
        (host) =>
          host.shadowRoot.querySelector('[part=base]')?.scrollWidth > host.clientWidth + SLACK,
      );
    return [
      ...(scrollWidth > clientWidth ? [`scrolls sideways: ${scrollWidth} in ${clientWidth}`] : []),
      ...out.map((host) => `wider than its place: ${host.clientWidth}`),
    ];
  };

  /** Nothing is lost, cut off, or on top of something else; and the words are these. */
  a11y.illLaidOut = (words) => {
    const now = a11y.words();
    return [
      ...(words && words !== now ? [`other words: "${now}" for "${words}"`] : []),
      ...a11y.sideways(),
      ...a11y.lostText(),
      ...a11y.textOnText(),
    ];
  };
})();
