/** The warnings that have been printed. */
export const warned = new Set<string>();

/** Warns the integrator in the console, once in the life of the page. Names settings and fields, and no data of a patron. */
export function warn(words: string): void {
  if (!warned.has(words)) console.warn?.(`<ddb-debt-overview> ${words}.`);
  warned.add(words);
}
