/** The text of the element's JSON child, where it has one (CONTRACT 2, Configuration as JSON). */
export function jsonChildOf(element: Element): string | undefined {
  for (const child of element.children) {
    if (child.matches('script[type="application/json"]')) return child.textContent ?? undefined;
  }
  return undefined;
}

/** The nearest `lang` up the page, through shadow roots. */
export function inheritedLang(element: Element): string | undefined {
  for (let at: Element | null = element; at;) {
    const holder: Element | null = at.closest('[lang]');
    if (holder) return holder.getAttribute('lang') ?? undefined;
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return undefined;
}
