import type { PatronName } from './patrons.js';

/** The choices in the form beside the phone. */
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

/** The form beside the phone. The choices are stored for the tab, so that they survive when the webview loads a page. */
export class Switches {
  onChange: (name: string, chosen: Choices) => void = () => undefined;
  onReset: () => void = () => undefined;
  readonly #form: HTMLFormElement;

  constructor(form: HTMLFormElement) {
    this.#form = form;
    this.#restore();
    form.addEventListener('change', ({ target }) =>
      this.#changed((target as HTMLInputElement).name),
    );
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('reset', () => this.onReset());
  }

  get chosen(): Choices {
    const checkboxes = this.#inputs.filter(({ type }) => type === 'checkbox');
    return Object.fromEntries([
      ...new FormData(this.#form),
      ...checkboxes.map(({ name, checked }) => [name, checked]),
    ]) as Choices;
  }

  /** Sets a choice from the phone instead of the form. */
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

  #restore(): void {
    const stored = JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as object;
    for (const [name, value] of Object.entries(stored)) this.#set(name, value);
  }
}
