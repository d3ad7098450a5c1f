import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { configure, type Configuration } from '../config/configuration.js';
import { assignmentOf } from '../config/problem.js';
import { endpointsOf, type Endpoint } from '../fees/endpoints.js';
import { warn } from '../util/warn.js';
import { problemsOf } from './diagnostics.js';
import { jsonChildOf } from './dom-context.js';

/** An element without an endpoint waits this long for one, in milliseconds, before it reports the problem. */
const ENDPOINT_TIMEOUT = 1000;

/** Reads the configuration of an element when it may have changed, and warns of each problem once. */
export class ConfigurationController implements ReactiveController {
  current: Configuration = configure({ attribute: () => null }, '');
  /** The endpoints of the configuration, once it is complete. */
  endpoints: readonly Endpoint[] | undefined;
  readonly #host: ReactiveControllerHost & HTMLElement & { config: object | undefined };
  #valid = false;
  #timedOut = false;
  #timeout: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement & { config: object | undefined }) {
    this.#host = host;
    host.addController(this);
  }

  /** The configuration is read again before the next rendering. */
  invalidate(): void {
    this.#valid = false;
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    this.invalidate();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timeout);
    this.#timeout = undefined;
  }

  hostUpdate(): void {
    if (this.#valid) return;
    this.#valid = true;
    const host = this.#host;
    this.current = configure(
      {
        attribute: (name) => host.getAttribute(name),
        config: host.config,
        json: jsonChildOf(host),
        problems: problemsOf(host),
      },
      document.baseURI,
    );
    const endpoints = endpointsOf(this.current.settings);
    const complete = endpoints.every(({ url }) => url);
    if (!complete) {
      this.#timeout ??= setTimeout(() => {
        this.#timedOut = true;
        this.invalidate();
      }, ENDPOINT_TIMEOUT);
    }
    // While the page is parsed, the JSON child may be missing or incomplete.
    const parsing = document.readyState === 'loading';
    const final = complete || (!parsing && this.#timedOut);
    if (final) this.endpoints = endpoints;
    // A missing endpoint may still be set.
    for (const problem of parsing ? [] : this.current.problems) {
      if (final || problem.value !== null) warn(`${assignmentOf(problem)}: ${problem.message}`);
    }
  }
}
