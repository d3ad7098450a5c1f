import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** The tolerance of 255 per channel: processors differ at transparent and round edges. */
const NEAR = 2;

const onto = (picture, width, height) => {
  const sheet = new PNG({ width, height });
  PNG.bitblt(picture, sheet, 0, 0, picture.width, picture.height, 0, 0);
  return sheet;
};

/** The number of pixels with another colour. pixelmatch is too tolerant of changed colours. */
function countOther(a, b) {
  let count = 0;
  for (let at = 0; at < a.length; at += 4) {
    const apart = (channel) => Math.abs(a[at + channel] - b[at + channel]) > NEAR;
    if (apart(0) || apart(1) || apart(2) || apart(3)) count++;
  }
  return count;
}

/**
 * Returns the difference of two pictures, or undefined.
 * @param {import('./draw.js').Picture} before
 * @param {import('./draw.js').Picture} now
 * @returns {{ pixels: number, picture: import('./draw.js').Picture } | undefined}
 */
export function differenceOf(before, now) {
  if (before.height === now.height && before.data.equals(now.data)) return undefined;
  const width = Math.max(before.width, now.width);
  const height = Math.max(before.height, now.height);
  const [a, b] = [before, now].map((picture) => onto(picture, width, height).data);
  const pixels = countOther(a, b);
  if (!pixels) return undefined;
  const picture = new PNG({ width, height });
  pixelmatch(a, b, picture.data, width, height, { threshold: 0, includeAA: true });
  return { pixels, picture };
}
