import type { LitElement, ReactiveController } from 'lit';
import { adoptStylesIn } from './styles.js';

/** Keeps the focus while an element is drawn, and draws over what translators and extensions have changed. */
export class RenderingController implements ReactiveController {
  readonly #host: LitElement;
  readonly #root: ShadowRoot;
  readonly #foreignChanges = new MutationObserver(() => (this.#isChanged = true));
  #isChanged = false;
  #focused: Element | null = null;
  #focusedId = '';
  #section: Element | null | undefined;

  constructor(host: LitElement, root: ShadowRoot) {
    this.#host = host;
    this.#root = root;
    host.addController(this);
  }

  hostConnected(): void {
    this.#foreignChanges.observe(this.#root, { childList: true, characterData: true, subtree: true });
  }

  hostUpdate(): void {
    this.#focused = this.#root.activeElement;
    this.#focusedId = this.#focused?.id ?? '';
    this.#section = this.#focused?.closest('section');
    if (this.#isChanged || this.#foreignChanges.takeRecords().length) this.#clear();
  }

  hostUpdated(): void {
    // Drops the element's own changes.
    this.#foreignChanges.takeRecords();
    this.#isChanged = false;
    this.#restoreFocus();
  }

  /** Removes what is drawn, because Lit cannot update nodes that something else has replaced. */
  #clear(): void {
    const end = document.createComment('');
    this.#root.replaceChildren(end);
    adoptStylesIn(this.#root);
    // Lit draws from the beginning in another place.
    this.#host.renderOptions.renderBefore = end;
  }

  /**
   * A debt that moves keeps the focus. Where the focused element is removed, its section gets the focus, or else the
   * heading, so that keyboard users are not sent to the top of the page.
   */
  #restoreFocus(): void {
    const root = this.#root;
    const focused = this.#focused;
    const id = this.#focusedId;
    // A row that moves may be drawn in the elements of another row.
    if (!focused || (root.activeElement && focused.id === id)) return;
    let next = root.getElementById(id);
    if (!next) {
      const section = this.#section as HTMLElement;
      next = section?.isConnected ? section : (root.querySelector('[part=heading],[part=summary]') as HTMLElement);
      next.tabIndex = -1;
    }
    next.focus();
  }
}
