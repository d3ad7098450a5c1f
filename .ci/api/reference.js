import { format, resolveConfig } from 'prettier';
import { classes, dist, element } from './manifest.js';

export const REFERENCE = dist('../REFERENCE.md');

const code = (text) => (text ? `\`${text}\`` : '');
const name = (item) => code(item.name);
const fieldsOf = (className) => classes.find((one) => one.name === className).members ?? [];

/** What a column has for an item, by the heading of the column. Other columns have the name. */
const CELLS = {
  property: (item) => code(item.fieldName ?? item.name),
  type: (item) => code(item.type.text.replaceAll("'", '')) + (item.readonly ? ', read only' : ''),
  returns: (item) => code(item.return.type.text),
  class: (item) => code(item.type.text),
  fields: (item) =>
    fieldsOf(item.type.text)
      .map((field) => code(`${field.name}: ${field.type.text}`))
      .join(', '),
  default: (item) => code(item.default),
  description: (item) => item.description ?? '',
};

/** A heading and a table. A bar in a cell would end the cell, in code too. */
function section(heading, items, columns, introduction = '') {
  const heads = columns.split(', ');
  const rows = items.map((item) => heads.map((head) => (CELLS[head] ?? name)(item)));
  const table = [heads, heads.map(() => '-'), ...rows].map(
    (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`,
  );
  return [`## ${heading}`, introduction, table.join('\n')].join('\n\n');
}

/** The element for its users, as one page of Markdown: REFERENCE.md. */
export async function reference() {
  const { tagName, description, attributes, members, events } = element;
  const own = members.filter(({ attribute, static: isStatic }) => !attribute && !isStatic);
  const ofKind = (wanted) => own.filter(({ kind }) => kind === wanted);
  const page = [
    `# \`<${tagName}>\`: reference`,
    `${description} The [README](README.md) shows how to use it.`,
    '`node .ci/api/write-reference.js` writes this page from the sources. Do not edit it.',
    section(
      'Attributes',
      attributes,
      'attribute, property, type, default, description',
      'Each attribute has a property, which reads and writes it.',
    ),
    section('Properties', ofKind('field'), 'property, type, description'),
    section('Methods', ofKind('method'), 'method, returns, description'),
    section(
      'Events',
      events,
      'event, class, fields, description',
      'All events bubble and are composed.',
    ),
    section('Slots', element.slots, 'slot, description'),
    section('CSS custom properties', element.cssProperties, 'property, default, description'),
    section('CSS parts', element.cssParts, 'part, description', `\`${tagName}::part(…)\``),
  ];
  const options = await resolveConfig(REFERENCE);
  return format(page.join('\n\n'), { ...options, parser: 'markdown' });
}
