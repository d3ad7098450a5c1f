/** The text of the element's JSON child, if it has one (CONTRACT 2, Configuration as JSON). */
export const jsonChildOf = (element: Element): string | undefined =>
  element.querySelector(':scope>script[type="application/json"]')?.textContent ?? undefined;

/** The nearest `lang` up the page, through shadow roots. Templates leave it empty if it is not set. */
export function inheritedLang(element: Element): string | undefined {
  for (let at: Element | undefined = element; at;) {
    const ancestor = at.closest('[lang]:not([lang=""])');
    if (ancestor) return ancestor.getAttribute('lang') ?? undefined;
    at = (at.getRootNode() as ShadowRoot).host;
  }
  return undefined;
}
