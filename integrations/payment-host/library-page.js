import { escaped } from './answers.js';

/** No inline code, and nothing from other origins. Forms may go to the gateway, as DIBS requires. */
export const policyOf = (gatewayOrigin) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    `form-action 'self' ${gatewayOrigin}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const attributesView = (attributes) =>
  Object.entries(attributes)
    .map(([name, value]) => `\n      ${name}="${escaped(value)}"`)
    .join('');

/** The page with the element. @param {Record<string, string>} attributes of the element */
export const libraryPage = (attributes) => `<!doctype html>
<html lang="da">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Mellemværender</title>
    <link rel="stylesheet" href="/page.css">
    <script type="module" src="/page.js"></script>
    <script type="module" src="/ddb-debt-overview.js"></script>
  </head>
  <body>
    <main>
      <ddb-debt-overview${attributesView(attributes)}>
        <a slot="login" href="/">Log ind</a>
      </ddb-debt-overview>
    </main>
  </body>
</html>`;

export const termsPage = `<!doctype html>
<html lang="da">
  <head><meta charset="utf-8"><title>Betalingsbetingelser</title></head>
  <body><h1>Betalingsbetingelser</h1><p>Det er en prøve. Intet bliver betalt.</p></body>
</html>`;
