const LIGHT = 'a ring that is not seen';

/**
 * Ways to spoil the widget, by the check that must find it. `css` is added to its styles; `act` runs in the page, and is
 * given its shadow root. `in` is a state of the gallery, where it is not "both".
 * @type {Record<string, { is: string, css?: string, act?: (root: ShadowRoot) => void, in?: string }[]>}
 */
export const SPOILS = {
  axe: [
    { is: 'pale text', css: '[part=count] { color: #aaa }' },
    {
      is: 'a role without a name',
      act: (root) => root.querySelector('[part=base]').append(document.createElement('button')),
    },
    {
      is: 'an item of no list',
      act: (root) => root.querySelector('[part=intro]').setAttribute('role', 'listitem'),
    },
    {
      is: 'pale text on a picture',
      in: 'titles-open',
      css: '[part=record] { background: url(x.svg); color: #bbb }',
    },
  ],
  structure: [
    {
      is: 'an id twice',
      act: (root) => (root.querySelector('[part=intro]').id = root.querySelector('[id]').id),
    },
    {
      is: 'a name by what is not there',
      act: (root) => root.querySelector('section').setAttribute('aria-labelledby', 'gone'),
    },
    { is: 'another language', act: (root) => (root.querySelector('[part=base]').lang = 'en') },
    {
      is: 'Danish that is said to be English',
      act: (root) => (root.querySelector('[part=heading]').lang = 'en'),
    },
    { is: 'another direction', css: '[part=base] { direction: rtl }' },
    {
      is: 'a level left out',
      act: (root) => {
        const four = document.createElement('h5');
        four.textContent = 'Too deep';
        root.querySelector('[part=base]').append(four);
      },
    },
    { is: 'an empty heading', act: (root) => root.querySelector('h3').replaceChildren() },
    {
      is: 'a name without what is read on it',
      act: (root) => (root.querySelector('[part~=pay-all]').ariaLabel = 'Pay'),
    },
    {
      is: 'a check box with another name',
      act: (root) => root.querySelector('input').setAttribute('aria-labelledby', 'dibs'),
    },
    { is: 'an order of tabs', act: (root) => (root.querySelector('summary').tabIndex = 3) },
    {
      is: 'a picture without alt',
      in: 'titles-open',
      act: (root) => root.querySelector('img').removeAttribute('alt'),
    },
  ],
  motion: [
    { is: 'a fade', css: '[part~=action] { transition: opacity 0.2s }' },
    {
      is: 'a turning thing',
      css: '@keyframes turn { to { rotate: 1turn } } i { animation: turn 1s infinite }',
      in: 'loading',
    },
    { is: 'smooth scrolling', css: '[part=base] { scroll-behavior: smooth }' },
    {
      is: 'a script that moves it',
      act: (root) => root.querySelector('h2').animate({ opacity: [0, 1] }, 60_000),
    },
  ],
  withoutColour: [
    {
      is: 'overdue only red',
      act: (root) =>
        (root.querySelector('[part~=overdue]').textContent = 'Betales senest 1. december 2021'),
    },
    {
      is: 'not payable without a word',
      in: 'not-payable',
      act: (root) => root.querySelector('[part=not-payable]').remove(),
    },
    { is: 'a check box that is a coloured square', css: '[part=choice] { appearance: none }' },
    { is: 'a pale tick', css: '[part=choice] { accent-color: #ddd }' },
    {
      is: 'a notice without a sentence',
      in: 'failed',
      act: (root) => root.querySelector('[part=failure-heading]').replaceChildren(),
    },
    {
      is: 'off without a word',
      act: (root) => {
        for (const one of root.querySelectorAll('[part~=note], [role=status]')) one.remove();
      },
    },
    { is: 'a link only blue', css: 'a { text-decoration: none !important; color: blue }' },
    {
      is: 'a button without an edge',
      css: '[part~=action] { border-color: transparent; background: #eee }',
    },
  ],
  targetSize: [
    {
      is: 'a low button',
      css: '[part~=action] { min-block-size: 30px; padding: 0; font-size: 12px }',
    },
    { is: 'a small link', css: '[part~=link] { padding: 0; font-size: 12px; line-height: 1 }' },
    {
      is: 'a label that is not the whole row',
      css: 'label::after { content: none } label { font-size: 9px; line-height: 1 }',
    },
    { is: 'one on another', css: '[part~=pay-all] { margin-inline-start: -60px; z-index: 3 }' },
    { is: 'a lid over it', css: 'summary { z-index: 0 } label::after { z-index: 4 }' },
  ],
  keyboard: [
    { is: 'out of reach', act: (root) => (root.querySelector('summary').tabIndex = -1) },
    { is: 'another order', act: (root) => (root.querySelector('[part~=pay-all]').tabIndex = 1) },
    { is: 'no ring', css: ':focus-visible { outline: none }' },
  ],
  focusRing: [
    { is: 'no ring', css: ':focus-visible { outline: none }' },
    { is: LIGHT, css: ':focus-visible { outline-color: #ccc !important }' },
    {
      is: `${LIGHT} on a notice`,
      in: 'failed',
      css: '[part=failure] { background: #777 } [part~=action]:focus-visible { outline-color: #555 !important }',
    },
    { is: 'a ring that is cut off', css: '[part=debt] { overflow: hidden }' },
    {
      is: 'a lid over it',
      css: '[part~=section]::after { content: ""; position: fixed; inset: 0; z-index: 9 }',
    },
    {
      is: 'what takes no focus',
      act: (root) => (root.querySelector('[part~=pay-all]').focus = () => undefined),
    },
  ],
  reflow: [
    { is: 'a width of its own', css: '[part=base] { min-inline-size: 25em }' },
    {
      is: 'something left out where it is narrow',
      css: '@container (max-width: 34em) { [part=count] { display: none } }',
    },
    { is: 'a line that is cut off', css: '[part=intro] { white-space: nowrap; overflow: hidden }' },
    {
      is: 'one text on another',
      css: '@container (max-width: 34em) { [part=total] { position: absolute } }',
    },
    { is: 'amounts that end elsewhere', css: '[part~=amount] { margin-inline-end: 3px }' },
    { is: 'an amount under its reason', css: '[part~=amount] { translate: 0 3em }' },
    { is: 'a check box over its reason', css: '[part~=choice] { translate: 0 -2em }' },
    { is: 'a narrow button', css: '[part~=action] { inline-size: auto !important; flex: none }' },
    {
      is: 'a flex item that does not shrink',
      css: ':host { min-inline-size: 40em; flex: none }',
    },
    {
      is: 'only upright',
      css: '@media (orientation: landscape) { [part=intro] { display: none } }',
    },
  ],
  textSpacing: [
    { is: 'a box of a fixed height', css: '[part=intro] { block-size: 3em; overflow: hidden }' },
    {
      is: 'a box as wide as its words',
      css: '[part=reason] { inline-size: 8.5em; flex: none; white-space: nowrap; overflow: hidden }',
    },
  ],
  largerText: [
    { is: 'a box of a fixed height', css: '[part=intro] { block-size: 48px; overflow: hidden }' },
    {
      is: 'a column of a fixed width',
      css: '[part=amount] { inline-size: 60px; overflow: hidden }',
    },
  ],
};
