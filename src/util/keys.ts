/** 128 random bits as text. `crypto.randomUUID` exists only in secure contexts. */
export const randomKey = (): string => crypto.getRandomValues(new Uint32Array(4)).join('-');

/** 32 bits (FNV-1a) of a text: enough to notice another text, and too few to restore it. */
export const checksumOf = (text: string): number => {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 16_777_619);
  return sum;
};
