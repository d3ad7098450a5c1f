/** Runs in the page. */
function violationsOfTargets() {
  const { a11y } = window;
  const SMALLEST = 24;
  const OURS = 44;
  // Engines round fractions of a pixel.
  const SLACK = 0.5;

  const hits = (target) => {
    const root = target.getRootNode();
    const mine = [target, ...(target.labels ?? [])];
    return (x, y) => {
      const found = root.elementFromPoint(x, y);
      return mine.some((one) => one === found || one.contains(found));
    };
  };

  /** Whether there is a square of 24 by 24 px in which every press reaches this element. */
  const hasRoom = (target) => {
    target.scrollIntoView({ block: 'center', behavior: 'instant' });
    const isHit = hits(target);
    const row = target.labels?.length ? target.closest('li') : target;
    return [...row.getClientRects(), row.getBoundingClientRect()].some((box) => {
      if (box.width < SMALLEST - SLACK || box.height < SMALLEST - SLACK) return false;
      const middle = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      const starts = [box.left + SMALLEST / 2, middle.x, box.right - SMALLEST / 2];
      return starts.some((x) =>
        [-1, 0, 1].every((across) =>
          [-1, 0, 1].every((down) =>
            isHit(x + across * (SMALLEST / 2 - 1), middle.y + down * (SMALLEST / 2 - 1)),
          ),
        ),
      );
    });
  };

  const targets = a11y.targets();
  const small = targets.filter((one) => !hasRoom(one)).map((one) => `small: ${a11y.nameOf(one)}`);
  const low = targets
    .filter((one) => !one.labels?.length)
    .filter((one) => one.getBoundingClientRect().height < OURS - SLACK)
    .map((one) => `${one.getBoundingClientRect().height} px high: ${a11y.nameOf(one)}`);

  const lies = (one, other) => {
    const { x, y } = a11y.overlap(one.getBoundingClientRect(), other.getBoundingClientRect());
    return x > SLACK && y > SLACK;
  };
  const onEachOther = targets.flatMap((one, index) =>
    targets
      .slice(index + 1)
      .filter((other) => lies(one, other))
      .map((other) => `${a11y.nameOf(one)} lies on ${a11y.nameOf(other)}`),
  );
  return [...small, ...low, ...onEachOther];
}

/** WCAG 2.5.8. A check box is as large as its row, which is its label. */
export const targetSize = {
  rule: 'what is pressed is 24 px at least, what is ours 44 px high, and none lies on another (2.5.8)',
  looks: ['light', 'dpl', 'ddbasic', 'arabic'],
  inspect: (tab) => tab.evaluate(violationsOfTargets),
};
