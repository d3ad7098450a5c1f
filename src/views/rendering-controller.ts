import { adoptStyles, type LitElement, type ReactiveController } from 'lit';

const sheets = new WeakMap<Document, CSSStyleSheet>();

/**
 * As Lit's `adoptStyles`, also in a frame that an element was moved to: a style sheet works only in the document that it
 * was made in.
 */
function adoptStylesOf(host: LitElement): void {
  const root = host.renderRoot as ShadowRoot;
  const { elementStyles } = host.constructor as typeof LitElement;
  const page = root.ownerDocument;
  const { defaultView } = page;
  if (page === document || !root.adoptedStyleSheets) {
    if (!root.querySelector('style')) adoptStyles(root, elementStyles);
  } else if (defaultView) {
    let sheet = sheets.get(page);
    if (!sheet) {
      sheet = new defaultView.CSSStyleSheet();
      sheet.replaceSync(elementStyles.join(''));
      sheets.set(page, sheet);
    }
    root.adoptedStyleSheets = [sheet];
  }
}

/** Keeps the focus while an element is drawn, and draws over what translators and extensions have changed. */
export class RenderingController implements ReactiveController {
  readonly #host: LitElement;
  readonly #foreignChanges = new MutationObserver(() => (this.#isChanged = true));
  #isChanged = false;
  /** Where the focus was before the element was drawn. */
  #focus: { readonly element: Element; readonly id: string; readonly section: HTMLElement | null } | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    adoptStylesOf(this.#host);
    this.#foreignChanges.observe(this.#root, { childList: true, characterData: true, subtree: true });
  }

  hostUpdate(): void {
    const element = this.#root.activeElement;
    this.#focus = element ? { element, id: element.id, section: element.closest('section') } : undefined;
    if (this.#isChanged || this.#foreignChanges.takeRecords().length) this.#clear();
  }

  hostUpdated(): void {
    // Drops the element's own changes.
    this.#foreignChanges.takeRecords();
    this.#isChanged = false;
    this.#restoreFocus();
  }

  get #root(): ShadowRoot {
    return this.#host.renderRoot as ShadowRoot;
  }

  /** Removes what is drawn, because Lit cannot update nodes that something else has replaced. */
  #clear(): void {
    const end = document.createComment('');
    this.#root.replaceChildren(end);
    adoptStylesOf(this.#host);
    // Lit draws from the beginning in another place.
    this.#host.renderOptions.renderBefore = end;
  }

  /**
   * A debt that moves keeps the focus. Where the focused element is removed, its section gets the focus, or else the
   * heading, so that keyboard users are not sent to the top of the page.
   */
  #restoreFocus(): void {
    if (!this.#focus) return;
    const root = this.#root;
    const { element, id, section } = this.#focus;
    // A row that moves may be drawn in the elements of another row.
    if (root.activeElement && element.id === id) return;
    let next = root.getElementById(id);
    if (!next) {
      next = section?.isConnected ? section : root.querySelector('[part=heading],[part=summary]');
      if (next) next.tabIndex = -1;
    }
    next?.focus();
  }
}
