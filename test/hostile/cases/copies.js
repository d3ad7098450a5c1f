import { element, SCRIPT } from '../library-page.js';

const OTHER_VERSION = '<script src="/other-version.js"></script>';
const AS_MODULE = '<script type="module" src="/ddb-debt-overview.js"></script>';
const TWICE = /^warn: <ddb-debt-overview> is loaded twice: version \S+ is in use, \S+ is not\.$/;

/** A page's own copy of Lit, as a development build. */
const LIT = `<script type="importmap">{ "imports": {
  "lit": "/lit/lit/index.js",
  "lit/": "/lit/lit/",
  "lit-html": "/lit/lit-html/development/lit-html.js",
  "lit-html/": "/lit/lit-html/development/",
  "lit-element/": "/lit/lit-element/development/",
  "@lit/reactive-element": "/lit/@lit/reactive-element/development/reactive-element.js"
} }</script>
<script type="module">
  import { LitElement, html } from 'lit';
  customElements.define('their-own', class extends LitElement {
    static properties = { name: {} };
    render() { return html\`<p class=\${'one'}>\${this.name} \${[1, 2].map((n) => html\`<b>\${n}</b>\`)}</p>\`; }
  });
</script>`;
const THEIRS = '<their-own name="Lit"></their-own>';

/** Inspects the widget and the page's own element. */
const INSPECT_BOTH = async ({ settled, inspect, report, until }) => {
  const theirs = document.querySelector('their-own');
  const words = () => theirs.shadowRoot?.querySelector('p')?.textContent;
  await until(words);
  const element = document.querySelector('ddb-debt-overview');
  await settled(element);
  await report({ inspections: [inspect(element)], theirs: words() });
};

const besideLit = (name, page) => ({
  name,
  page,
  action: INSPECT_BOTH,
  // The page's development build of Lit warns about the widget's copy.
  ignoredMessages: /Lit is in dev mode|Multiple versions of Lit/,
  expectedReport: { theirs: 'Lit 12' },
});

/** The widget loaded more than once, or beside another copy of Lit. */
export const COPIES = [
  {
    name: 'loaded twice, and as a module',
    page: { body: element() + SCRIPT + SCRIPT + AS_MODULE },
  },
  {
    name: 'another version after it: a warning, and the first version works',
    ignoredMessages: TWICE,
    onceInConsole: TWICE,
    page: { body: element() + SCRIPT + OTHER_VERSION },
  },
  {
    name: 'another version before it: a warning, and the first version works',
    ignoredMessages: TWICE,
    onceInConsole: TWICE,
    page: { body: OTHER_VERSION + element() + SCRIPT },
  },
  besideLit('another Lit before it', { head: LIT, body: THEIRS + element() + AS_MODULE }),
  besideLit('another Lit after it', { body: element() + SCRIPT + LIT + THEIRS }),
];
