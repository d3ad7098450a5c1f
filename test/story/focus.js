import assert from 'node:assert/strict';

/**
 * Where the keyboard is.
 * @typedef {object} Focus
 * @property {'element' | 'slot' | 'page' | 'nowhere'} in
 * @property {string} [id] of what has the focus
 * @property {string} [part]
 * @property {string} [tag]
 * @property {string} [words]
 * @property {boolean} [seen] it takes up room and is not hidden
 * @property {number} [middle] how far down the page it is
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

/** Runs in the page: what a keyboard should come to, in the order in which it is read. */
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
    // Folded away or hidden, it has no place on the screen.
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

/** A patron's way through the page with the Tab key. @param {import('./keyboards.js').Keyboard} keyboard */
export const onFoot = (keyboard) => ({
  /** @returns {Promise<Focus>} */
  where: () => keyboard.evaluate(focusNow),
  reachable: () => keyboard.evaluate(reachable),

  /** From the page's first link on: all that Tab comes to, and back again. */
  async walk(key, first, last) {
    await keyboard.evaluate((id) => document.getElementById(id).focus(), first);
    const been = [await this.where()];
    while (been.at(-1).id !== last) {
      assert.ok(been.length < 60, `a trap: ${been.slice(-5).map(nameOf).join(' → ')}`);
      await keyboard.press(key);
      been.push(await this.where());
    }
    return been;
  },

  /** Presses Tab until it is there. Answers how often. @param {(focus: Focus) => boolean} wanted */
  async tabTo(wanted, key = 'Tab') {
    for (let presses = 1; presses < 60; presses++) {
      await keyboard.press(key);
      if (wanted(await this.where())) return presses;
    }
    assert.fail(`Tab does not come to ${wanted}`);
  },

  /** Goes to a part with the Tab key, from the page's first link. */
  async goTo(part, words = /(?:)/) {
    await keyboard.evaluate(() => document.getElementById('before').focus());
    await this.tabTo((focus) => focus.part?.split(' ').includes(part) && words.test(focus.words));
  },

  nameOf,
});
