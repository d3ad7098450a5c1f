import { readFileSync, writeFileSync } from 'node:fs';

/** What was done, each with the way back. */
export class Undo {
  #ways = [];

  /** @param {() => void} way undoes what was done last */
  add(way) {
    this.#ways.push(way);
  }

  /** Writes a file; the way back leaves it alone where somebody else has written into it since. */
  write(file, text) {
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, text);
    this.add(() => {
      if (readFileSync(file, 'utf8') !== text) {
        throw new Error(`${file} was changed by somebody else meanwhile: look at it.`);
      }
      writeFileSync(file, before);
    });
  }

  /** Goes back all the way, the last first. What cannot be undone is answered, and stops nothing else. */
  all() {
    const faults = [];
    for (const way of this.#ways.splice(0).reverse()) {
      try {
        way();
      } catch (fault) {
        faults.push(fault);
      }
    }
    return faults;
  }
}
