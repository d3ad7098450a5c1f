/** 128 random bits as text; `crypto.randomUUID` is not there on every page. */
export const randomKey = (): string => crypto.getRandomValues(new Uint32Array(4)).join('-');
