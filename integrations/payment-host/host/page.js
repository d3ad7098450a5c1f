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

const pageOf = (title, { head, body }) => `<!doctype html>
<html lang="da">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title}</title>
    <link rel="stylesheet" href="/page.css">${head}
  </head>
  <body>${body}
  </body>
</html>`;

const scriptView = (source) => `\n    <script type="module" src="${escaped(source)}"></script>`;

const attributesView = (attributes) =>
  Object.entries(attributes)
    .map(([name, value]) => `\n        ${name}="${escaped(value)}"`)
    .join('');

/**
 * The page with the element. There is no token in it: its requests go to the page's own origin, with the session cookie.
 * @param {{ attributes: Record<string, string>, scripts: string[] }} config
 */
export const libraryPage = ({ attributes, scripts }) =>
  pageOf('Mellemværender', {
    head: scripts.map(scriptView).join(''),
    body: `
    <main>
      <ddb-debt-overview${attributesView(attributes)}>
        <a slot="login" href="/">Log ind</a>
      </ddb-debt-overview>
    </main>
    <footer>
      <form method="post" action="/logout"><button>Log ud</button></form>
    </footer>`,
  });

export const loggedOutPage = pageOf('Du er logget ud', {
  head: scriptView('/logged-out.js'),
  body: `
    <main><h1>Du er logget ud</h1><p><a href="/">Log ind</a></p></main>`,
});
