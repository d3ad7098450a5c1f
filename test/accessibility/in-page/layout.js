(() => {
  const { a11y } = window;

  /** Engines round fractions of a pixel. */
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

  /** The boxes that clip their overflow, and how far a text may overflow. */
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

  /** README, Titles: long titles are cut after two lines, long names after one. */
  const ENDS = '[part="title"], [part="byline"]';

  /** Lines of text that are clipped or covered. */
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

  const edge = (rects, side, most) => most(...rects.map((rect) => rect[side]));
  const boxOf = (rects) => ({
    left: edge(rects, 'left', Math.min),
    right: edge(rects, 'right', Math.max),
    top: edge(rects, 'top', Math.min),
    bottom: edge(rects, 'bottom', Math.max),
  });
  const spread = (numbers) => (numbers.length ? Math.max(...numbers) - Math.min(...numbers) : 0);

  /** The position of an amount's comma. */
  const commaOf = (amount) => {
    const walker = document.createTreeWalker(amount, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.data.search(/[,.٫][\d٠-٩]{2}(?![\d٠-٩])/);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      return [range.getBoundingClientRect().right];
    }
    return [];
  };

  /** From this width, in em, a button is as wide as its text. */
  const WIDE = 34;
  /** From right to left the longest amounts are wider than their column. */
  const LONG = 12;

  /** Amounts are aligned and beside their reasons; buttons have the expected width. */
  a11y.illPlaced = () => {
    const violations = [];
    const texts = a11y.texts();
    const linesOf = (element) =>
      texts.filter((text) => element.contains(text.element)).flatMap(({ rects }) => rects);
    for (const host of a11y.hosts()) {
      const { width } = host.getBoundingClientRect();
      const letters = parseFloat(getComputedStyle(host).fontSize);
      const all = (part, within = host.shadowRoot) => [
        ...within.querySelectorAll(`[part~=${part}]`),
      ];
      const isRightToLeft = getComputedStyle(host.shadowRoot.firstElementChild).direction === 'rtl';

      for (const section of all('section')) {
        const amounts = all('amount', section);
        const ends = [...amounts, ...all('subtotal', section)].map(
          (one) => boxOf(linesOf(one)).right,
        );
        // From right to left a row ends at its left, but amounts are still left to right.
        if (!isRightToLeft && spread(ends) > SLACK)
          violations.push(`the amounts end ${spread(ends).toFixed(1)} px apart`);
        const isLong = amounts.some((one) => one.textContent.trim().length > LONG);
        const commas = amounts.flatMap(commaOf);
        if (!(isRightToLeft && isLong) && spread(commas) > SLACK)
          violations.push(`the commas stand ${spread(commas).toFixed(1)} px apart`);
      }

      for (const debt of all('debt')) {
        const [[reason], amount] = ['reason', 'amount'].map((part) => linesOf(all(part, debt)[0]));
        const { left, right, top } = boxOf(amount);
        const isApart = reason && (isRightToLeft ? right <= reason.left : left >= reason.right);
        if (!(isApart && top < reason.bottom))
          violations.push(`not beside its reason: ${a11y.nameOf(debt)}`);
        for (const box of all('choice', debt)) {
          const own = box.getBoundingClientRect();
          const words = boxOf(linesOf(debt));
          const isBefore = isRightToLeft ? own.left >= words.right : own.right <= words.left;
          if (!(isBefore && own.top < reason.bottom && own.bottom > reason.top))
            violations.push(`its check box is not before its words: ${a11y.nameOf(debt)}`);
        }
      }

      for (const action of all('action').filter((one) => one.checkVisibility())) {
        const own = action.getBoundingClientRect();
        const lines = linesOf(action);
        const words = boxOf(lines);
        if (words.left < own.left - SLACK || words.right > own.right + SLACK)
          violations.push(`narrower than its words: ${a11y.nameOf(action)}`);
        const isFull = action.parentElement.getBoundingClientRect().width - own.width < SLACK;
        // A button with a long text fills the row on a wide page too.
        if (width < WIDE * letters !== isFull && !(isFull && lines.length > 1))
          violations.push(`${isFull ? '' : 'not '}as wide as its place: ${a11y.nameOf(action)}`);
      }
    }
    return violations;
  };

  /** Nothing is hidden, clipped or covered, and the words are the expected ones. */
  a11y.layoutViolations = (words) => {
    const now = a11y.words();
    return [
      ...(words && words !== now ? [`other words: "${now}" for "${words}"`] : []),
      ...a11y.sideways(),
      ...a11y.lostText(),
      ...a11y.textOnText(),
    ];
  };
})();
