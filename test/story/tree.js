/**
 * A node of the accessibility tree.
 * @typedef {object} AccessibleNode
 * @property {string} role of a live region: `status` if it is polite, or `alert`
 * @property {string} name
 * @property {string} text its text content
 * @property {string} description
 * @property {string} lang
 * @property {Record<string, any>} is its states: level, checked, disabled, expanded, focused …
 * @property {number} node the DOM's backend node id
 * @property {AccessibleNode[]} children
 */

/** The language and the text of each node, by its backend node id. The tree omits some white space. */
function nodesIn(root) {
  const nodes = new Map();
  const walk = (node, inherited) => {
    const { attributes = [], backendNodeId, nodeValue, children = [], shadowRoots = [] } = node;
    const at = attributes.indexOf('lang');
    const lang = at >= 0 && at % 2 === 0 ? attributes[at + 1] : inherited;
    const inside = [...children, ...shadowRoots].map((child) => walk(child, lang)).join('');
    // Comments have no text.
    const text = node.nodeType === 3 ? nodeValue : inside;
    nodes.set(backendNodeId, { lang, text });
    return text;
  };
  walk(root, '');
  return nodes;
}

/** Normalises white space, and removes left-to-right marks. */
const spaced = (text) => (text ?? '').replace(/[\s\u00a0\u202f\u200e]+/g, ' ').trim();

/** Roles without semantics. */
const TRANSPARENT = ['none', 'generic', 'Details', 'group', 'LabelText', 'code', 'strong'];

const LIVE = { polite: 'status', assertive: 'alert' };

/** The nodes in a live region have its properties, and its `root`. */
const roleOf = (role, { live, root }) => (root ? role : (LIVE[live] ?? role));

/**
 * The accessibility tree of the page, without nodes that have no semantics.
 * @param {import('puppeteer-core').CDPSession} devtools
 * @returns {Promise<AccessibleNode>}
 */
export async function treeOf(devtools) {
  // Otherwise white-space nodes are missing from the DOM.
  await devtools.send('DOM.enable', { includeWhitespace: 'all' });
  const [{ nodes }, { root }] = await Promise.all([
    devtools.send('Accessibility.getFullAXTree'),
    devtools.send('DOM.getDocument', { depth: -1, pierce: true }),
  ]);
  const dom = nodesIn(root);
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));

  const thingsOf = (node) => {
    const is = Object.fromEntries(
      (node.properties ?? []).map(({ name, value }) => [name, value.value ?? value]),
    );
    const role = roleOf(node.role?.value ?? '', is);
    // Its children are line boxes with the same text.
    const children =
      role === 'StaticText'
        ? []
        : (node.childIds ?? []).flatMap((id) => (byId.has(id) ? thingsOf(byId.get(id)) : []));
    if (node.ignored || TRANSPARENT.includes(role)) return children;
    const { lang = '', text = '' } = dom.get(node.backendDOMNodeId) ?? {};
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

/** All nodes in reading order. @param {AccessibleNode} thing @returns {AccessibleNode[]} */
export const allIn = (thing) => [thing, ...thing.children.flatMap(allIn)];
