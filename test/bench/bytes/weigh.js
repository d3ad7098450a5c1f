import { promisify } from 'node:util';
import * as zlib from 'node:zlib';

const brotlied = promisify(zlib.brotliCompress);
const gzipped = promisify(zlib.gzip);

/** As `npm run size` and the build's choice among minifiers do. */
const BROTLI = {
  params: {
    [zlib.constants.BROTLI_PARAM_QUALITY]: 11,
    [zlib.constants.BROTLI_PARAM_LGWIN]: 22,
  },
};

export const brotliOf = async (text) => (await brotlied(text, BROTLI)).length;
export const gzipOf = async (text) => (await gzipped(text, { level: 9 })).length;

/** What a text weighs on its way. */
export async function weigh(text) {
  const [gzip, brotli] = await Promise.all([gzipOf(text), brotliOf(text)]);
  return { bytes: Buffer.byteLength(text), gzip, brotli };
}

/** The letters of a text that are `kept`, by their place. */
export function only(text, kept) {
  let out = '';
  for (let at = 0; at < text.length; at++) if (kept(at)) out += text[at];
  return out;
}
