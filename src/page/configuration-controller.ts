import { configure, type Configuration } from '../config/configuration.js';
import type { Problem } from '../config/problem.js';
import { endpointsOf, type Endpoint } from '../fees/endpoints.js';
import { reportProblems } from './report-problems.js';
import { jsonChildOf } from './dom-context.js';

/** So long, in milliseconds, an element without an endpoint waits for one before it says that there is none. */
const PATIENCE = 1000;

/** The configuration of an element in a page: read from it whenever it may have changed, its problems told of once. */
export class ConfigurationController {
  /** The `config` property. */
  config: object | undefined;
  current: Configuration = configure({ attribute: () => null }, '');

  readonly #element: HTMLElement;
  readonly #onChange: () => void;
  readonly #told = new Set<string>();
  #isOld = true;
  /** While it may still be told where to read debts: that can come a little after the element. */
  #patient = true;
  #impatience: ReturnType<typeof setTimeout> | undefined;

  /** @param onChange called when it may have changed, while the element is in a page */
  constructor(element: HTMLElement, onChange: () => void) {
    this.#element = element;
    this.#onChange = onChange;
  }

  /** It may have changed. */
  invalidate(): void {
    this.#isOld = true;
    if (this.#element.isConnected) this.#onChange();
  }

  /** Reads it again, where it may have changed; answers where debts are read from now on, once that is known. */
  update(): readonly Endpoint[] | undefined {
    if (!this.#isOld) return undefined;
    this.#isOld = false;
    const written = {
      attribute: (name: string) => this.#element.getAttribute(name),
      config: this.config,
      json: jsonChildOf(this.#element),
    };
    this.current = configure(written, document.baseURI);
    const endpoints = endpointsOf(this.current.settings);
    const complete = endpoints.every(({ url }) => url);
    if (!complete) {
      this.#impatience ??= setTimeout(() => {
        this.#patient = false;
        this.invalidate();
      }, PATIENCE);
    }
    // While the parser is at work the JSON child may be missing or half written.
    const parsing = document.readyState === 'loading';
    const settled = complete || !(parsing || this.#patient);
    // That there is no endpoint is the one thing that may still come right.
    const lasting = ({ value }: Problem): boolean => settled || value !== null;
    if (!parsing) reportProblems(this.current.problems.filter(lasting), this.#told);
    return settled ? endpoints : undefined;
  }

  /** The element leaves the page. */
  stop(): void {
    clearTimeout(this.#impatience);
    this.#impatience = undefined;
  }
}
