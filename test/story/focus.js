import assert from 'node:assert/strict';

/**
 * The focused element.
 * @typedef {object} Focus
 * @property {'element' | 'slot' | 'page' | 'nowhere'} in
 * @property {string} [id] of the focused element
 * @property {string} [part]
 * @property {string} [tag]
 * @property {string} [words]
 * @property {boolean} [seen] whether it is visible
 * @property {number} [middle] its vertical centre on the page, in px
 */

/** Runs in the page. @returns {Focus} */
function focusNow() {
  const element = document.querySelector('ddb-debt-overview');
  const { activeElement } = document;
  const inside = activeElement === element ? element.shadowRoot.activeElement : null;
  const has = inside ?? activeElement;
  if (!has || has === document.body || has === element) return { in: 'nowhere' };
  const { width, height, top } = has.getBoundingClientRect();
  const named = (has.getAttribute('aria-labelledby') ?? '')
    .split(' ')
    .map((id) => (id && inside ? element.shadowRoot.getElementById(id).textContent : ''));
  return {
    in: inside ? 'element' : element?.contains(has) ? 'slot' : 'page',
    id: has.id,
    part: has.getAttribute('part') ?? '',
    tag: has.localName,
    words: `${named.join(' ')} ${has.textContent}`.replace(/\s+/g, ' ').trim(),
    seen: width > 1 && height > 1 && getComputedStyle(has).visibility === 'visible',
    middle: Math.round(top + height / 2 + scrollY),
  };
}

/** Runs in the page. Returns the controls that the keyboard must reach, in reading order. */
function reachable() {
  const found = [];
  const walk = (node) => {
    if (node.localName === 'slot') {
      const assigned = node.assignedElements();
      return void (assigned.length ? assigned : [...node.children]).forEach(walk);
    }
    if (node.localName === 'ddb-debt-overview')
      return void [...node.shadowRoot.children].forEach(walk);
    const { disabled, localName } = node;
    const isFor =
      (localName === 'a' && node.hasAttribute('href')) ||
      ['button', 'input', 'summary', 'select', 'textarea'].includes(localName);
    // Collapsed and hidden elements have no boxes.
    if (isFor && !disabled && node.getClientRects().length) {
      found.push(
        node.id ||
          `${node.getAttribute('part') ?? ''} ${node.textContent.replace(/\s+/g, ' ').trim()}`.trim(),
      );
    }
    [...node.children].forEach(walk);
  };
  walk(document.body);
  return found;
}

/** @param {Focus} focus */
const nameOf = ({ id, part, words }) => id || `${part} ${words}`.trim();

/** Keyboard navigation in the page. @param {import('./keyboards.js').Keyboard} keyboard */
export const keyboardNavigation = (keyboard) => ({
  /** @returns {Promise<Focus>} */
  where: () => keyboard.evaluate(focusNow),
  reachable: () => keyboard.evaluate(reachable),

  /** Focuses `first`, and presses the key until `last` has the focus. Returns each focused element. */
  async tabThrough(key, first, last) {
    await keyboard.evaluate((id) => document.getElementById(id).focus(), first);
    const visited = [await this.where()];
    while (visited.at(-1).id !== last) {
      assert.ok(visited.length < 60, `a focus trap: ${visited.slice(-5).map(nameOf).join(' → ')}`);
      await keyboard.press(key);
      visited.push(await this.where());
    }
    return visited;
  },

  /** Presses Tab until the focus is wanted. Returns the number of presses. @param {(focus: Focus) => boolean} wanted */
  async tabTo(wanted, key = 'Tab') {
    for (let presses = 1; presses < 60; presses++) {
      await keyboard.press(key);
      if (wanted(await this.where())) return presses;
    }
    assert.fail(`Tab does not reach ${wanted}`);
  },

  /** Moves the focus to a part with the Tab key, starting at the page's first link. */
  async goTo(part, words = /(?:)/) {
    await keyboard.evaluate(() => document.getElementById('before').focus());
    await this.tabTo((focus) => focus.part?.split(' ').includes(part) && words.test(focus.words));
  },

  nameOf,
});
