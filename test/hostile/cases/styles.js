import { element, SCRIPT } from '../library-page.js';

const style = (css) => `<style>${css}</style>`;
const styled = (name, css, body = element() + SCRIPT) => ({
  name,
  page: { head: style(css), body },
});

/** Pages whose style sheets affect the element, directly or by inheritance. */
export const PAGE_STYLES = [
  styled('a root font of 62.5 %', 'html { font-size: 62.5% } body { font-size: 1.6rem }'),
  styled('a root font of 62.5 % without a body font size', 'html { font-size: 62.5% }'),
  styled(
    '* { all: unset }',
    '* { all: unset } head, script, style { display: none } body { display: block }',
  ),
  styled(
    '* { all: unset !important }',
    `* { all: unset !important } head, script, style { display: none !important }
     html, body { display: block !important }`,
  ),
  styled(
    'a reset with !important on everything',
    `* { box-sizing: content-box !important; margin: 0 !important; padding: 0 !important;
       font-size: 10px !important; color: red !important; line-height: 1 !important;
       text-transform: uppercase !important; border: 1px solid !important; min-height: 0 !important }`,
  ),
  styled('* { float: left !important }', '* { float: left !important; line-height: 1 !important }'),
  styled(
    'rules for descendants of the element',
    `ddb-debt-overview * { display: inline !important; font-size: 4px !important; height: 1px !important }
     ddb-debt-overview::before { content: 'x' } p, li, ul, button, input, a, section { display: none !important }`,
  ),
  styled(
    'inherited text properties',
    `body { letter-spacing: 0.1em; word-spacing: 0.3em; text-indent: 3em; text-align: center;
       text-transform: capitalize; word-break: break-all; font: italic 700 18px/1 serif; cursor: wait }`,
  ),
  styled('white-space: nowrap on a phone', 'body { white-space: nowrap; width: 340px }'),
  styled(
    'shrink-to-fit: a flex row, an inline block, a cell',
    '.row { display: flex } .block { display: inline-block } .cell { display: table-cell }',
    `<div class="row">${element()}</div><div class="block">${element()}</div>
     <div class="cell">${element()}</div>${SCRIPT}`,
  ),
  styled('the element as a flex container', 'ddb-debt-overview { display: flex }'),
  styled('the element as an inline block', 'ddb-debt-overview { display: inline-block }'),
  {
    name: 'quirks mode, in a table',
    page: { doctype: '', body: `<table><tr><td>${element()}</td></tr></table>${SCRIPT}` },
  },
  {
    name: 'a right-to-left page with the element in Danish',
    page: { html: 'lang="da" dir="rtl"' },
  },
];
