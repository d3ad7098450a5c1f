import { configure } from '../../../src/config/configuration.js';
import type { DdbDebtOverview } from '../../../src/index.js';
import { endpointsOf, type Endpoint } from '../../../src/fees/endpoints.js';
import { SLOTS } from '../bench.js';
import { attributesOf, configured } from '../configured.js';
import { fragmentOf } from '../out/markup.js';
import type { Place, Shown } from './messages.js';
import { systemsOf } from './system.js';

/** Where debts are read while the library has not said where. */
const REHEARSED = 'rehearsal.json';

/** The element as the library's own tag has it, but for where its debts come from. */
export class OverviewElement {
  readonly element: DdbDebtOverview;
  readonly #shown: () => Shown;
  readonly #place: Place;
  /** HTML by slot, as it was put there. */
  readonly #slots = new Map<string, string>();

  /** @param shown what is shown at any time */
  constructor(shown: () => Shown, place: Place) {
    this.#shown = shown;
    this.#place = place;
    this.element = document.createElement('ddb-debt-overview');
    this.element.fetcher = systemsOf(
      shown,
      () => this.#endpoints,
      () => this.#settings.switchDate,
    );
    this.set();
  }

  /** What the library has set, as the tag that is taken out has it. */
  set(): void {
    const { arrangement, rehearsal } = this.#shown();
    const typed = new Map([
      ...attributesOf(arrangement),
      ...this.#standIn(),
      ['channel', this.#place],
      ['preview-date', rehearsal.date],
    ] as const);
    const { element } = this;
    for (const name of (element.constructor as typeof DdbDebtOverview).observedAttributes) {
      const value = typed.get(name);
      if (value === undefined) element.removeAttribute(name);
      else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
    }
    element.config = { texts: arrangement.texts };
    for (const slot of SLOTS) this.#fill(slot, arrangement.slots[slot] ?? '');
  }

  #fill(slot: string, html: string): void {
    if ((this.#slots.get(slot) ?? '') === html) return;
    this.#slots.set(slot, html);
    const { element } = this;
    element.querySelector(`[slot=${slot}]`)?.remove();
    const own = fragmentOf(html);
    if (!own.hasChildNodes()) return;
    const box = document.createElement('div');
    box.slot = slot;
    box.append(own);
    element.append(box);
  }

  get #settings() {
    const { element } = this;
    const attribute = (name: string): string | null => element.getAttribute(name);
    return configure({ attribute }, document.baseURI).settings;
  }

  get #endpoints(): readonly Endpoint[] {
    return endpointsOf(this.#settings);
  }

  /** An address of the rehearsal, where the library has none that can be used. */
  #standIn(): [string, string][] {
    const { arrangement } = this.#shown();
    const endpoints = endpointsOf(configured(arrangement).settings);
    return endpoints.every(({ url }) => url) ? [] : [['fees-url', REHEARSED]];
  }
}
