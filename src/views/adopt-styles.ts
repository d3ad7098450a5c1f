import { adoptStyles, type CSSResult } from 'lit';

const sheets = new WeakMap<Document, CSSStyleSheet>();

/**
 * As Lit's `adoptStyles`, also in a frame that an element was moved to: a style sheet works only in the document that it
 * was made in.
 */
export function adoptStylesIn(root: ShadowRoot, styles: CSSResult[]): void {
  const page = root.ownerDocument;
  if (page === document || !root.adoptedStyleSheets) {
    if (!root.querySelector('style')) adoptStyles(root, styles);
    return;
  }
  let sheet = sheets.get(page);
  if (!sheet) {
    sheet = new (page.defaultView ?? globalThis).CSSStyleSheet();
    sheet.replaceSync(styles.map(({ cssText }) => cssText).join(''));
    sheets.set(page, sheet);
  }
  root.adoptedStyleSheets = [sheet];
}
