import { configure } from '../../../src/config/configuration.js';
import type { Settings } from '../../../src/config/settings.js';
import type { DdbDebtOverview } from '../../../src/index.js';
import { endpointsOf, type Endpoint } from '../../../src/fees/endpoints.js';
import { SLOTS } from '../state.js';
import { attributesOf, configured } from '../configured.js';
import { slotFragment } from '../export/markup.js';
import type { PreviewName, PreviewState } from './messages.js';
import { simulatedFetch } from './simulated-fetch.js';

/** The endpoint while the library has not set one. Nothing is requested from it. */
const SIMULATED_URL = 'simulation.json';

/** The element with the library's settings, and simulated systems. */
export class OverviewElement {
  readonly element: DdbDebtOverview;
  readonly #previewState: () => PreviewState;
  readonly #place: PreviewName;
  /** The HTML that was inserted last, by slot. */
  readonly #slots = new Map<string, string>();

  /** @param previewState returns the current state */
  constructor(previewState: () => PreviewState, place: PreviewName) {
    this.#previewState = previewState;
    this.#place = place;
    this.element = document.createElement('ddb-debt-overview');
    this.element.fetcher = simulatedFetch(
      previewState,
      () => this.#endpoints,
      () => this.settings.switchDate,
    );
    this.update();
  }

  /** Applies the library's settings, texts and slots. */
  update(): void {
    const { arrangement, simulation } = this.#previewState();
    const typed = new Map([
      ...attributesOf(arrangement),
      ...this.#defaultEndpoint(),
      ['channel', this.#place],
      ['preview-date', simulation.date],
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
    const own = slotFragment(html);
    if (!own.hasChildNodes()) return;
    const box = document.createElement('div');
    box.slot = slot;
    box.append(own);
    element.append(box);
  }

  get settings(): Settings {
    const { element } = this;
    const attribute = (name: string): string | null => element.getAttribute(name);
    return configure({ attribute }, document.baseURI).settings;
  }

  get #endpoints(): readonly Endpoint[] {
    return endpointsOf(this.settings);
  }

  /** The simulated endpoint, if the library has no valid one. */
  #defaultEndpoint(): [string, string][] {
    const { arrangement } = this.#previewState();
    const endpoints = endpointsOf(configured(arrangement).settings);
    return endpoints.every(({ url }) => url) ? [] : [['fees-url', SIMULATED_URL]];
  }
}
