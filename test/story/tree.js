/**
 * One thing of the page as a screen reader knows it.
 * @typedef {object} Thing
 * @property {string} role
 * @property {string} name
 * @property {string} text all that stands in it, as it stands there
 * @property {string} description
 * @property {string} lang
 * @property {Record<string, any>} is its states: level, checked, disabled, expanded, focused …
 * @property {number} node the DOM's number for it
 * @property {Thing[]} children
 */

/** Of each node, by the DOM's number: its language, and its text with all its spaces, which the tree leaves out. */
function nodesIn(root) {
  const nodes = new Map();
  const walk = (node, inherited) => {
    const { attributes = [], backendNodeId, nodeValue, children = [], shadowRoots = [] } = node;
    const at = attributes.indexOf('lang');
    const lang = at >= 0 && at % 2 === 0 ? attributes[at + 1] : inherited;
    const inside = [...children, ...shadowRoots].map((child) => walk(child, lang)).join('');
    // A comment's is nobody's.
    const text = node.nodeType === 3 ? nodeValue : inside;
    nodes.set(backendNodeId, { lang, text });
    return text;
  };
  walk(root, '');
  return nodes;
}

/** All spaces alike, and without the mark that keeps words in their places beside Arabic ones. */
const spaced = (text) => (text ?? '').replace(/[\s\u00a0\u202f\u200e]+/g, ' ').trim();

/** What has no meaning of its own. */
const TRANSPARENT = ['none', 'generic', 'Details', 'group', 'LabelText', 'code', 'strong'];

/**
 * The page as it is for those who do not see it: the accessibility tree, without what has no meaning of its own.
 * @param {import('puppeteer-core').CDPSession} devtools
 * @returns {Promise<Thing>}
 */
export async function treeOf(devtools) {
  // Else the spaces between words are left out that are a piece of their own.
  await devtools.send('DOM.enable', { includeWhitespace: 'all' });
  const [{ nodes }, { root }] = await Promise.all([
    devtools.send('Accessibility.getFullAXTree'),
    devtools.send('DOM.getDocument', { depth: -1, pierce: true }),
  ]);
  const dom = nodesIn(root);
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));

  const thingsOf = (node) => {
    const role = node.role?.value ?? '';
    // Its pieces, as they are laid out in lines, say the same once more.
    const children =
      role === 'StaticText'
        ? []
        : (node.childIds ?? []).flatMap((id) => (byId.has(id) ? thingsOf(byId.get(id)) : []));
    if (node.ignored || TRANSPARENT.includes(role)) return children;
    const { lang = '', text = '' } = dom.get(node.backendDOMNodeId) ?? {};
    const is = Object.fromEntries(
      (node.properties ?? []).map(({ name, value }) => [name, value.value]),
    );
    return [
      {
        role,
        name: spaced(node.name?.value),
        text: spaced(text),
        description: spaced(node.description?.value),
        lang,
        is,
        node: node.backendDOMNodeId,
        children,
      },
    ];
  };
  return thingsOf(nodes[0])[0];
}

/** All of it in the order of reading. @param {Thing} thing @returns {Thing[]} */
export const allIn = (thing) => [thing, ...thing.children.flatMap(allIn)];
