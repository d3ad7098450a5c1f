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

/** Shows a view in an element's shadow root. */
export function drawInto(element: HTMLElement, view: TemplateResult): void {
  const root = element.shadowRoot as ShadowRoot;
  dress(root);
  render(view, root);
}
