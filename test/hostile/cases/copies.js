import { element, SCRIPT } from '../host-page.js';

const OTHER_VERSION = '<script src="/other-version.js"></script>';
const AS_MODULE = '<script type="module" src="/ddb-debt-overview.js"></script>';
const TWICE = /^warn: <ddb-debt-overview> is loaded twice: version \S+ is in use, \S+ is not\.$/;

/** Lit as its packages have it, where a page brings its own; with all its warnings. */
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

/** Looks at ours once the page's own is there too, and at that. */
const LOOKS_AT_BOTH = async ({ settled, look, tell, until }) => {
  const theirs = document.querySelector('their-own');
  const words = () => theirs.shadowRoot?.querySelector('p')?.textContent;
  await until(words);
  const element = document.querySelector('ddb-debt-overview');
  await settled(element);
  await tell({ seen: [look(element)], theirs: words() });
};

const besideLit = (name, page) => ({
  name,
  page,
  act: LOOKS_AT_BOTH,
  // Their Lit is a development build, which says so of ours.
  noise: /Lit is in dev mode|Multiple versions of Lit/,
  tells: { theirs: 'Lit 12' },
});

/** Loaded more than once, or beside what it is made of. */
export const BESIDE_ITSELF = [
  {
    name: 'loaded twice, and as a module',
    page: { body: element() + SCRIPT + SCRIPT + AS_MODULE },
  },
  {
    name: 'another version after it is named in the console, and it works',
    noise: TWICE,
    tellsOnce: TWICE,
    page: { body: element() + SCRIPT + OTHER_VERSION },
  },
  {
    name: 'another version before it is named in the console, and that one works',
    noise: TWICE,
    tellsOnce: TWICE,
    page: { body: OTHER_VERSION + element() + SCRIPT },
  },
  besideLit('another Lit before it', { head: LIT, body: THEIRS + element() + AS_MODULE }),
  besideLit('another Lit after it', { body: element() + SCRIPT + LIT + THEIRS }),
];
