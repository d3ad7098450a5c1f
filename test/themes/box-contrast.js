import { PNG } from 'pngjs';

const light = (data, at) => {
  const [r, g, b] = [0, 1, 2].map((part) => {
    const c = data[at + part] / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/**
 * The contrast of a check box with its surroundings, which is the colour of the picture's corner. The browser draws check
 * boxes, so no style contains their colours.
 * @param {Buffer} png with a few pixels around the box
 */
export function boxContrast(png) {
  const { data } = PNG.sync.read(png);
  const around = light(data, 0);
  let best = 1;
  for (let at = 0; at < data.length; at += 4) {
    const [less, more] = [around, light(data, at)].sort((one, other) => one - other);
    best = Math.max(best, (more + 0.05) / (less + 0.05));
  }
  return best;
}
