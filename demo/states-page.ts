import ddbasic from '../themes/ddbasic.css?url';
import dpl from '../themes/dpl.css?url';
import { catalogueHandler } from './network/library.js';
import { answering, networkOf } from './network/network.js';
import { readOptions, SELECTS, tagOf, type StateOptions } from './state-options.js';
import { pathOf, states, type State } from './states.js';

const THEMES: Readonly<Record<string, string>> = { dpl, ddbasic };

/** The name of the selected state; empty for all. */
const selected = decodeURIComponent(location.hash.slice(1));
const options = readOptions(new URLSearchParams(location.search));
const all = states();
const shown = all.filter(({ name }) => !selected || name === selected);

const handlers = shown.flatMap((state) =>
  Object.entries(state.answers).map(([attribute, answer]) =>
    answering(pathOf(state, attribute), () => answer),
  ),
);
await networkOf(catalogueHandler(), ...handlers).enable();
await import('../src/define.js');

/** An element with a text. */
function textElement<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text: string,
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

const linkTo = ({ name, title }: State): HTMLAnchorElement => {
  const link = textElement('a', title);
  link.href = `#${name}`;
  return link;
};

/** The attributes of a state, to copy. */
function attributesOf(state: State): HTMLElement {
  const details = document.createElement('details');
  const code = tagOf(state);
  const copy = textElement('button', 'Kopiér');
  copy.type = 'button';
  const status = textElement('span', '');
  status.setAttribute('role', 'status');
  copy.addEventListener('click', () => {
    navigator.clipboard.writeText(code).then(
      () => (status.textContent = 'Kopieret.'),
      () => (status.textContent = 'Browseren tillader ikke at kopiere.'),
    );
  });
  details.append(
    textElement('summary', 'Attributter'),
    textElement('pre', code),
    copy,
    ' ',
    status,
  );
  return details;
}

function cardOf(state: State): HTMLElement {
  const card = document.createElement('article');
  const title = document.createElement('h2');
  title.append(linkTo(state));
  const box = document.createElement('div');
  box.className = 'box';
  box.lang = options.lang;
  box.dataset.theme = options.theme;
  box.style.colorScheme = options.scheme;
  if (options.width) box.style.width = `${options.width}px`;
  const element = document.createElement('ddb-debt-overview');
  for (const [name, value] of Object.entries(state.attributes)) element.setAttribute(name, value);
  if (!state.attributes['heading-level']) element.setAttribute('heading-level', '3');
  for (const name of Object.keys(state.answers)) element.setAttribute(name, pathOf(state, name));
  element.config = state.config;
  box.append(element);
  card.append(title, box, attributesOf(state));
  return card;
}

/** Opens the page with another value of one option. */
function choose(name: keyof StateOptions, value: string): void {
  const url = new URL(location.href);
  if (value) url.searchParams.set(name, value);
  else url.searchParams.delete(name);
  location.replace(url);
}

function selectOf({ name, label, choices }: (typeof SELECTS)[number]): HTMLElement {
  const select = document.createElement('select');
  select.append(
    ...choices.map(([value, text]) => new Option(text, value, false, options[name] === value)),
  );
  select.addEventListener('change', () => choose(name, select.value));
  const field = textElement('label', `${label} `);
  field.append(select);
  return field;
}

/** The contents list, in which a part of a name selects. */
function contents(cards: readonly HTMLElement[]): void {
  const list = document.querySelector('nav ul');
  const items = all.map((state) => {
    const item = document.createElement('li');
    const link = linkTo(state);
    if (state.name === selected) link.setAttribute('aria-current', 'true');
    item.append(link, ' ', textElement('code', state.name));
    return item;
  });
  list?.append(...items);
  const filter = document.querySelector<HTMLInputElement>('#filter');
  filter?.addEventListener('input', () => {
    const part = filter.value.trim().toLowerCase();
    all.forEach(({ name, title }, index) => {
      const hidden = !`${name} ${title}`.toLowerCase().includes(part);
      items[index]?.toggleAttribute('hidden', hidden);
      if (!selected) cards[index]?.toggleAttribute('hidden', hidden);
    });
  });
}

document.documentElement.style.fontSize = `${options.text || 100}%`;
const theme = THEMES[options.theme];
if (theme) {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = theme;
  document.head.append(link);
}
document.querySelector('form')?.append(...SELECTS.map(selectOf));
document.body.classList.toggle('alone', selected !== '');
document.body.classList.toggle('sized', options.width !== '');
const cards = shown.map(cardOf);
document.querySelector('main')?.append(...cards);
contents(cards);
addEventListener('hashchange', () => location.reload());
