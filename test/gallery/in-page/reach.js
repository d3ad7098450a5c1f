/*
 * Does in the page what a patron does to come to the state, and says so: `<html data-ready>`. While it waits,
 * `<html data-waits-for>` says for what.
 */
const { steps, held, orderId } = JSON.parse(document.querySelector('#state').textContent);
const { gallery } = window;
const { dataset } = document.documentElement;

let element = document.querySelector('ddb-debt-overview');
/** What it says of a payment that was left, when something is pressed: to see that it says something else. */
const WORDS = '[part~=payment-open] > p';
let textAtPress;

const find = (selector) => element.shadowRoot?.querySelector(selector);
const textOf = (node) => node?.textContent.trim();
const turn = () => new Promise((resolve) => setTimeout(resolve));

/** Resolves when it holds: it is looked at after each change of what is on screen, and of the address. */
async function until(what, holdsNow) {
  dataset.waitsFor = what;
  await new Promise((resolve) => {
    const look = () => {
      if (!holdsNow()) return;
      changes.disconnect();
      removeEventListener('hashchange', look);
      resolve();
    };
    const changes = new MutationObserver(look);
    const all = { subtree: true, childList: true, attributes: true, characterData: true };
    changes.observe(element.shadowRoot, all);
    addEventListener('hashchange', look);
    look();
  });
}

/** Every answer that will come has come, and is on screen. */
async function quiet() {
  dataset.waitsFor = 'answers';
  // A look at the debts begins some turns after what it follows.
  for (let still = 0; still < 5;) {
    await turn();
    still = gallery.underWay > held ? 0 : still + 1;
  }
  await element.updateComplete;
}

/** The next page of the tab: the one that the gateway sends the browser back to. */
async function comeBack(result, attributes = {}) {
  await until('the gateway', () => location.hash === '#gateway');
  const next = element.cloneNode(true);
  for (const [name, value] of Object.entries(attributes)) next.setAttribute(name, value);
  const place = element.parentNode;
  element.remove();
  // A page is not left and opened in one breath.
  await turn();
  const address = new URL(location.href);
  address.hash = '';
  if (result) {
    address.searchParams.set('ddb-order', orderId);
    address.searchParams.set('ddb-result', result);
  }
  history.replaceState(null, '', address);
  place.append((element = next));
}

const acts = {
  press: async (part) => {
    await until(part, () => find(`[part~=${part}]`));
    textAtPress = textOf(find(WORDS));
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
      return node && !(unlike && textOf(find(WORDS)) === textAtPress);
    }),
  /** In whichever language. */
  says: (selector, { like }) =>
    until(`${selector} to say ${like}`, () => new RegExp(like).test(textOf(find(selector)))),
  refresh: () => element.refresh(),
  back: (result, { attributes }) => comeBack(result, attributes),
  // Of the same site: it says on the channel what it pays. It holds for half an hour.
  otherTabPays: (_, { feeIds }) => {
    const tab = new BroadcastChannel('ddb-debt-payment');
    const until = Date.now() + 30 * 60_000;
    const claim = { key: 'another', feeIds, until, going: true, sent: true, failed: [] };
    tab.postMessage({ claim });
  },
  pass: async (seconds) => {
    gallery.pass(seconds);
    await quiet();
  },
};

dataset.waitsFor = 'the widget';
await customElements.whenDefined('ddb-debt-overview');
await quiet();
const waits = steps[0] && 'pass' in steps[0];
if (!held && !waits) await until('debts', () => !find('[part=loading]'));
for (const step of steps) {
  const [[act, given]] = Object.entries(step);
  await acts[act](given, step);
  if (act === 'back') await quiet();
}
await quiet();
// In each state that asks for titles, one of them is known.
if (element.hasAttribute('fbi-url')) await until('titles', () => find('[part=title]'));

dataset.waitsFor = 'covers and fonts';
for (const cover of element.shadowRoot.querySelectorAll('[part=cover]')) {
  if (cover.closest('details:not([open])')) continue;
  // What lies far down is loaded when it is come to.
  cover.scrollIntoView();
  if (!cover.complete) await new Promise((resolve) => cover.addEventListener('load', resolve));
}
scrollTo(0, 0);
await document.fonts.ready;
delete dataset.waitsFor;
dataset.ready = '';
