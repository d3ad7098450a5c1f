/** The types of what is written in a template, whatever the framework: dist/templates.d.ts. */
export function templates({ className, attributes, properties, events }) {
  const documented = (description, line) => [`  /** ${description} */`, `  ${line}`];
  const settable = properties.filter(({ readonly }) => !readonly).map(({ name }) => `'${name}'`);
  const classes = events.map(({ type }) => type);
  return [
    `import type { ${[className, ...classes].join(', ')} } from './index.js';`,
    '',
    '/** The attributes, as they are written in HTML. */',
    'export interface DebtAttributes {',
    ...attributes.flatMap(({ name, description, type }) =>
      documented(description, `'${name}'?: ${type} | undefined;`),
    ),
    '}',
    '',
    '/** What is no attribute: objects and functions. */',
    `export type DebtProperties = Partial<Pick<${className}, ${settable.join(' | ')}>>;`,
    '',
    '/** The events by their names. */',
    'export interface DebtEvents {',
    ...events.flatMap(({ name, description, type }) =>
      documented(description, `'${name}': ${type};`),
    ),
    '}',
    '',
    '/** A listener for each event, as React and Svelte write it: `onddb-debt-pay`. */',
    'export type DebtListeners = {',
    '  [Name in keyof DebtEvents as `on${Name}`]?: ((event: DebtEvents[Name]) => void) | undefined;',
    '};',
    '',
    '/** `fees-url` as `feesUrl`. */',
    'export type Camel<Name extends string> = Name extends `${infer Head}-${infer Tail}`',
    '  ? `${Head}${Capitalize<Camel<Tail>>}`',
    '  : Name;',
    '',
  ].join('\n');
}
