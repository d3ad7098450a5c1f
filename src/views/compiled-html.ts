/**
 * Draws the templates of the views once the build has compiled them (.ci/build/compile-templates.js), in place of
 * lit-html: a kilobyte less in the single file. A compiled template is its HTML as one string, in which an attribute with
 * a value is `$name` and a value between tags is `<?>`, and its values, in the order of the HTML. Bundlers get Lit itself.
 */
export interface TemplateResult {
  readonly html: string;
  readonly given: readonly unknown[];
}

/** Nothing between tags; of an attribute, that there is none. */
export const nothing = undefined;

export const html = (html: string, ...given: unknown[]): TemplateResult => ({ html, given });

/** Puts a value where it belongs, and does nothing where it is there already. */
type Hole = (value: unknown) => void;

/** Where a hole is: the number of its node in the order of the document, and the attribute's name, where it is one. */
type Place = readonly [node: number, name?: string];

interface Template {
  readonly content: DocumentFragment;
  readonly places: readonly Place[];
}

/** Pages with `require-trusted-types-for 'script'` allow this name (README), which is Lit's. */
const rules = { createHTML: (html: string): string => html };
const policy =
  (
    globalThis as { trustedTypes?: { createPolicy(name: string, of: typeof rules): typeof rules } }
  ).trustedTypes?.createPolicy('lit-html', rules) ?? rules;

const templates = new Map<string, Template>();

/** Elements and comments. */
const SHOWN = 129;
const walk = (root: Node): TreeWalker => document.createTreeWalker(root, SHOWN);

function templateOf(html: string): Template {
  const known = templates.get(html);
  if (known) return known;
  const element = document.createElement('template');
  element.innerHTML = policy.createHTML(html);
  const { content } = element;
  const places: Place[] = [];
  const nodes = walk(content);
  for (let at = 0; nodes.nextNode(); at++) {
    const node = nodes.currentNode;
    if (node.nodeType !== 1) places.push([at]);
    else {
      for (const name of (node as Element).getAttributeNames()) {
        if (!name.startsWith('$')) continue;
        (node as Element).removeAttribute(name);
        places.push([at, name.slice(1)]);
      }
    }
  }
  // What follows the template in the page is not the last hole's.
  content.append(document.createComment(''));
  const template = { content, places };
  templates.set(html, template);
  return template;
}

/** `name`, `.property` or `@event`, as Lit writes them. */
function attributeHole(element: Element, name: string): Hole {
  let now: unknown;
  const rest = name.slice(1);
  const kind = name[0];
  if (kind === '@')
    element.addEventListener(rest, (event) => (now as (event: Event) => void)(event));
  return (value) => {
    if (value === now) return;
    now = value;
    if (kind === '@') return;
    if (kind === '.') Object.assign(element, { [rest]: value });
    else if (value === nothing) element.removeAttribute(name);
    else element.setAttribute(name, value as string);
  };
}

function clear(from: Node | null, to: Node | null): void {
  while (from && from !== to) {
    const next: Node | null = from.nextSibling;
    (from as ChildNode).remove();
    from = next;
  }
}

/** What lies between two nodes; without `end`, to the end of their parent, in which nothing else may come. */
function childHole(start: Node, end: Node | null): Hole {
  /** What is there: a template's HTML, its holes; the text; the list's items, each before a mark of its own. */
  let html: string | undefined;
  let fill: ((values: readonly unknown[]) => void) | undefined;
  let text: Text | undefined;
  let items: { put: Hole; mark: Node }[] | undefined;

  const insert = <T extends Node>(node: T): T => {
    start.parentNode?.insertBefore(node, end);
    return node;
  };
  const empty = (): void => {
    clear(start.nextSibling, end);
    html = fill = text = items = undefined;
  };
  return (value) => {
    if (Array.isArray(value)) {
      if (!items) empty();
      const list = (items ??= []);
      value.forEach((one, index) => {
        if (!list[index]) {
          const mark = insert(document.createComment(''));
          list[index] = { mark, put: childHole(list[index - 1]?.mark ?? start, mark) };
        }
        list[index]?.put(one);
      });
      if (list.length > value.length) {
        clear((list[value.length - 1]?.mark ?? start).nextSibling, end);
        list.length = value.length;
      }
    } else if (typeof value === 'object' && value) {
      const result = value as TemplateResult;
      if (html === result.html) return fill?.(result.given);
      empty();
      html = result.html;
      const made = instanceOf(html);
      fill = made.fill;
      fill(result.given);
      insert(made.fragment);
    } else if (value === nothing || value === '') empty();
    else if (!text) {
      empty();
      text = insert(document.createTextNode(value as string));
    } else if (text.data !== value) text.data = value as string;
  };
}

function instanceOf(html: string) {
  const { content, places } = templateOf(html);
  const fragment = document.importNode(content, true);
  const nodes = walk(fragment);
  let at = -1;
  const holes = places.map(([index, name]) => {
    for (; at < index; at++) nodes.nextNode();
    const node = nodes.currentNode;
    return name ? attributeHole(node as Element, name) : childHole(node, node.nextSibling);
  });
  return {
    fragment,
    fill: (values: readonly unknown[]): void => holes.forEach((put, index) => put(values[index])),
  };
}

const roots = new WeakMap<Node, Hole>();

/** Draws a view at the end of a root, and from then on what has changed in it. */
export function render(view: TemplateResult, root: ShadowRoot): void {
  let put = roots.get(root);
  if (!put) {
    put = childHole(root.appendChild(document.createComment('')), null);
    roots.set(root, put);
  }
  put(view);
}
