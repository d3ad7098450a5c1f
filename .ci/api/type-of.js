/** What an attribute takes, in the words of the element's documentation, as TypeScript. */
const WORDS = {
  URL: 'string',
  'https URL': 'string',
  'YYYY-MM-DD': 'string',
  origins: 'string',
  text: 'string',
  'language tag': 'string',
  boolean: 'boolean',
  // An attribute is text: "72" is as good as 72.
  number: 'number | `${number}`',
};

/** The few values that an attribute takes, where it is few. */
function valuesOf(takes) {
  const [, from, to] = /^(\d)-(\d)$/.exec(takes) ?? [];
  if (from) return Array.from({ length: to - from + 1 }, (_, at) => String(+from + at));
  return [...takes.matchAll(/'([^']+)'/g)].map(([, value]) => value);
}

/** The type of what may be written in a template, and its values where they are few. */
export function typeOf(takes) {
  const values = valuesOf(takes);
  const quoted = values.map((value) => `'${value}'`);
  const numbers = values.filter((value) => /^\d$/.test(value));
  const type = values.length ? [...numbers, ...quoted].join(' | ') : WORDS[takes];
  // Better no build than a type that is wrong.
  if (!type) throw new Error(`An attribute takes "${takes}", which has no type yet.`);
  return { type, values };
}
