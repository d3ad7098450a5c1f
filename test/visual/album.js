import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PNG } from 'pngjs';
import { textIn, withText } from './text-in-png.js';

const fileOf = (mode, width) =>
  fileURLToPath(new URL(`./albums/${mode}-${width}.png`, import.meta.url));

const RGBA = 4;
const rowsIn = ({ data, width, height }) =>
  Array.from({ length: height }, (_, y) => data.subarray(y * width * RGBA, (y + 1) * width * RGBA));

/** Row numbers in runs, `12,14-40`, and back. */
function runsOf(numbers) {
  const runs = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && number === run[1] + 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join();
}
const numbersIn = (runs) =>
  runs.split(',').flatMap((run) => {
    const [from, to = from] = run.split('-').map(Number);
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });

/**
 * All states in one mode and width, as one PNG that stores each row of pixels once, because most states share most
 * rows. A text in the PNG lists the rows of each state.
 */
export class Album {
  #width;
  #rows;
  #runs;

  constructor(width, rows, runs) {
    this.#width = width;
    this.#rows = rows;
    this.#runs = runs;
  }

  static read(mode, width) {
    const png = readFileSync(fileOf(mode, width));
    return new Album(width, rowsIn(PNG.sync.read(png)), JSON.parse(textIn(png)));
  }

  /** @param {Map<string, import('./draw.js').Picture>} pictures by state, in order */
  static of(width, pictures) {
    const rows = [];
    const runs = {};
    const known = new Map();
    for (const [state, picture] of pictures) {
      const numbers = rowsIn(picture).map((row) => {
        const key = row.toString('latin1');
        if (!known.has(key)) known.set(key, rows.push(row) - 1);
        return known.get(key);
      });
      runs[state] = runsOf(numbers);
    }
    return new Album(width, rows, runs);
  }

  get states() {
    return Object.keys(this.#runs);
  }

  /** @returns {import('./draw.js').Picture | undefined} */
  pictureOf(state) {
    const runs = this.#runs[state];
    if (runs === undefined) return undefined;
    const data = Buffer.concat(numbersIn(runs).map((number) => this.#rows[number]));
    return { width: this.#width, height: data.length / this.#width / RGBA, data };
  }

  /** @returns the size in bytes */
  write(mode) {
    const picture = {
      width: this.#width,
      height: this.#rows.length,
      data: Buffer.concat(this.#rows),
    };
    // Similar rows compress best without a filter.
    const plain = { colorType: 2, filterType: 0, deflateLevel: 9, deflateStrategy: 0 };
    const png = withText(PNG.sync.write(picture, plain), JSON.stringify(this.#runs));
    writeFileSync(fileOf(mode, this.#width), png);
    return png.length;
  }
}
