/** The text of the element's JSON child, if it has one (CONTRACT 2, Configuration as JSON). */
export const jsonChildOf = (element: Element): string | undefined =>
  element.querySelector(':scope>script[type="application/json"]')?.textContent ?? undefined;

/** The element, and the hosts of the shadow roots that it is in. */
export function hostsOf(element: Element): Element[] {
  const { host } = element.getRootNode() as ShadowRoot;
  return [element, ...(host ? hostsOf(host) : [])];
}

/** The nearest `lang` up the page, through shadow roots. Templates leave it empty if it is not set. */
export const inheritedLang = (element: Element): string | null | undefined =>
  hostsOf(element)
    .map((host) => host.closest('[lang]:not([lang=""])'))
    .find(Boolean)
    ?.getAttribute('lang');
