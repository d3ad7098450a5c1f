/** Tells the integrator, who can mend it, in the console. */
export const complain = (words: string): void => console.warn?.(`<ddb-debt-overview> ${words}.`);
