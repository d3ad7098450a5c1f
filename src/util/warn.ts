/** Warns the integrator in the console. */
export const warn = (words: string): void => console.warn?.(`<ddb-debt-overview> ${words}.`);
