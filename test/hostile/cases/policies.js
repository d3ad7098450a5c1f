import { element, SCRIPT } from '../library-page.js';

const STRICT = `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'`;
const TYPED = `${STRICT}; require-trusted-types-for 'script'`;

/** Pages with a Content-Security-Policy that forbids inline code. */
export const POLICIES = [
  {
    name: 'trusted types, with the policy lit-html',
    pays: true,
    page: { policy: `${TYPED}; trusted-types lit-html` },
  },
  {
    name: 'trusted types without the policy lit-html: an error names it',
    expectedWarning: /needs: trusted-types lit-html 'allow-duplicates'/,
    onceInConsole: /lit-html/,
    page: {
      policy: `${TYPED}; trusted-types dompurify`,
      body: element({ content: '<p>Mangler</p>' }) + SCRIPT,
    },
  },
  {
    name: 'trusted types, loaded twice without allow-duplicates: the first one works',
    ignoredMessages: /^policy: trusted-types/,
    page: {
      policy: `${TYPED}; trusted-types lit-html`,
      body: element() + SCRIPT + SCRIPT,
    },
  },
  {
    name: 'trusted types, loaded twice',
    page: {
      policy: `${TYPED}; trusted-types lit-html 'allow-duplicates'`,
      body: element() + SCRIPT + SCRIPT,
    },
  },
];
