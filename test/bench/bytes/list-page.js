import { json, page } from '../../serve.js';
import { NAME } from './built-file.js';

/** Three debts of each system: late and not, with no material, one, and two. */
const FEES = Array.from({ length: 6 }, (_, at) => ({
  feeId: 700_001 + at,
  type: at % 3 ? 'fee' : 'compensation',
  reasonMessage: at % 3 ? 'Gebyr (for sent)' : 'Erstatning',
  amount: 70.25 + at,
  creationDate: '2021-12-01',
  dueDate: at % 3 === 2 ? '2099-12-24' : '2022-05-08',
  paidDate: null,
  payableByClient: at % 2 === 0,
  materials: Array.from({ length: at % 3 }, (__, place) => ({
    materialItemNumber: `523710441${place}`,
    recordId: `4872410${place}`,
    materialGroup: { name: 'Standard' },
  })),
}));

const HTML = `<!doctype html><html lang="da"><meta charset="utf-8"><title>bytes</title>
  <meta name="viewport" content="width=device-width">
  <script src="/${NAME}" defer></script>
  <ddb-debt-overview lang="da" fees-url="/fees" switch-date="2021-12-01" dibs-payment-url="/pay"
    oir-payment-url="https://example.org/" terms-url="/terms" help-url="/help"></ddb-debt-overview>`;

export const ROWS = FEES.length;

/** A CMS page with the list, as a library that has gone over has it. */
export const ROUTES = { '/': page(HTML), '/fees': json(FEES) };

/** In the page, first of all: stops it in the microtask in which all rows have come, before anything else of it runs. */
export function stopAtTheList(rows) {
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (init) {
    const root = attachShadow.call(this, init);
    const watching = new MutationObserver(() => {
      if (root.querySelectorAll('li').length < rows) return;
      watching.disconnect();
      debugger;
    });
    watching.observe(root, { childList: true, subtree: true });
    return root;
  };
}

/** In the page, first of all: notes which texts are read. The file keeps those of a language in one object. */
export function noteTexts() {
  const { fromEntries } = Object;
  window.textsRead = new Set();
  Object.fromEntries = (entries) => {
    const made = fromEntries(entries);
    if (!made['/region']) return made;
    const language = made['/region'].slice(0, 2);
    const get = (_, name) => {
      window.textsRead.add(`${language} ${String(name)}`);
      return made[name];
    };
    return new Proxy(made, { get });
  };
}
