const written = (value) => (typeof value === 'number' ? value.toLocaleString('en') : (value ?? ''));

/**
 * A table in Markdown; the first column is words, the others are numbers.
 * @param {string[]} head
 * @param {(string | number | undefined)[][]} rows
 */
export const markdownTable = (head, rows) =>
  [head, head.map((_, at) => (at ? '---:' : '---')), ...rows]
    .map((row) => `| ${row.map(written).join(' | ')} |`)
    .join('\n');
