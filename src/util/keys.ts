/** 128 random bits as text. `crypto.randomUUID` exists only in secure contexts. */
export const randomKey = (): string => crypto.getRandomValues(new Uint32Array(4)).join('-');

/** 32 bits of a text: enough to notice another text, and too few to reveal it. */
export const checksumOf = (text: string): number => {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum = (Math.imul(sum, 31) + text.charCodeAt(at)) | 0;
  return sum;
};
