/*
 * Performs the steps that lead to the state, then sets `<html data-ready>`. Until then, `<html data-waits-for>` says what
 * it waits for.
 */
const { steps, held, orderId } = JSON.parse(document.querySelector('#state').textContent);
const { gallery } = window;
const { dataset } = document.documentElement;

let element = document.querySelector('ddb-debt-overview');
/** The message about an unfinished payment. Its text is stored at each press, to detect a change. */
const OPEN_MESSAGE = '[part~=payment-open] > p';
let textAtPress;

const find = (selector) => element.shadowRoot?.querySelector(selector);
const textOf = (node) => node?.textContent.trim();
const nextTask = () => new Promise((resolve) => setTimeout(resolve));

/** Resolves when `isTrue()` is true. Checks after each change of the shadow root and of the URL's fragment. */
async function until(what, isTrue) {
  dataset.waitsFor = what;
  await new Promise((resolve) => {
    const check = () => {
      if (!isTrue()) return;
      changes.disconnect();
      removeEventListener('hashchange', check);
      resolve();
    };
    const changes = new MutationObserver(check);
    const all = { subtree: true, childList: true, attributes: true, characterData: true };
    changes.observe(element.shadowRoot, all);
    addEventListener('hashchange', check);
    check();
  });
}

/** Resolves when all expected responses have arrived and are rendered. */
async function settled() {
  dataset.waitsFor = 'answers';
  // A refresh can start some tasks after its cause.
  for (let idleTasks = 0; idleTasks < 5;) {
    await nextTask();
    idleTasks = gallery.pendingRequests > held ? 0 : idleTasks + 1;
  }
  await element.updateComplete;
}

/** Replaces the element by a new one, as on the page to which the gateway returns. */
async function returnFromGateway(result, attributes = {}) {
  await until('the gateway', () => location.hash === '#gateway');
  const next = element.cloneNode(true);
  for (const [name, value] of Object.entries(attributes)) next.setAttribute(name, value);
  const place = element.parentNode;
  element.remove();
  // A page is not unloaded and loaded in the same task.
  await nextTask();
  const url = new URL(location.href);
  url.hash = '';
  if (result) {
    url.searchParams.set('ddb-order', orderId);
    url.searchParams.set('ddb-result', result);
  }
  history.replaceState(null, '', url);
  place.append((element = next));
}

const actions = {
  press: async (part) => {
    await until(part, () => find(`[part~=${part}]`));
    textAtPress = textOf(find(OPEN_MESSAGE));
    find(`[part~=${part}]`).click();
  },
  tick: async (index) => {
    const box = () => element.shadowRoot.querySelectorAll('[part=choice]')[index];
    await until('a check box', box);
    box().click();
  },
  see: (selector, { unlike }) =>
    until(selector, () => {
      const node = find(selector);
      return node && !(unlike && textOf(find(OPEN_MESSAGE)) === textAtPress);
    }),
  /** Matches the text in any language. */
  match: (selector, { like }) =>
    until(`${selector} to say ${like}`, () => new RegExp(like).test(textOf(find(selector)))),
  refresh: () => element.refresh(),
  back: (result, { attributes }) => returnFromGateway(result, attributes),
  // Another tab of the site claims the debts on the channel, for half an hour.
  otherTabPays: (_, { feeIds }) => {
    const tab = new BroadcastChannel('ddb-debt-payment');
    const until = Date.now() + 30 * 60_000;
    const claim = { key: 'another', feeIds, until, inProgress: true, sent: true, failed: [] };
    tab.postMessage({ claim });
  },
  advance: async (seconds) => {
    gallery.advance(seconds);
    await settled();
  },
};

dataset.waitsFor = 'the widget';
await customElements.whenDefined('ddb-debt-overview');
await settled();
// Until then, a new element would share the answers of the one before.
if (document.readyState !== 'complete') {
  await new Promise((resolve) => addEventListener('load', resolve, { once: true }));
}
const waits = steps[0] && 'advance' in steps[0];
if (!held && !waits) await until('debts', () => !find('[part=loading]'));
for (const step of steps) {
  const [[act, given]] = Object.entries(step);
  await actions[act](given, step);
  if (act === 'back') await settled();
}
await settled();
// Every state that requests titles has at least one known title.
if (element.hasAttribute('fbi-url')) await until('titles', () => find('[part=title]'));

dataset.waitsFor = 'covers and fonts';
for (const cover of element.shadowRoot.querySelectorAll('[part=cover]')) {
  if (cover.closest('details:not([open])')) continue;
  // Covers below the fold load when they are scrolled into view.
  cover.scrollIntoView();
  if (!cover.complete) await new Promise((resolve) => cover.addEventListener('load', resolve));
}
scrollTo(0, 0);
await document.fonts.ready;
dataset.waitsFor = 'results of payments';
await Promise.all(element.shadowRoot.getAnimations().map(({ finished }) => finished));
delete dataset.waitsFor;
dataset.ready = '';
