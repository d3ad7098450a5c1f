/** Runs in the page: compares the ring of each focusable element with its surroundings. */
async function violationsOfRings() {
  const { a11y } = window;
  const NEEDED = 3;
  const violations = [];

  /** The topmost element at a point, through shadow roots. */
  const at = (x, y) => {
    let found = document.elementFromPoint(x, y);
    for (let inner; (inner = found?.shadowRoot?.elementFromPoint(x, y)) && inner !== found;)
      found = inner;
    return found;
  };

  /** Points just inside and just outside of the ring. */
  const around = ({ left, right, top, bottom }, distances) => {
    const shares = [0, 0.25, 0.5, 0.75, 1];
    return distances.flatMap((far) =>
      shares.flatMap((share) => {
        const x = left - far + share * (right - left + 2 * far);
        const y = top - far + share * (bottom - top + 2 * far);
        return [
          [x, top - far],
          [x, bottom + far],
          [left - far, y],
          [right + far, y],
        ];
      }),
    );
  };

  for (const target of a11y.targets()) {
    target.scrollIntoView({ block: 'center', behavior: 'instant' });
    target.focus({ focusVisible: true, preventScroll: true });
    const name = a11y.nameOf(target);
    const style = getComputedStyle(target);
    const width = parseFloat(style.outlineWidth);
    const offset = parseFloat(style.outlineOffset);
    if (target.getRootNode().activeElement !== target) violations.push(`takes no focus: ${name}`);
    else if (!target.matches(':focus-visible'))
      violations.push(`:focus-visible is not on: ${name}`);
    else if (style.outlineStyle === 'none' || width < 2) violations.push(`no ring: ${name}`);
    const box = target.getBoundingClientRect();
    const low = around(box, [Math.max(offset - 1, 0), offset + width + 1])
      .map(([x, y]) => at(x, y))
      .filter(Boolean)
      .map((behind) => a11y.contrast(style.outlineColor, a11y.backgroundOf(behind)))
      .find((contrast) => contrast < NEEDED);
    if (low) violations.push(`ring has ${low.toFixed(2)}:1: ${name}`);
    const far = offset + width;
    const ring = {
      left: box.left - far,
      right: box.right + far,
      top: box.top - far,
      bottom: box.bottom + far,
    };
    const cut = a11y.clippers(target).find((one) => !a11y.isInside(ring, a11y.clipBox(one)));
    if (cut) violations.push(`ring is cut off by ${cut.localName}[${cut.part?.value}]: ${name}`);
    if (ring.left < 0 || ring.right > innerWidth) violations.push(`ring leaves the page: ${name}`);
    const middle = target.localName === 'a' ? target.getClientRects()[0] : box;
    const seen = at(middle.left + middle.width / 2, middle.top + middle.height / 2);
    if (!target.contains(seen)) violations.push(`lies under ${a11y.nameOf(seen)}: ${name}`);
  }
  document.activeElement?.blur();
  return violations;
}

/** WCAG 2.4.7, 1.4.11, 2.4.11. */
export const focusRing = {
  rule: 'the focus has a ring of 3:1 on all that is around it, whole and not covered (2.4.7, 1.4.11, 2.4.11)',
  looks: ['light', 'dark', 'forced', 'dpl', 'ddbasic', 'arabic'],
  inspect: (tab) => tab.evaluate(violationsOfRings),
};
