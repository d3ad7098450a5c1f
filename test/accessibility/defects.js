const LIGHT = 'a ring without contrast';

/**
 * Defects by the check that must find them. `css` is added to the widget's styles; `script` runs in the page with the
 * shadow root. `in` is a state of the gallery; the default is "both".
 * @type {Record<string, { name: string, css?: string, script?: (root: ShadowRoot) => void, in?: string }[]>}
 */
export const DEFECTS = {
  axe: [
    { name: 'pale text', css: '[part=count] { color: #aaa }' },
    {
      name: 'a role without a name',
      script: (root) => root.querySelector('[part=base]').append(document.createElement('button')),
    },
    {
      name: 'an item of no list',
      script: (root) => root.querySelector('[part=intro]').setAttribute('role', 'listitem'),
    },
    {
      name: 'pale text on a picture',
      in: 'titles-open',
      css: '[part=record] { background: url(x.svg); color: #bbb }',
    },
  ],
  secondOpinion: [
    { name: 'pale text', css: '[part=count] { color: #aaa }' },
    {
      name: 'a role without a name',
      script: (root) => root.querySelector('[part=base]').append(document.createElement('button')),
    },
    {
      name: 'a question that is not answered',
      script: (root) =>
        (root.querySelector('[part=intro]').innerHTML = '<blockquote>Nu</blockquote>'),
    },
  ],
  structure: [
    {
      name: 'an id twice',
      script: (root) => (root.querySelector('[part=intro]').id = root.querySelector('[id]').id),
    },
    {
      name: 'a name that refers to a missing element',
      script: (root) => root.querySelector('section').setAttribute('aria-labelledby', 'gone'),
    },
    { name: 'another language', script: (root) => (root.querySelector('[part=base]').lang = 'en') },
    {
      name: 'Danish that is marked as English',
      script: (root) => (root.querySelector('[part=heading]').lang = 'en'),
    },
    { name: 'another direction', css: '[part=base] { direction: rtl }' },
    {
      name: 'a skipped level',
      script: (root) => {
        const four = document.createElement('h5');
        four.textContent = 'Too deep';
        root.querySelector('[part=base]').append(four);
      },
    },
    { name: 'an empty heading', script: (root) => root.querySelector('h3').replaceChildren() },
    {
      name: 'a name without the visible text',
      script: (root) => (root.querySelector('[part~=pay-all]').ariaLabel = 'Pay'),
    },
    {
      name: 'a check box with another name',
      script: (root) => root.querySelector('input').setAttribute('aria-labelledby', 'dibs'),
    },
    {
      name: 'a tab order of its own',
      script: (root) => (root.querySelector('summary').tabIndex = 3),
    },
    {
      name: 'a picture without alt',
      in: 'titles-open',
      script: (root) => root.querySelector('img').removeAttribute('alt'),
    },
  ],
  motion: [
    { name: 'a fade', css: '[part~=action] { transition: opacity 0.2s }' },
    {
      name: 'a rotation',
      css: '@keyframes turn { to { rotate: 1turn } } i { animation: turn 1s infinite }',
      in: 'loading',
    },
    { name: 'smooth scrolling', css: '[part=base] { scroll-behavior: smooth }' },
    {
      name: 'a script that moves it',
      script: (root) => root.querySelector('h2').animate({ opacity: [0, 1] }, 60_000),
    },
  ],
  withoutColour: [
    {
      name: 'overdue only red',
      script: (root) =>
        (root.querySelector('[part~=overdue]').textContent = 'Betales senest 1. december 2021'),
    },
    {
      name: 'not payable without a text',
      in: 'not-payable',
      script: (root) => root.querySelector('[part=not-payable]').remove(),
    },
    { name: 'a check box that is a coloured square', css: '[part=choice] { appearance: none }' },
    { name: 'a pale tick', css: '[part=choice] { accent-color: #ddd }' },
    {
      name: 'a notice without a text',
      in: 'failed',
      script: (root) => root.querySelector('[part=failure-heading]').replaceChildren(),
    },
    {
      name: 'off without a word',
      script: (root) => {
        for (const one of root.querySelectorAll('[part~=note], [aria-live]')) one.remove();
      },
    },
    { name: 'a link only blue', css: 'a { text-decoration: none !important; color: blue }' },
    {
      name: 'a button without an edge',
      css: '[part~=action] { border-color: transparent; background: #eee }',
    },
  ],
  targetSize: [
    {
      name: 'a low button',
      css: '[part~=action] { min-block-size: 30px; padding: 0; font-size: 12px }',
    },
    { name: 'a small link', css: '[part~=link] { padding: 0; font-size: 12px; line-height: 1 }' },
    {
      name: 'a label that is not the whole row',
      css: 'label::after { content: none } label { font-size: 9px; line-height: 1 }',
    },
    {
      name: 'overlapping targets',
      css: '[part~=pay-all] { margin-inline-start: -60px; z-index: 3 }',
    },
    { name: 'a covering layer', css: 'summary { z-index: 0 } label::after { z-index: 4 }' },
  ],
  keyboard: [
    { name: 'not reachable', script: (root) => (root.querySelector('summary').tabIndex = -1) },
    {
      name: 'another order',
      script: (root) => (root.querySelector('[part~=pay-all]').tabIndex = 1),
    },
    { name: 'no ring', css: ':focus-visible { outline: none }' },
  ],
  focusRing: [
    { name: 'no ring', css: ':focus-visible { outline: none }' },
    { name: LIGHT, css: ':focus-visible { outline-color: #ccc !important }' },
    {
      name: `${LIGHT} on a notice`,
      in: 'failed',
      css: '[part=failure] { background: #777 } [part~=action]:focus-visible { outline-color: #555 !important }',
    },
    { name: 'a ring that is cut off', css: '[part=debt] { overflow: hidden }' },
    {
      name: 'a covering layer',
      css: '[part~=section]::after { content: ""; position: fixed; inset: 0; z-index: 9 }',
    },
    {
      name: 'an element that takes no focus',
      script: (root) => (root.querySelector('[part~=pay-all]').focus = () => undefined),
    },
  ],
  reflow: [
    { name: 'a width of its own', css: '[part=base] { min-inline-size: 25em }' },
    {
      name: 'a text hidden where it is narrow',
      css: '@container (max-width: 34em) { [part=count] { display: none } }',
    },
    {
      name: 'a line that is cut off',
      css: '[part=intro] { white-space: nowrap; overflow: hidden }',
    },
    {
      name: 'overlapping texts',
      css: '@container (max-width: 34em) { [part=total] { position: absolute } }',
    },
    { name: 'amounts that are not aligned', css: '[part~=amount] { margin-inline-end: 3px }' },
    { name: 'an amount under its reason', css: '[part~=amount] { translate: 0 3em }' },
    { name: 'a check box over its reason', css: '[part~=choice] { translate: 0 -2em }' },
    { name: 'a narrow button', css: '[part~=action] { inline-size: auto !important; flex: none }' },
    {
      name: 'a flex item that does not shrink',
      css: ':host { min-inline-size: 40em; flex: none }',
    },
    {
      name: 'only in portrait',
      css: '@media (orientation: landscape) { [part=intro] { display: none } }',
    },
  ],
  textSpacing: [
    { name: 'a box of a fixed height', css: '[part=intro] { block-size: 3em; overflow: hidden }' },
    {
      name: 'a box as wide as its words',
      css: '[part=reason] { inline-size: 8.5em; flex: none; white-space: nowrap; overflow: hidden }',
    },
  ],
  largerText: [
    { name: 'a box of a fixed height', css: '[part=intro] { block-size: 48px; overflow: hidden }' },
    {
      name: 'a column of a fixed width',
      css: '[part=amount] { inline-size: 60px; overflow: hidden }',
    },
  ],
};
