import { readFileSync } from 'node:fs';

/** The parts and custom properties, which are documented beside the views that draw them. */
const parts = {
  name: 'parts',
  analyzePhase({ moduleDoc }) {
    const element = moduleDoc.declarations?.find(({ tagName }) => tagName);
    if (!element) return;
    const documented = readFileSync(new URL('../src/views/parts.ts', import.meta.url), 'utf8');
    const all = (tag) => [...documented.matchAll(tag)];
    element.cssParts = all(/@csspart (\S+) - (.*)/g).map(([, name, description]) => ({
      name,
      description,
    }));
    element.cssProperties = all(/@cssprop \[(\S+?)=(.*?)\] - (.*)/g).map(
      ([, name, value, description]) => ({ name, default: value, description }),
    );
  },
};

/** What the outside can use: public members, built paths, and a property beside each attribute. */
const forUsers = {
  name: 'for-users',
  packageLinkPhase({ customElementsManifest }) {
    const built = (file) => file?.replace(/^src\/(.*)\.ts$/, 'dist/$1.js');
    for (const module of customElementsManifest.modules) {
      module.path = built(module.path);
      module.declarations = module.declarations.filter(({ kind }) => kind === 'class');
      const names = module.declarations.map(({ name }) => name);
      module.exports = module.exports?.filter(
        ({ kind, declaration }) => kind !== 'js' || names.includes(declaration.name),
      );
      for (const { declaration } of module.exports ?? []) {
        if (declaration.module) declaration.module = built(declaration.module);
      }
      for (const element of module.declarations) {
        element.members = element.members?.filter(({ privacy }) => privacy !== 'private');
        // The analyzer takes the first argument of an event's constructor for the event's name.
        element.events = element.events?.filter(({ name }) => name.startsWith('ddb-'));
        for (const attribute of element.attributes ?? []) {
          const name = attribute.name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
          attribute.fieldName = name;
          if (name === 'lang') continue;
          const { description } = attribute;
          element.members.push({
            kind: 'field',
            name,
            attribute: attribute.name,
            description,
            type: name === 'mobilepay' ? { text: 'boolean' } : { text: 'string | null' },
          });
        }
      }
    }
  },
};

/** The class's documentation, for editors and catalogues: dist/custom-elements.json. */
export default {
  globs: ['src/ddb-debt-overview.ts', 'src/events.ts', 'src/define.ts'],
  outdir: 'dist',
  packagejson: false,
  plugins: [parts, forUsers],
};
