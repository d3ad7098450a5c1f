import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PNG } from 'pngjs';

/** Ignored by git. */
const FOLDER = new URL('./pictures/', import.meta.url);
const GAP = 16;
const GREY = 0x80;

/** Writes pictures side by side; returns the path. */
export function writeBeside(name, pictures) {
  const width = pictures.reduce((sum, picture) => sum + picture.width + GAP, -GAP);
  const sheet = new PNG({ width, height: Math.max(...pictures.map(({ height }) => height)) });
  sheet.data.fill(GREY);
  let x = 0;
  for (const picture of pictures) {
    PNG.bitblt(picture, sheet, 0, 0, picture.width, picture.height, x, 0);
    x += picture.width + GAP;
  }
  mkdirSync(FOLDER, { recursive: true });
  const file = fileURLToPath(new URL(`${name}.png`, FOLDER));
  writeFileSync(file, PNG.sync.write(sheet, { colorType: 2 }));
  return file;
}
