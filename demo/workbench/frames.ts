import type { Desk } from './desk.js';
import { isLetter, type Place, type Said, type Shown } from './preview/messages.js';

/** What the frames show follows the desk; what they say goes there. */
export class Frames {
  readonly #desk: Desk;
  readonly #ready = new Map<Place, Window>();

  constructor(desk: Desk) {
    this.#desk = desk;
    addEventListener('message', ({ source, origin, data }) => {
      const place = [...document.querySelectorAll('iframe')].find(
        ({ contentWindow }) => contentWindow === source,
      )?.dataset.place as Place | undefined;
      if (place && origin === location.origin && isLetter<Said>(data)) {
        this.#hear(place, source as Window, data.workbench);
      }
    });
  }

  show(): void {
    for (const frame of this.#ready.values()) this.#tell(frame);
  }

  #tell(frame: Window): void {
    const { bench, entries, view } = this.#desk;
    const shown: Shown = {
      ...bench,
      entries,
      finding: view.finding,
      point: view.tab === 'words' ? view.point : undefined,
    };
    frame.postMessage({ workbench: shown }, location.origin);
  }

  #hear(place: Place, frame: Window, said: Said): void {
    const { view } = this.#desk;
    if (said.is === 'ready') {
      this.#ready.set(place, frame);
      this.#tell(frame);
    } else if (said.is === 'found') {
      this.#desk.look({ tab: 'words', point: said.key, finding: false });
    } else {
      const same =
        JSON.stringify([view.seen[place], view.colours]) ===
        JSON.stringify([said.seen, said.colours]);
      if (!same) {
        this.#desk.look({
          seen: { ...view.seen, [place]: said.seen },
          // Both have the same; one is enough.
          ...(place === 'cms' && { colours: said.colours }),
        });
      }
    }
  }
}
