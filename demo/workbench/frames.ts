import type { Desk } from './desk.js';
import { isLetter, type Given, type Place, type Said } from './preview/messages.js';

/** What the frames show follows the desk; what they say goes there. */
export class Frames {
  readonly #desk: Desk;
  readonly #ready = new Map<Place, Window>();
  /** The answer that each was given last. */
  readonly #given = new WeakMap<Window, readonly unknown[]>();

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
    const isNew = this.#given.get(frame) !== entries;
    this.#given.set(frame, entries);
    // What is typed may be long, and is nothing to the previews.
    const { answer: _, ...rehearsal } = bench.rehearsal;
    const shown: Given = {
      ...bench,
      rehearsal,
      // It may be long.
      ...(isNew && { entries }),
      finding: view.finding,
      point: view.tab === 'words' ? view.point : undefined,
    };
    frame.postMessage({ workbench: shown }, location.origin);
  }

  #hear(place: Place, frame: Window, said: Said): void {
    if (said.is === 'ready') {
      this.#ready.set(place, frame);
      // A page that was loaded anew in it was given nothing.
      this.#given.delete(frame);
      this.#tell(frame);
    } else if (said.is === 'found') {
      this.#desk.look({ tab: 'words', point: said.key, finding: false });
    } else if (said.is === 'given up') this.#desk.look({ finding: false });
    else this.#drawn(place, said);
  }

  #drawn(place: Place, { seen, colours }: Said & { is: 'drawn' }): void {
    const { view } = this.#desk;
    // Both have the same colours; one is enough.
    const next = place === 'cms' ? { colours } : {};
    const before = place === 'cms' ? view.colours : undefined;
    if (JSON.stringify([view.seen[place], before]) === JSON.stringify([seen, next.colours])) return;
    this.#desk.look({ seen: { ...view.seen, [place]: seen }, ...next });
  }
}
