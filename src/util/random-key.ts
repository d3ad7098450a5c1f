/** 128 random bits as text. `crypto.randomUUID` exists only in secure contexts. */
export const randomKey = (): string => crypto.getRandomValues(new Uint32Array(4)).join('-');
