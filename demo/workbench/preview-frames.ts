import type { WorkbenchStore } from './store.js';
import {
  isEnvelope,
  type PreviewUpdate,
  type PreviewName,
  type PreviewEvent,
} from './preview/messages.js';

/** Sends the state of the store to the preview frames, and their events to the store. */
export class PreviewFrames {
  readonly #store: WorkbenchStore;
  readonly #ready = new Map<PreviewName, Window>();
  /** The answer that each frame received last. */
  readonly #sentEntries = new WeakMap<Window, readonly unknown[]>();

  constructor(store: WorkbenchStore) {
    this.#store = store;
    addEventListener('message', ({ source, origin, data }) => {
      const place = [...document.querySelectorAll('iframe')].find(
        ({ contentWindow }) => contentWindow === source,
      )?.dataset.place as PreviewName | undefined;
      if (place && origin === location.origin && isEnvelope<PreviewEvent>(data)) {
        this.#onEvent(place, source as Window, data.workbench);
      }
    });
  }

  update(): void {
    for (const frame of this.#ready.values()) this.#send(frame);
  }

  #send(frame: Window): void {
    const { state, entries, view } = this.#store;
    const isNew = this.#sentEntries.get(frame) !== entries;
    this.#sentEntries.set(frame, entries);
    // The typed answer can be long, and the previews do not need it.
    const { answer: _, ...simulation } = state.simulation;
    const update: PreviewUpdate = {
      ...state,
      simulation,
      // Not sent again, because it can be long.
      ...(isNew && { entries }),
      findingText: view.findingText,
      highlighted: view.tab === 'texts' ? view.highlighted : undefined,
    };
    frame.postMessage({ workbench: update }, location.origin);
  }

  #onEvent(place: PreviewName, frame: Window, event: PreviewEvent): void {
    if (event.type === 'ready') {
      this.#ready.set(place, frame);
      // A reloaded page has no answer yet.
      this.#sentEntries.delete(frame);
      this.#send(frame);
    } else if (event.type === 'found') {
      this.#store.updateView({ tab: 'texts', highlighted: event.key, findingText: false });
    } else if (event.type === 'cancelled') this.#store.updateView({ findingText: false });
    else this.#onRendered(place, event);
  }

  #onRendered(
    place: PreviewName,
    { visibleTexts, colours }: PreviewEvent & { type: 'rendered' },
  ): void {
    const { view } = this.#store;
    // Both previews have the same colours.
    const next = place === 'cms' ? { colours } : {};
    const before = place === 'cms' ? view.colours : undefined;
    if (
      JSON.stringify([view.visibleTexts[place], before]) ===
      JSON.stringify([visibleTexts, next.colours])
    )
      return;
    this.#store.updateView({
      visibleTexts: { ...view.visibleTexts, [place]: visibleTexts },
      ...next,
    });
  }
}
