import { element, SCRIPT } from '../library-page.js';

/** Moves the element, and clones it. */
const MOVED_AND_COPIED = async ({ settled, inspect, report }) => {
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
  await report({ inspections: [inspect(element), inspect(early), inspect(late)] });
};

/** Adopts elements from other documents. */
const ADOPTED = async ({ settled, inspect, report }) => {
  const html = document.querySelector('template').innerHTML;
  const frame = document.querySelector('iframe').contentDocument;
  const other = document.implementation.createHTMLDocument('');
  const inspections = [];
  const take = async (one) => {
    document.body.append(one);
    await settled(one);
    inspections[inspections.length] = inspect(one);
    one.remove();
  };
  other.body.innerHTML = html;
  await take(other.body.firstElementChild);
  frame.body.innerHTML = html;
  await take(frame.body.firstElementChild);
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  await take(document.adoptNode(parsed.querySelector('ddb-debt-overview')));
  await take(
    document.importNode(document.querySelector('template').content, true).firstElementChild,
  );
  await report({ inspections });
};

/** Moves the element into a frame and back. */
const INTO_A_FRAME = async ({ settled, inspect, report }) => {
  const element = document.querySelector('ddb-debt-overview');
  await settled(element);
  const frame = document.querySelector('iframe').contentDocument;
  frame.body.append(element);
  await element.updateComplete;
  await element.refresh();
  const away = inspect(element);
  document.body.append(element);
  await element.refresh();
  await report({ inspections: [inspect(element)], away: away.row, there: away.words });
};

/** Parses the whole page again, as old scripts do with `innerHTML +=`. */
const PARSED_AGAIN = async ({ settled, inspect, report }) => {
  await settled(document.querySelector('ddb-debt-overview'));
  document.body.innerHTML += '<p>Åbningstider</p>';
  const element = document.querySelector('ddb-debt-overview');
  await settled(element);
  await report({ inspections: [inspect(element)] });
};

/** Puts the element into other shadow roots: open, closed and nested. */
const IN_SHADOWS = async ({ settled, inspect, report }) => {
  const html = document.querySelector('template').innerHTML;
  const inspections = [];
  for (const modes of [['open'], ['closed'], ['open', 'closed']]) {
    let root = document.body;
    for (const mode of modes) {
      root = root.appendChild(document.createElement('div')).attachShadow({ mode });
      root.innerHTML = '<style>* { color: red; font-size: 17px } p { display: none }</style>';
    }
    const place = root.appendChild(document.createElement('div'));
    place.innerHTML = html;
    await settled(place.firstElementChild);
    inspections[inspections.length] = inspect(place.firstElementChild);
  }
  await report({ inspections });
};

const TEMPLATE = `<template>${element()}</template>`;
const FRAME =
  '<iframe srcdoc="&lt;!doctype html>&lt;body>" title="" width="900" height="900"></iframe>';

export const MOVES = [
  { name: 'moved, and cloned before and after it has rendered', action: MOVED_AND_COPIED },
  {
    name: 'adopted from other documents',
    page: { body: TEMPLATE + FRAME + SCRIPT },
    action: ADOPTED,
  },
  {
    name: 'into a frame and back',
    page: { body: element() + FRAME + SCRIPT },
    action: INTO_A_FRAME,
    expectedReport: { away: 'grid', there: /I alt 492,56/ },
  },
  { name: 'in a page that is parsed again', action: PARSED_AGAIN },
  { name: 'in other shadow roots', page: { body: TEMPLATE + SCRIPT }, action: IN_SHADOWS },
];
