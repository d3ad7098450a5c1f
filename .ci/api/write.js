/** The last step of the build: generators make the files for editors and frameworks from dist/custom-elements.json. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { generateJsxTypes } from '@wc-toolkit/jsx-types';
import { getWebTypesData } from 'custom-element-jet-brains-integration';
import {
  getVsCodeCssCustomData,
  getVsCodeHtmlCustomData,
} from 'custom-element-vs-code-integration';
import { format } from 'prettier';
import { dist, element, version } from './manifest.js';
import { versioned } from './versioned.js';

/** A manifest of the element with changes, as input for a generator. */
const withElement = (changes) => ({
  modules: [
    {
      kind: 'javascript-module',
      path: 'dist/index.js',
      declarations: [{ ...element, ...changes }],
    },
  ],
});

/** The generators for editors leave defaults out of what is shown. */
const withDefault = (item) =>
  item.default ? { ...item, description: `${item.description} (default: ${item.default})` } : item;
const forEditors = withElement({
  attributes: element.attributes.map(withDefault),
  cssProperties: element.cssProperties.map(withDefault),
});
/** These lists are long, and have a completion of their own. */
const options = { hideCssPartsDocs: true, hideCssPropertiesDocs: true };
const html = JSON.parse(getVsCodeHtmlCustomData(forEditors, options));
const css = JSON.parse(getVsCodeCssCustomData(forEditors));
const webTypes = JSON.parse(getWebTypesData(forEditors, options));
webTypes['js-types-syntax'] = 'typescript';
// The generators do not know that a boolean attribute is written without a value.
element.attributes.forEach(({ type }, index) => {
  if (type.text !== 'boolean') return;
  html.tags[0].attributes[index].valueSet = 'v';
  webTypes.contributions.html.elements[0].attributes[index].value.kind = 'no-value';
});

/** In a template, a number may be written as text. */
const inTemplate = (type) =>
  type.replace(/\b\d\b/g, "$& | '$&'").replace(/^number$/, 'number | `${number}`');
const jsx = generateJsxTypes(
  withElement({
    // Only attributes are rendered on a server: their properties are left out.
    attributes: element.attributes.map((attribute) => ({
      ...attribute,
      fieldName: attribute.name,
      type: { text: inTemplate(attribute.type.text) },
    })),
    members: element.members
      .filter(({ kind, attribute }) => kind === 'field' && !attribute)
      .map((field) => ({ ...field, type: { text: `${element.name}['${field.name}']` } })),
  }),
  { fileName: '', useCemTypes: true },
);
/** What is left is the same in all frameworks; `frameworks/` declares it in each. */
const types = jsx.match(/^export type (DdbDebtOverviewProps|CustomCssProperties) = \{[^]*?^\}/gm);
const imported = [element.name, ...element.events.map(({ type }) => type.text)];
const templates = `import type { ${imported.join(', ')} } from './index.js';\n\n${types.join('\n\n')}`;

const json = (value) => `${JSON.stringify(value, null, 2)}\n`;
const files = {
  'templates.d.ts': await format(templates, { parser: 'typescript' }),
  'vscode.html-custom-data.json': json(html),
  'vscode.css-custom-data.json': json(css),
  'web-types.json': json(webTypes),
  ...versioned(version),
};
for (const [name, content] of Object.entries(files)) {
  mkdirSync(dirname(dist(name)), { recursive: true });
  writeFileSync(dist(name), content);
}
cpSync(new URL('frameworks', import.meta.url), dist('.'), { recursive: true });
cpSync(new URL('../../themes', import.meta.url), dist('themes'), { recursive: true });
// For the workbench, which offers them as a package.
cpSync(dist('cdn'), dist('../dist-demo/cdn'), { recursive: true });
