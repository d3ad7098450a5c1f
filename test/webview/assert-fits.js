import assert from 'node:assert/strict';

/** CSS pixels that a finger needs (WCAG 2.5.5). */
const FINGER = 44;

const misfits = (finger) => {
  const { shadowRoot } = document.querySelector('ddb-debt-overview');
  const seen = [...shadowRoot.querySelectorAll('*')].filter(
    (one) => one.getClientRects().length && !one.closest('.hidden, svg, style'),
  );
  const named = (one) => `${one.localName} ${one.getAttribute('part') ?? ''}`;
  const rightOf = (one) => one.getBoundingClientRect().right;
  const heightOf = (one) => one.getBoundingClientRect().height;
  const pressed = seen.filter((one) => one.matches('button, a[href], summary'));
  const { scrollWidth, clientWidth } = document.documentElement;
  return {
    sideways: scrollWidth > clientWidth ? [`${scrollWidth} px in ${clientWidth}`] : [],
    tooWide: seen.filter((one) => rightOf(one) > innerWidth + 0.5).map(named),
    tooLow: pressed
      .filter((one) => heightOf(one) < finger)
      .map((one) => `${named(one)}: ${heightOf(one)} px`),
    pressed: pressed.map(named),
  };
};

/**
 * Nothing scrolls sideways, and whatever can be pressed is high enough.
 * @param {import('./web-view.js').WebView} view
 * @param {number} least so many buttons and links there are at least, so that something has been looked at
 */
export async function assertFits(view, least) {
  const { pressed, ...faults } = await view.evaluate(misfits, FINGER);
  assert.deepEqual(faults, { sideways: [], tooWide: [], tooLow: [] });
  assert.ok(pressed.length >= least, `${pressed.length}: ${pressed.join()}`);
}
