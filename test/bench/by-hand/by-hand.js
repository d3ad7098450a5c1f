/**
 * The page that the widget is compared with: the same answer, list and buttons, in plain JavaScript and Danish, for one
 * library. It has no other language, one failure message, no phases, no titles, no payment lock and no settings.
 */
const container = document.querySelector('#debts');
const checkedDebts = new Set();

const dayMonth = { timeZone: 'UTC', day: 'numeric', month: 'long' };
const dayOfThisYear = new Intl.DateTimeFormat('da', dayMonth);
const dayOfYear = new Intl.DateTimeFormat('da', { ...dayMonth, year: 'numeric' });
const day = (date) =>
  (date.getUTCFullYear() === new Date().getUTCFullYear() ? dayOfThisYear : dayOfYear).format(date);
const number = new Intl.NumberFormat('da', { minimumFractionDigits: 2 });
const money = (ore) => `${number.format(ore / 100)}\u00a0kr.`;
const count = (debts) =>
  `${debts.length} ${debts.length === 1 ? 'mellemværende' : 'mellemværender'}`;
const sum = (debts) => debts.reduce((total, { ore }) => total + ore, 0);

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function row(debt, choose) {
  const id = `pick-${debt.feeId}`;
  const due = new Date(debt.dueDate);
  const what = `Oprettet ${day(new Date(debt.creationDate))} · Materialenummer ${debt.materials[0].materialItemNumber}`;
  const item = element('li', {});
  if (choose) {
    const box = element('input', { type: 'checkbox', id });
    box.addEventListener('change', () => {
      checkedDebts[box.checked ? 'add' : 'delete'](debt);
      choose();
    });
    item.append(box);
  }
  item.append(
    element(
      'p',
      { class: 'reason' },
      choose ? element('label', { for: id }, debt.reasonMessage) : debt.reasonMessage,
    ),
    due < new Date()
      ? element('p', { class: 'overdue' }, `Forfaldt ${day(due)}`)
      : element('p', {}, `Betales senest ${day(due)}`),
    element('p', { class: 'what' }, what),
    element('p', { class: 'amount' }, money(debt.ore)),
  );
  return item;
}

function section(name, debts, choose) {
  return element(
    'section',
    {},
    element('h3', {}, name),
    element('p', { class: 'count' }, count(debts)),
    element('ul', {}, ...debts.map((debt) => row(debt, choose))),
    element('p', { class: 'subtotal' }, `I alt ${money(sum(debts))}`),
  );
}

async function pay(debts, button) {
  button.disabled = true;
  const response = await fetch('/pay', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ feeIds: debts.map(({ feeId }) => `${feeId}`), amount: sum(debts) }),
  });
  location.href = (await response.json()).redirectUrl;
}

/** A single debt has no check box. */
function hereAlone(debts) {
  const shown = section('Betales her', debts);
  const button = element('button', {}, `Betal ${money(sum(debts))}`);
  button.addEventListener('click', () => pay(debts, button));
  const terms = element('a', { href: '/terms' }, 'Betalingsbetingelser');
  shown.append(element('div', { class: 'actions' }, terms, button));
  return shown;
}

function here(debts) {
  if (debts.length === 1) return hereAlone(debts);
  const selected = element('button', { class: 'quiet', disabled: '' });
  const choose = () => {
    selected.textContent = `Betal valgte · ${money(sum([...checkedDebts]))}`;
    selected.disabled = !checkedDebts.size;
  };
  choose();
  selected.addEventListener('click', () => pay([...checkedDebts], selected));
  const all = element('button', {}, `Betal alle · ${money(sum(debts))}`);
  all.addEventListener('click', () => pay(debts, all));
  const shown = section('Betales her', debts, choose);
  shown.append(
    element('p', {}, 'Vælg, hvad du vil betale.'),
    element(
      'div',
      { class: 'actions' },
      element('a', { href: '/terms' }, 'Betalingsbetingelser'),
      selected,
      all,
    ),
  );
  return shown;
}

function there(debts) {
  const shown = section('Betales på Mit Betalingsoverblik', debts);
  shown.append(
    element('p', {}, 'Har du allerede betalt? Der kan gå op til 72 timer, før det kan ses her.'),
    element(
      'details',
      {},
      element('summary', {}, 'Hvorfor betaler jeg på Mit Betalingsoverblik?'),
      element(
        'p',
        {},
        'Kommunen opkræver nu gebyrer og erstatninger for biblioteket. Det nye system hedder ØiR.',
      ),
    ),
    element(
      'div',
      { class: 'actions' },
      element(
        'a',
        { href: 'https://example.org/', target: '_blank', rel: 'noopener noreferrer', class: 'go' },
        'Gå til Mit Betalingsoverblik',
      ),
    ),
  );
  return shown;
}

async function show() {
  const response = await fetch(container.dataset.feesUrl, {
    headers: { Accept: 'application/json' },
  });
  const fees = await response.json();
  const debts = fees
    .map((fee) => ({ ...fee, ore: Math.round(fee.amount * 100) }))
    .sort((a, b) => (a.dueDate < b.dueDate ? -1 : +(a.dueDate > b.dueDate)));
  const old = debts.filter(({ payableByClient }) => payableByClient);
  const others = debts.filter(({ payableByClient }) => !payableByClient);
  container.replaceChildren(
    element('h2', {}, 'Mellemværender'),
    element('p', { class: 'total' }, `I alt ${money(sum(debts))}`),
    element(
      'p',
      { class: 'intro' },
      'Gebyrer og erstatninger overgår til et nyt system. Nye mellemværender betales på Mit Betalingsoverblik.',
    ),
    ...(old.length ? [here(old)] : []),
    ...(others.length ? [there(others)] : []),
    element('p', {}, element('a', { href: '/help' }, 'Kontakt biblioteket')),
  );
}

show().catch(() => {
  container.textContent = 'Vi kan ikke hente dine mellemværender lige nu.';
});
