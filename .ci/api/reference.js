import { format, resolveConfig } from 'prettier';
import { dist } from './dist.js';

export const REFERENCE = dist('../REFERENCE.md');

const code = (text) => (text ? `\`${text}\`` : '');
/** A bar would end the cell, in code too. */
const cell = (text = '') => text.replaceAll('|', '\\|');

const table = (heads, rows) =>
  [heads, heads.map(() => '-'), ...rows]
    .map((cells) => `| ${cells.map(cell).join(' | ')} |`)
    .join('\n');

const named = (head, list) =>
  table(
    [head, 'for'],
    list.map(({ name, description }) => [code(name), description]),
  );

/** The element for its users, as one page of Markdown: REFERENCE.md. */
export async function reference(element) {
  const pages = [
    `# \`<${element.tag}>\`: reference

${element.description} How to use it is in the [README](README.md).

Made from the sources by \`npm run build\`; what is written here by hand is lost.`,
    `## Attributes

Each is a property, too, by the name in the second column.

${table(
  ['attribute', 'property', 'takes', 'default', 'for'],
  element.attributes.map((one) => [
    code(one.name),
    code(one.property),
    code(one.takes.replaceAll("'", '').replaceAll('|', ' | ')),
    code(one.default),
    one.description,
  ]),
)}`,
    `## Properties

${table(
  ['property', 'type', 'for'],
  element.properties.map(({ name, type, readonly, description }) => [
    code(name),
    code(type) + (readonly ? ', read only' : ''),
    description,
  ]),
)}`,
    `## Methods

${table(
  ['method', 'type', 'for'],
  element.methods.map(({ name, type, description }) => [code(name), code(type), description]),
)}`,
    `## Events

All bubble and are composed.

${table(
  ['event', 'class', 'carries', 'when'],
  element.events.map(({ name, type, carries, description }) => [
    code(name),
    code(type),
    carries.map((field) => code(`${field.name}: ${field.type}`)).join(', '),
    description,
  ]),
)}`,
    `## Slots\n\n${named('slot', element.slots)}`,
    `## CSS custom properties

${table(
  ['property', 'default', 'for'],
  element.customProperties.map((one) => [code(one.name), code(one.default), one.description]),
)}`,
    `## CSS parts\n\n\`${element.tag}::part(…)\`\n\n${named('part', element.parts)}`,
  ];
  return format(pages.join('\n\n'), { ...(await resolveConfig(REFERENCE)), parser: 'markdown' });
}
