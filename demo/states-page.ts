import { catalogueHandler } from './network/library.js';
import { answering, networkOf } from './network/network.js';
import { pathOf, states, type State } from './states.js';

/** The name of the selected state; empty for all. */
const selected = decodeURIComponent(location.hash.slice(1));
const shown = states().filter(({ name }) => !selected || name === selected);

const handlers = shown.flatMap((state) =>
  Object.entries(state.answers).map(([attribute, answer]) =>
    answering(pathOf(state, attribute), () => answer),
  ),
);
await networkOf(catalogueHandler(), ...handlers).enable();
await import('../src/define.js');

function cardOf(state: State): HTMLElement {
  const card = document.createElement('article');
  const title = document.createElement('h2');
  const link = document.createElement('a');
  link.href = `#${state.name}`;
  link.textContent = state.title;
  title.append(link);
  const box = document.createElement('div');
  const element = document.createElement('ddb-debt-overview');
  for (const [name, value] of Object.entries(state.attributes)) element.setAttribute(name, value);
  if (!state.attributes['heading-level']) element.setAttribute('heading-level', '3');
  for (const name of Object.keys(state.answers)) element.setAttribute(name, pathOf(state, name));
  element.config = state.config;
  box.append(element);
  card.append(title, box);
  return card;
}

document.body.classList.toggle('alone', selected !== '');
document.querySelector('main')?.append(...shown.map(cardOf));
addEventListener('hashchange', () => location.reload());
