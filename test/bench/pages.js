import { readFileSync } from 'node:fs';

const read = (name) => readFileSync(new URL(name, import.meta.url), 'utf8');

/** Every page has content below its list that must not move. */
const html = (head, body) => `<!doctype html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Mine sider</title>
<link rel="icon" href="data:,">
${head}
</head>
<body style="margin: 16px; font-family: sans-serif">
${body}
<footer>What comes after the list must not move.</footer>
</body>
</html>`;

/** The style from README for the time before the script has arrived. */
const RESERVE = `<style>ddb-debt-overview:not(:defined) { display: block; min-height: 100vh }</style>`;

/** The element, with the attributes of README's example. */
const tag = (count) => `<ddb-debt-overview fees-url="/fees-${count}" switch-date="2026-01-01"
  dibs-payment-url="/pay" payment-origins="https://gateway.example" terms-url="/terms" help-url="/help"
  oir-payment-url="https://example.org/" oir-payment-name="Mit Betalingsoverblik"></ddb-debt-overview>`;

const SCRIPT = '<script type="module" src="/ddb-debt-overview.js"></script>';

/** The widget in a page, as in README. */
export const widgetPage = (count, { head = '', scripts = SCRIPT } = {}) =>
  html(RESERVE + head, `${scripts}\n${tag(count)}`);

/** The page written by hand. */
export const handPage = (count) =>
  html(
    `<style>${read('by-hand/by-hand.css')}</style>`,
    `<script type="module" src="/by-hand.js"></script>\n<div id="debts" data-fees-url="/fees-${count}"></div>`,
  );
