import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** lit-html's source, as its package has it beside the minified one. */
export const SOURCE = createRequire(import.meta.url)
  .resolve('lit-html')
  .replace(/(node\/)?lit-html\.js$/, 'development/lit-html.js');

/**
 * What no view here uses: what it is, how lit-html's source has it, and what is left of it. A kilobyte of the single file.
 * The views bind text, templates, lists, whole attributes, properties and events; there are no directives, and no SVG or
 * MathML templates. What is not found stops build and tests: then a new Lit is to be looked at.
 * @type {[what: string, from: string | RegExp, to: string][]}
 */
const CUTS = [
  ['development', 'const DEV_MODE = true', 'const DEV_MODE = false'],
  [
    'sanitizers',
    /const ENABLE_EXTRA_SECURITY_HOOKS = true/,
    'const ENABLE_EXTRA_SECURITY_HOOKS = false',
  ],
  ['Shady DOM', 'const ENABLE_SHADYDOM_NOPATCH = true', 'const ENABLE_SHADYDOM_NOPATCH = false'],
  ['directives', /function resolveDirective\([^]*?\n}\n/, ''],
  ['directives', /resolveDirective\(this, (\w+), directiveParent(, 0)?\)/g, '$1'],
  ['directives', '_resolveDirective: resolveDirective,', ''],
  ['directives', 'resolveDirective(this, value);', ''],
  [
    'element parts',
    /else if \(name\.startsWith\(marker\)\) {[^]*?removeAttribute\(name\);\s*}/,
    '',
  ],
  ['connection, for directives', /\n {4}setConnected\([^]*?\n {4}}\n/, '\n'],
  ['connection, for directives', /get _\$isConnected\(\) {[^}]*}/g, ''],
  ['connection, for directives', /this\.__isConnected = [^;]*;/, ''],
  ['connection, for directives', /this\._\$disconnectableChildren = undefined;/g, ''],
  ['connection, for directives', /this\._\$notifyConnectionChanged\?\.\([^;]*;/, ''],
  ['what only directives answer', / && value !== noChange/g, ''],
  ['what only directives answer', 'v === noChange', 'false'],
  ['what only directives answer', 'newListener === noChange', 'false'],
  [
    'listeners with options',
    /const shouldRemoveListener = [^]*?(?=\n {8}this\._\$committedValue = newListener)/,
    'if (this._$committedValue === nothing) this.element.addEventListener(this.name, this);',
  ],
  [
    'listeners that are objects',
    /if \(typeof this\._\$committedValue === 'function'\) {[^]*?handleEvent\(event\);\s*}/,
    'this._$committedValue(event);',
  ],
  ['what nobody asks', /get (startNode|endNode|tagName)\(\) {[^}]*}/g, ''],
  ['what nobody asks', /get parentNode\(\) {[^]*?\n {4}}\n/g, ''],
  ['what nobody asks', /this\.type = [A-Z_]+;/g, ''],
  ['what nobody asks', /this\._\$parent = parent;/g, ''],
  ['options', /this\.options = options;/g, ''],
  [
    'nodes as values',
    /else if \(value\.nodeType !== undefined\) {[^]*?_commitNode\(value\);\s*}\s*/,
    '',
  ],
  ['lists that are no arrays', 'else if (isIterable(value))', 'else if (isArray(value))'],
  [
    'values in the middle of an attribute, which lean.ts refuses',
    /if \(strings\.length > 2 [^]*?else {\s*(this\._\$committedValue = nothing;)\s*}/,
    '$1',
  ],
  [
    'values in the middle of an attribute, which lean.ts refuses',
    /else {\s*\/\/ Interpolation case[^]*?\n {8}}\n/,
    '',
  ],
  [
    'values in the middle of an attribute, which lean.ts refuses',
    /if \(part\.strings !== undefined\) {[^]*?else {\s*(part\._\$setValue\(values\[i\]\);)\s*}/,
    '$1',
  ],
  ['Shady DOM', /wrap\(([\w.$]+)\)/g, '$1'],
  [
    'a check that a template is one: the views have no other values than text',
    /if \(!isArray\(tsa\)[^]*?throw new Error\(message\);\s*}/,
    '',
  ],
  ['other documents', 'options?.creationScope ?? d', 'd'],
  ['element parts', 'part = new ElementPart(node, this, options)', ''],
  [
    'comments',
    /if \(match\[COMMENT_START\] === '!--'\) {[^]*?else if \(match\[TAG_NAME\]/,
    'if (match[TAG_NAME]',
  ],
  ['comments', /else if \(regex === commentEndRegex [^]*?}\s*(?=else)/, ''],
  ['parts in comments', /let i = -1;\s*while[^]*?\n {20}}\n/, ''],
  ['parts in <style> and <textarea>', 'rawTextElement.test(match[TAG_NAME])', 'false'],
  ['parts in <style> and <textarea>', 'rawTextElement.test(node.tagName)', 'false'],
  [
    'SVG and MathML',
    "type === SVG_RESULT ? '<svg>' : type === MATHML_RESULT ? '<math>' : ''",
    "''",
  ],
  [
    'SVG and MathML',
    "(type === SVG_RESULT ? '</svg>' : type === MATHML_RESULT ? '</math>' : '')",
    "''",
  ],
  ['SVG and MathML', 'type === SVG_RESULT || type === MATHML_RESULT', 'false'],
  ['polyfills', /const polyfillSupport[^]*?polyfillSupport\?\.\(Template, ChildPart\);/, ''],
  ['versions beside each other', /\(global\.litHtmlVersions \?\?= \[\]\)\.push\([^)]*\);/, ''],
  [
    'compiled templates',
    /typeof type === 'number'\s*\?\s*this\._\$getTemplate\(result\)\s*:[^;]*;/,
    'this._$getTemplate(result);',
  ],
  ['options', /,\s*(this\.)?_?options(?=\))/g, ''],
  ['options', 'options?.renderBefore ?? container', 'container'],
  ['options', 'options?.renderBefore ?? null', 'null'],
  ['options', ', undefined, options ?? {}', ''],
  ['options', '_clone(this.options)', '_clone()'],
  ['options', '_clone(options)', '_clone()'],
  ['whose directives', /, directiveParent = this(?=\))/g, ''],
];

/** lit-html without what the views do not use. All tests of the element run on it, too. */
export function leanLitSource() {
  let code = readFileSync(SOURCE, 'utf8');
  for (const [what, from, to] of CUTS) {
    const lean = code.replace(from, to);
    if (lean === code) throw new Error(`lit-html is not as it was: ${what}`);
    code = lean;
  }
  return code;
}
