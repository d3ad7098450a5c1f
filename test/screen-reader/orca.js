import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** Orca has finished when its log has not grown for so long, in ms. */
const QUIET = 500;
/** How long it may take to begin, in ms. */
const TIMEOUT = 20_000;

const SPOKEN = /SPEECH OUTPUT: '([^]*?)'\s?(?:[[{]|None|$)/gm;

/** What Orca says of every page that opens, of its modes, and of the page around; some of it is not always said. */
const OF_THE_PAGE =
  /^(forlader banner|leaving banner|Fokustilstand|Focus mode|Gennemsetilstand|Browse mode|Færdig med at indlæse|Finished loading|Indlæser|Loading|Side har|Page has|(Forside|Home)( henvisning| link)?\.|.* (dokumentweb|document web|ramme|frame)\.$)/;

/** Without what is not heard: marks of direction, several spaces, placeholders of objects, and the port. */
const heard = (text) =>
  text
    .replace(/[\u200e\u200f]|\[OBJ\]|\ufffc/g, '')
    .replace(/127\.0\.0\.1:\d+/g, 'bibliotek.example')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim();

/** Hears what Orca says, which stands in its log, and presses keys. */
export class Orca {
  #log;
  #xdotool;
  #count = 0;

  /** @param {string} log @param {(...args: string[]) => void} xdotool */
  constructor(log, xdotool) {
    this.#log = log;
    this.#xdotool = xdotool;
  }

  #text() {
    return existsSync(this.#log) ? readFileSync(this.#log, 'utf8') : '';
  }

  /** Waits until Orca speaks for the first time. */
  async untilSpoken() {
    for (let ms = 0; ms < TIMEOUT; ms += 100) {
      if (this.#text().match(SPOKEN)) return void (await this.listen());
      await wait(100);
    }
    throw new Error(`Orca says nothing.\n${this.#text().slice(-2000)}`);
  }

  /** What has been said since the last call, when Orca has finished. @returns {Promise<string[]>} */
  async listen(quiet = QUIET) {
    let length = -1;
    for (let ms = 0; ms < quiet; ms += 100) {
      const now = this.#text().length;
      if (now !== length) ms = 0;
      length = now;
      await wait(100);
    }
    const all = [...this.#text().matchAll(SPOKEN)].map(([, text]) => heard(text));
    const said = all.slice(this.#count);
    this.#count = all.length;
    return said.filter((text) => text && !OF_THE_PAGE.test(text));
  }

  /** Presses a key, such as `Tab`, and listens. */
  async press(key) {
    this.#xdotool('key', key);
    return this.listen();
  }

  /** Clicks at a place of the screen, and listens. */
  async click(x, y) {
    this.#xdotool('mousemove', `${x}`, `${y}`, 'click', '1');
    return this.listen();
  }
}
