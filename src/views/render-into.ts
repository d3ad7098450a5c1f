import { render, type TemplateResult } from 'lit/html.js';
import { styles } from './styles.js';

/** One sheet for each document: a sheet made in one cannot be used in another. */
const sheets = new WeakMap<Document, CSSStyleSheet>();

function sheetFor(page: Document): CSSStyleSheet {
  let sheet = sheets.get(page);
  if (!sheet) {
    sheet = new (page.defaultView ?? globalThis).CSSStyleSheet();
    sheet.replaceSync(styles);
    sheets.set(page, sheet);
  }
  return sheet;
}

/** Adopted sheets are no inline styles to a strict CSP; only Safari before 16.4 needs an element. */
function dress(root: ShadowRoot): void {
  try {
    if (!root.adoptedStyleSheets.length) root.adoptedStyleSheets = [sheetFor(root.ownerDocument)];
  } catch {
    if (root.querySelector('style')) return;
    const style = document.createElement('style');
    style.textContent = styles;
    root.append(style);
  }
}

/**
 * Shows a view in an element's shadow root. Where what had the focus goes, its section has it, or the heading, and where a
 * debt moves, it stays with the debt: nobody who uses the keyboard is sent back to the top of the page, or to another debt.
 */
export function renderInto(element: HTMLElement, view: TemplateResult): void {
  const root = element.shadowRoot as ShadowRoot;
  dress(root);
  const focused = root.activeElement;
  const id = focused?.id as string;
  const section = focused?.closest('section');
  render(view, root);
  if (!focused || (root.activeElement && focused.id === id)) return;
  let next = root.getElementById(id);
  if (!next) {
    next = section?.isConnected
      ? section
      : (root.querySelector('[part=heading],[part=summary]') as HTMLElement);
    next.tabIndex = -1;
  }
  next.focus();
}
