import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { configure, type Configuration } from '../config/configuration.js';
import { assignmentOf } from '../config/problem.js';
import { endpointsOf, type Endpoint } from '../fees/endpoints.js';
import { localeFor, type Locale } from '../i18n/locales.js';
import { warn } from '../util/warn.js';
import { hostsOf, inheritedLang, jsonChildOf, problemsOf } from './dom-context.js';

/** An element without an endpoint waits this long for one, in milliseconds, before it reports the problem. */
const ENDPOINT_TIMEOUT = 1000;

/** Reads the configuration of an element when it may have changed, and warns of each problem once. */
export class ConfigurationController implements ReactiveController {
  /** Before the first update, nothing is known to be wrong. */
  current: Configuration = { ...configure({ attribute: () => null }, ''), problems: [] };
  /** The endpoints of the configuration, once it is complete. */
  endpoints: readonly Endpoint[] | undefined;
  locale: Locale = localeFor('');
  readonly #host: ReactiveControllerHost & HTMLElement & { config: object | undefined };
  readonly #page = new MutationObserver(() => this.invalidate());
  #isValid = false;
  #isLate = false;
  #timeout: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement & { config: object | undefined }) {
    this.#host = host;
    host.addController(this);
  }

  /** The configuration is read again before the next rendering. */
  readonly invalidate = (): void => {
    this.#isValid = false;
    this.#host.requestUpdate();
  };

  hostConnected(): void {
    this.invalidate();
    // The parser may still be writing the JSON child.
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', this.invalidate);
    this.#page.observe(this.#host, { childList: true, characterData: true, subtree: true });
    for (const host of hostsOf(this.#host)) {
      this.#page.observe(host.getRootNode(), { subtree: true, attributeFilter: ['lang'] });
    }
  }

  hostDisconnected(): void {
    document.removeEventListener('DOMContentLoaded', this.invalidate);
    this.#page.disconnect();
    clearTimeout(this.#timeout);
    this.#timeout = undefined;
  }

  hostUpdate(): void {
    if (this.#isValid) return;
    this.#isValid = true;
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
    const { settings, problems } = this.current;
    this.locale = localeFor(settings.lang ?? inheritedLang(host) ?? '');
    const endpoints = endpointsOf(settings);
    const isComplete = endpoints.every(({ url }) => url);
    if (!isComplete) {
      this.#timeout ??= setTimeout(() => {
        this.#isLate = true;
        this.invalidate();
      }, ENDPOINT_TIMEOUT);
    }
    // While the page is parsed, the JSON child may be missing or incomplete.
    const isParsing = document.readyState === 'loading';
    const isFinal = isComplete || (!isParsing && this.#isLate);
    if (isFinal) this.endpoints = endpoints;
    // A missing endpoint may still be set.
    for (const problem of isParsing ? [] : problems) {
      if (isFinal || problem.value !== null) warn(`${assignmentOf(problem)}: ${problem.message}`);
    }
  }
}
