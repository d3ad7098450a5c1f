import type { Settings } from '../config/settings.js';
import type { Overview } from '../debts/overview.js';
import type { Ways } from './live-overview.js';
import { askFbi } from '../titles/fbi.js';
import { Shelf } from '../titles/shelf.js';
import type { MaterialResolver } from '../titles/title.js';

/** One for the page for each way of asking: its elements do not ask twice. */
const shelves = new Map<string | MaterialResolver, Shelf>();

/** What the debts of an element are for: asked for when they are on screen. */
export class LiveTitles {
  /** The host's own way to titles, in place of `fbi-url`. */
  materialResolver: MaterialResolver | undefined;
  shelf: Shelf | undefined;
  readonly #show: () => void;

  /** @param show called when there are titles that have not been drawn */
  constructor(show: () => void) {
    this.#show = show;
  }

  /** There may be another way to titles now: answers whether there is. The one line has no room for them. */
  find({ fbiUrl, view }: Settings): boolean {
    const before = this.shelf;
    const way = view === 'full' && (this.materialResolver ?? fbiUrl);
    this.shelf = way ? (shelves.get(way) ?? new Shelf()) : undefined;
    if (way && this.shelf) shelves.set(way, this.shelf);
    return this.shelf !== before;
  }

  /** Asks for the titles behind the debts, once they can be seen: the debts do not wait for them. */
  ask({ systems }: Overview, { fbiUrl = '' }: Settings, ways: Ways): void {
    const { shelf, materialResolver = askFbi(fbiUrl, ways) } = this;
    if (!shelf) return;
    const recordIds = systems.flatMap(({ debts }) =>
      debts.flatMap(({ materials }) => materials.flatMap(({ recordId }) => recordId ?? [])),
    );
    requestAnimationFrame(() =>
      setTimeout(() => shelf.ask(recordIds, materialResolver, this.#show)),
    );
  }
}
