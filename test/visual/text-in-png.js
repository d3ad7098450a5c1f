import { crc32, deflateSync, inflateSync } from 'node:zlib';

const KEYWORD = Buffer.from('rows\0\0', 'latin1');
/** The lengths of a PNG's signature and of its last chunk. */
const BEGIN = 8;
const END = 12;

/** Adds a text chunk (zTXt) to a PNG, which pngjs cannot do. */
export function withText(png, text) {
  const data = Buffer.concat([KEYWORD, deflateSync(text, { level: 9 })]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from('zTXt', 'latin1'), data]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([png.subarray(0, -END), length, body, sum, png.subarray(-END)]);
}

/** Reads the text from a PNG. */
export function textIn(png) {
  for (let at = BEGIN; at < png.length;) {
    const end = at + 8 + png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'zTXt') {
      return inflateSync(png.subarray(at + 8 + KEYWORD.length, end)).toString();
    }
    at = end + 4;
  }
  throw new Error('There is no text in this PNG.');
}
