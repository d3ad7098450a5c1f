import type { PatronName } from './patrons.js';

/** What is chosen beside the phone. */
export interface Choices {
  readonly patron: PatronName | '';
  /** The municipality has bought MobilePay in the app. */
  readonly mobilepay: boolean;
  /** There is a payment site. */
  readonly site: boolean;
  /** Who starts a payment. */
  readonly starts: 'overview' | 'app';
  /** MobilePay is on the phone. */
  readonly installed: boolean;
  readonly online: boolean;
  readonly scheme: 'light' | 'dark' | 'light dark';
  /** CSS lengths. */
  readonly size: string;
  readonly width: string;
}

const KEY = 'demo-phone';

/** The form beside the phone. What is chosen stands until the tab is closed, also when the webview loads a page. */
export class Switches {
  onChange: (name: string, chosen: Choices) => void = () => undefined;
  onReset: () => void = () => undefined;
  readonly #form: HTMLFormElement;

  constructor(form: HTMLFormElement) {
    this.#form = form;
    this.#recall();
    form.addEventListener('change', ({ target }) =>
      this.#changed((target as HTMLInputElement).name),
    );
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('reset', () => this.onReset());
  }

  get chosen(): Choices {
    const switches = this.#inputs.filter(({ type }) => type === 'checkbox');
    return Object.fromEntries([
      ...new FormData(this.#form),
      ...switches.map(({ name, checked }) => [name, checked]),
    ]) as Choices;
  }

  /** Somebody else than the one at the form has chosen: the patron, on the phone. */
  choose(name: keyof Choices, value: string | boolean): void {
    this.#set(name, value);
    this.#changed(name);
  }

  get #inputs(): HTMLInputElement[] {
    return [...this.#form.querySelectorAll('input')];
  }

  #set(name: string, value: unknown): void {
    for (const input of this.#inputs) {
      if (input.name !== name) continue;
      input.checked = input.type === 'radio' ? input.value === value : value === true;
    }
  }

  #changed(name: string): void {
    sessionStorage.setItem(KEY, JSON.stringify(this.chosen));
    this.onChange(name, this.chosen);
  }

  #recall(): void {
    const remembered = JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as object;
    for (const [name, value] of Object.entries(remembered)) this.#set(name, value);
  }
}
