import { returnedIn, withoutReturn, type Returned } from './core/return-url.js';

/** What the page's address says of a payment, where it says anything: it is read once, and taken out of it. */
export function takeReturn(): Returned | undefined {
  const { href } = location;
  try {
    const clean = withoutReturn(href);
    if (clean !== href) history.replaceState(history.state, '', clean);
  } catch {
    // Browsers refuse it to some pages, and where it is done too often.
  }
  return returnedIn(href);
}
