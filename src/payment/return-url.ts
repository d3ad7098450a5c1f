import type { ReturnedPayment } from './core/state.js';

const RETURN_PARAMETER = /^ddb-(order|result)$/;

/** The parts of a query, each with its parameter's name. They are not serialized again: other scripts compare URLs. */
const partsOf = ({ search }: URL): (readonly [name: string, part: string])[] =>
  search
    .slice(1)
    .split('&')
    .map((part) => [[...new URLSearchParams(`&${part}`).keys()][0] ?? '', part]);

/** The URL without the parameters of the payment host. Path, other parameters and hash stay the same. */
export function withoutReturn(href: string): string {
  const url = new URL(href);
  const parts = partsOf(url);
  const others = parts.filter(([name]) => !RETURN_PARAMETER.test(name));
  if (others.length < parts.length) url.search = others.map(([, part]) => part).join('&');
  return url.href;
}

export function returnedIn(href: string): ReturnedPayment | undefined {
  const { searchParams } = new URL(href);
  const orderId = searchParams.get('ddb-order');
  return orderId === null ? undefined : { orderId, result: searchParams.get('ddb-result') ?? '' };
}

/** Reads the result from the page's URL and removes it there, so that a reload does not repeat it. */
export function takeReturn(): ReturnedPayment | undefined {
  const { href } = location;
  try {
    const clean = withoutReturn(href);
    if (clean !== href) history.replaceState(history.state, '', clean);
  } catch {
    // Sandboxed pages may not change their URL, and browsers limit how often it changes.
  }
  return returnedIn(href);
}
