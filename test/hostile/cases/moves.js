import { element, SCRIPT } from '../host-page.js';

/** Moved about, and its copies. */
const MOVED_AND_COPIED = async ({ settled, look, tell }) => {
  const element = document.querySelector('ddb-debt-overview');
  const early = element.cloneNode(true);
  await settled(element);
  const late = element.cloneNode(true);
  const aside = document.body.appendChild(document.createElement('aside'));
  aside.append(element, early, late);
  element.remove();
  aside.prepend(element);
  const all = [element, early, late];
  for (const one of all) await settled(one);
  await tell({ seen: [look(element), look(early), look(late)] });
};

/** Made in other documents, and taken into this one. */
const ADOPTED = async ({ settled, look, tell }) => {
  const written = document.querySelector('template').innerHTML;
  const frame = document.querySelector('iframe').contentDocument;
  const other = document.implementation.createHTMLDocument('');
  const seen = [];
  const take = async (one) => {
    document.body.append(one);
    await settled(one);
    seen[seen.length] = look(one);
    one.remove();
  };
  other.body.innerHTML = written;
  await take(other.body.firstElementChild);
  frame.body.innerHTML = written;
  await take(frame.body.firstElementChild);
  const parsed = new DOMParser().parseFromString(written, 'text/html');
  await take(document.adoptNode(parsed.querySelector('ddb-debt-overview')));
  await take(
    document.importNode(document.querySelector('template').content, true).firstElementChild,
  );
  await tell({ seen });
};

/** Shown here, taken into a frame, and back. */
const INTO_A_FRAME = async ({ settled, look, tell }) => {
  const element = document.querySelector('ddb-debt-overview');
  await settled(element);
  const frame = document.querySelector('iframe').contentDocument;
  frame.body.append(element);
  await element.updateComplete;
  await element.refresh();
  const away = look(element);
  document.body.append(element);
  await element.refresh();
  await tell({ seen: [look(element)], away: away.row, there: away.words });
};

/** As old scripts add something to a page: everything in it is parsed once more. */
const WRITTEN_ANEW = async ({ settled, look, tell }) => {
  await settled(document.querySelector('ddb-debt-overview'));
  document.body.innerHTML += '<p>Åbningstider</p>';
  const element = document.querySelector('ddb-debt-overview');
  await settled(element);
  await tell({ seen: [look(element)] });
};

/** Inside other shadow roots, open and closed, and one in the other. */
const IN_SHADOWS = async ({ settled, look, tell }) => {
  const written = document.querySelector('template').innerHTML;
  const seen = [];
  for (const modes of [['open'], ['closed'], ['open', 'closed']]) {
    let root = document.body;
    for (const mode of modes) {
      root = root.appendChild(document.createElement('div')).attachShadow({ mode });
      root.innerHTML = '<style>* { color: red; font-size: 17px } p { display: none }</style>';
    }
    const place = root.appendChild(document.createElement('div'));
    place.innerHTML = written;
    await settled(place.firstElementChild);
    seen[seen.length] = look(place.firstElementChild);
  }
  await tell({ seen });
};

const TEMPLATE = `<template>${element()}</template>`;
const FRAME =
  '<iframe srcdoc="&lt;!doctype html>&lt;body>" title="" width="900" height="900"></iframe>';

export const WHEREVER_MOVED = [
  { name: 'moved, and cloned before and after it has rendered', act: MOVED_AND_COPIED },
  { name: 'adopted from other documents', page: { body: TEMPLATE + FRAME + SCRIPT }, act: ADOPTED },
  {
    name: 'into a frame and back',
    page: { body: element() + FRAME + SCRIPT },
    act: INTO_A_FRAME,
    tells: { away: 'grid', there: /I alt 492,56/ },
  },
  { name: 'a page that writes itself anew around it', act: WRITTEN_ANEW },
  { name: 'in other shadow roots', page: { body: TEMPLATE + SCRIPT }, act: IN_SHADOWS },
];
