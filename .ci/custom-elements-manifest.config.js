import { readdirSync, readFileSync } from 'node:fs';

const elementIn = (declarations = []) => declarations.find(({ tagName }) => tagName);

const VIEWS = new URL('../src/views/', import.meta.url);

/** The default of a custom property: what the styles use in its place. */
function defaultOf(name) {
  for (const file of readdirSync(VIEWS)) {
    const styles = readFileSync(new URL(file, VIEWS), 'utf8');
    const [, value] = new RegExp(`var\\(${name}, ((?:[^()]|\\([^()]*\\))*)\\)`).exec(styles) ?? [];
    if (value) return value.replace('var(--_', 'var(--ddb-debt-');
  }
  throw new Error(`No style uses ${name}.`);
}

/** The parts and custom properties, which are documented beside the views that draw them. */
const parts = {
  name: 'parts',
  analyzePhase({ moduleDoc }) {
    const element = elementIn(moduleDoc.declarations);
    if (!element) return;
    const documented = readFileSync(new URL('parts.ts', VIEWS), 'utf8');
    const all = (tag) => [...documented.matchAll(tag)].map(({ groups }) => ({ ...groups }));
    element.cssParts = all(/@csspart (?<name>\S+) - (?<description>.*)/g);
    element.cssProperties = all(/@cssprop (?<name>\S+) - (?<description>.*)/g).map((property) => ({
      ...property,
      default: defaultOf(property.name),
    }));
  },
};

/**
 * The type in the braces of a field's `@attr`, which the analyzer does not read. Without braces the attribute has the
 * field's type; an attribute that is written down is never null.
 */
const attributeTypes = {
  name: 'attribute-types',
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isPropertyDeclaration(node)) return;
    const attribute = moduleDoc.declarations
      .flatMap(({ attributes = [] }) => attributes)
      .find(({ fieldName }) => fieldName === node.name.getText());
    if (!attribute) return;
    const [, type] = /@attr \{(.+)\}/.exec(node.getFullText()) ?? [];
    attribute.type = { text: type ?? attribute.type.text.replace(' | null', '') };
  },
};

/** What users of the package can see: public classes and members, in the modules that they import. */
const forUsers = {
  name: 'for-users',
  packageLinkPhase({ customElementsManifest: manifest }) {
    const all = manifest.modules.flatMap(({ declarations }) => declarations);
    const element = elementIn(all);
    const declarations = all.filter((one) => one === element || one.name.endsWith('Event'));
    // The analyzer takes the first argument of an event's constructor for the event's name.
    element.events = element.events.filter(({ name }) => name.startsWith('ddb-'));
    for (const one of declarations) {
      one.superclass = { name: one === element ? 'HTMLElement' : 'Event' };
      one.members = one.members?.filter(({ privacy = 'public' }) => privacy === 'public');
      // What the constructor assigns, which is a parameter of the same name, is no default.
      for (const field of one.members ?? []) if (field.default === field.name) delete field.default;
    }
    const path = 'dist/index.js';
    const exported = (kind, name, declaration = name) => ({
      kind,
      name,
      declaration: { name: declaration, module: path },
    });
    const modules = [
      { path, declarations, exports: declarations.map(({ name }) => exported('js', name)) },
      {
        path: 'dist/define.js',
        declarations: [],
        exports: [exported('custom-element-definition', element.tagName, element.name)],
      },
    ].map((module) => ({ kind: 'javascript-module', ...module }));
    // A description is one paragraph, on one line.
    manifest.modules = JSON.parse(JSON.stringify(modules), (key, value) =>
      key === 'description' ? value.replace(/\s+/g, ' ') : value,
    );
  },
};

/** The element's documentation, which the other files for editors, frameworks and readers are made from. */
export default {
  globs: ['src/settings-element.ts', 'src/ddb-debt-overview.ts', 'src/events.ts'],
  outdir: 'dist',
  packagejson: false,
  litelement: true,
  plugins: [parts, attributeTypes, forUsers],
};
