import type { Settings } from '../config/settings.js';
import type { Overview } from '../debts/overview.js';
import type { RequestOptions } from '../fees/fees-controller.js';
import { askFbi } from './fbi.js';
import { TitleCache } from './title-cache.js';
import type { MaterialResolver } from './title.js';

/** One for the page for each way of asking: its elements do not ask twice. */
const shelves = new Map<string | MaterialResolver, TitleCache>();

/** What the debts of an element are for: asked for when they are on screen. */
export class TitlesController {
  /** The host's own way to titles, in place of `fbi-url`. */
  materialResolver: MaterialResolver | undefined;
  cache: TitleCache | undefined;
  readonly #show: () => void;

  /** @param show called when there are titles that have not been drawn */
  constructor(show: () => void) {
    this.#show = show;
  }

  /** There may be another way to titles now: answers whether there is. The one line has no room for them. */
  find({ fbiUrl, view }: Settings): boolean {
    const before = this.cache;
    const way = view === 'full' && (this.materialResolver ?? fbiUrl);
    this.cache = way ? (shelves.get(way) ?? new TitleCache()) : undefined;
    if (way && this.cache) shelves.set(way, this.cache);
    return this.cache !== before;
  }

  /** Asks for the titles behind the debts, once they can be seen: the debts do not wait for them. */
  ask({ systems }: Overview, { fbiUrl = '' }: Settings, ways: RequestOptions): void {
    const { cache: shelf, materialResolver = askFbi(fbiUrl, ways) } = this;
    if (!shelf) return;
    const recordIds = systems.flatMap(({ debts }) =>
      debts.flatMap(({ materials }) => materials.flatMap(({ recordId }) => recordId ?? [])),
    );
    requestAnimationFrame(() =>
      setTimeout(() => shelf.ask(recordIds, materialResolver, this.#show)),
    );
  }
}
