/**
 * Runs in the page, and so stands for itself: what is wrong with how each widget of the page lies, in words.
 * @param {number} near what engines may round off, in px
 */
export function faultsOfLayout(near) {
  const faults = [];
  /** Where its words are, line by line, but for those that are there to be heard only. */
  const textRects = (element) => {
    const rects = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.data.trim() || node.parentElement.closest('.hidden')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      rects.push(...range.getClientRects());
    }
    return rects.filter(({ width, height }) => width > 0 && height > 0);
  };
  const boxOf = (rects) => ({
    left: Math.min(...rects.map(({ left }) => left)),
    right: Math.max(...rects.map(({ right }) => right)),
    top: Math.min(...rects.map(({ top }) => top)),
    bottom: Math.max(...rects.map(({ bottom }) => bottom)),
  });
  const overlap = (a, b) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > near &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > near;
  /** Where the comma of an amount stands. */
  const commaOf = (amount) => {
    const walker = document.createTreeWalker(amount, NodeFilter.SHOW_TEXT);
    let last;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.data.search(/[,.٫][\d٠-٩]{2}(?![\d٠-٩])/);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      last = range.getBoundingClientRect().right;
    }
    return last;
  };
  const spread = (numbers) => Math.max(...numbers) - Math.min(...numbers);

  for (const host of document.querySelectorAll('ddb-debt-overview')) {
    const { is, beside } = host.dataset;
    const say = (fault) => faults.push(`${is}: ${fault}`);
    const root = host.shadowRoot;
    const all = (part) => [...root.querySelectorAll(`[part~=${part}]`)];
    const around = host.getBoundingClientRect();
    const fontSize = parseFloat(getComputedStyle(host).fontSize);
    const isRightToLeft = getComputedStyle(root.firstElementChild).direction === 'rtl';

    if (all('debt').length !== 6) say(`shows ${all('debt').length} debts`);
    if (host.scrollWidth > host.clientWidth) say('scrolls sideways');

    const shown = ['heading', 'total', 'reason', 'amount', 'subtotal', 'action'];
    for (const part of shown.flatMap(all)) {
      if (!textRects(part).length) say(`${part.part} has no words`);
    }
    for (const section of all('section')) {
      const sums = [...section.querySelectorAll('[part=amount], [part=subtotal]')];
      const rights = sums.map((amount) => boxOf(textRects(amount)).right);
      // From right to left a row ends at its left, and an amount is written from left to right all the same.
      if (!isRightToLeft && spread(rights) > near)
        say(`the amounts end ${spread(rights).toFixed(1)} px apart`);
      // The sum is bold and its words are wider: its comma may differ by what a bold "kr." does.
      const commas = sums.filter((one) => one.matches('[part=amount]')).map(commaOf);
      // Engines place a letter inside a word on whole pixels. From right to left the column has the room of an amount
      // as they usually are, and is not made wider by one as long as they come.
      if ((beside || !isRightToLeft) && spread(commas) > 1)
        say(`the commas stand ${spread(commas).toFixed(1)} px apart`);
    }

    for (const debt of all('debt')) {
      const part = (name) => debt.querySelector(`[part~=${name}]`);
      const reason = boxOf(textRects(part('reason')).slice(0, 1));
      const amount = boxOf(textRects(part('amount')));
      const isApart = isRightToLeft ? amount.right <= reason.left : amount.left >= reason.right;
      const isBeside = amount.top < reason.bottom && isApart;
      if (beside && !isBeside) say(`"${part('amount').textContent}" is not beside its reason`);
      const pieces = ['reason', 'date', 'amount', 'number', 'more-toggle']
        .flatMap((name) => [...debt.querySelectorAll(`[part~=${name}]`)])
        .map((piece) => ({ piece, rects: textRects(piece) }))
        .concat(
          [...debt.querySelectorAll('input')].map((piece) => ({
            piece,
            rects: [piece.getBoundingClientRect()],
          })),
        );
      pieces.forEach(({ piece, rects }, index) => {
        for (const other of pieces.slice(index + 1)) {
          if (rects.some((rect) => other.rects.some((one) => overlap(rect, one))))
            say(`${piece.part} lies on ${other.piece.part}`);
        }
      });
    }

    for (const element of root.querySelectorAll('[part]')) {
      if (element.closest('.hidden') || !element.checkVisibility()) continue;
      const style = getComputedStyle(element);
      const mayCut = element.matches('[part=title], [part=byline]');
      if (!mayCut && style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1)
        say(`${element.part} is cut off`);
      for (const { left, right } of textRects(element)) {
        if (left < around.left - near || right > around.right + near)
          say(`${element.part} sticks out of the widget`);
      }
      if (element.matches('[part~=action]')) {
        const own = element.getBoundingClientRect();
        const text = boxOf(textRects(element));
        if (text.left < own.left - near || text.right > own.right + near)
          say(`${element.part} is narrower than its words`);
        const { width } = element.parentElement.getBoundingClientRect();
        const isFull = width - own.width < 1;
        const isNarrow = around.width < 34 * fontSize;
        // A button whose words need all the room has it on a wide page too.
        if (isNarrow !== isFull && !(isFull && textRects(element).length > 1))
          say(`${element.part} is ${isFull ? '' : 'not '}as wide as the section`);
      }
    }
  }
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth)
    faults.push(`the page scrolls sideways by ${scrollWidth - clientWidth} px`);
  return [...new Set(faults)];
}
