const sorted = (values) => [...values].sort((a, b) => a - b);

/** The middle one. */
export const median = (values) => sorted(values)[values.length >> 1];

/** The first and the third quartile. */
const quarters = (values) => {
  const all = sorted(values);
  return [all[Math.floor((all.length - 1) / 4)], all[Math.ceil(((all.length - 1) * 3) / 4)]];
};

const digits = (value, unit) => {
  if (unit === 'kB') return (value / 1000).toFixed(value < 10_000 ? 1 : 0);
  return value.toFixed(unit === 'ms' || unit === '' ? 0 : unit);
};

/** "727 (701–760)", or the one value if all are equal. */
export function formatValues(values, unit) {
  const [from, to] = quarters(values).map((value) => digits(value, unit));
  const middle = digits(median(values), unit);
  return from === to ? middle : `${middle} (${from}–${to})`;
}

/** The median ratio to the other in the same round: "1.14 (1.10–1.19)". */
export const ratio = (values, others) =>
  formatValues(
    values.map((value, index) => value / others[index]),
    2,
  );

/** A Markdown table. */
export function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [
    line(head),
    line(head.map((_, index) => (index ? '--:' : '---'))),
    ...rows.map(line),
  ].join('\n');
}
