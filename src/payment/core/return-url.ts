/** What the host's payment has added to the address it sent the browser back to. */
export interface Returned {
  readonly id: string;
  readonly result: string;
}

const OURS = /^ddb-(order|result)$/;

/** The parts of a query, and what each is called. Nothing is written anew: other scripts compare what is there. */
const partsOf = ({ search }: URL): (readonly [name: string, part: string])[] =>
  search
    .slice(1)
    .split('&')
    .map((part) => [[...new URLSearchParams(`&${part}`).keys()][0] ?? '', part]);

/** The address without what the payment has added: the same path, other parameters and hash. */
export function withoutReturn(href: string): string {
  const url = new URL(href);
  const parts = partsOf(url);
  const others = parts.filter(([name]) => !OURS.test(name));
  if (others.length < parts.length) url.search = others.map(([, part]) => part).join('&');
  return url.href;
}

/** What the address says of a payment, where it says anything. */
export function returnedIn(href: string): Returned | undefined {
  const { searchParams } = new URL(href);
  const id = searchParams.get('ddb-order');
  return id === null ? undefined : { id, result: searchParams.get('ddb-result') ?? '' };
}
