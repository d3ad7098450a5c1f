import { library } from '../../demo/states.js';
import type { DdbDebtOverview } from '../../src/index.js';
import {
  part,
  delay,
  partTexts,
  viewText,
  settled,
  container,
  waitUntil,
} from '../element/fixture.js';
import type { Catalogue } from './catalogue.js';

/** The other loopback name of the server: covers are not loaded from the page's own origin. */
export const OTHER_ORIGIN = location.origin.replace(/localhost|127\.0\.0\.1/, (host) =>
  host === 'localhost' ? '127.0.0.1' : 'localhost',
);

type Properties = Partial<
  Pick<DdbDebtOverview, 'config' | 'fetcher' | 'getToken' | 'materialResolver'>
>;

/** Adds an element to the page of a library that has a catalogue. */
export function open(
  { fetcher, fbiUrl }: Catalogue,
  attributes: Readonly<Record<string, string | undefined>> = {},
  properties: Properties = {},
): DdbDebtOverview {
  const element = document.createElement('ddb-debt-overview');
  const all = { ...library({ 'fees-url': '/fees', 'fbi-url': fbiUrl }), ...attributes };
  for (const [name, value] of Object.entries(all))
    if (value !== undefined) element.setAttribute(name, value);
  Object.assign(element, { fetcher, ...properties });
  container.append(element);
  return element;
}

/** The same, when the debts are rendered. */
export async function opened(...all: Parameters<typeof open>): Promise<DdbDebtOverview> {
  const element = open(...all);
  await settled(element);
  return element;
}

/** The titles that are rendered, in the order of the page. */
export const titles = (element: Element): string[] => partTexts(element, 'title').filter(Boolean);

/** The same, when this many titles are rendered. */
export async function openedWithTitles(
  count: number,
  ...all: Parameters<typeof open>
): Promise<DdbDebtOverview> {
  const element = await opened(...all);
  await waitUntil(() => titles(element).length === count);
  return element;
}

/** Waits until every element has requested its titles: two frames, and 20 ms. */
export async function afterTitleRequests(): Promise<void> {
  for (let frame = 0; frame < 2; frame++)
    await new Promise((resolve) => requestAnimationFrame(resolve));
  await delay(20);
}

/** The text, and the position of every node. */
export function layoutSnapshot(element: Element) {
  const base = part(element, 'base') as HTMLElement;
  return { text: viewText(element), positions: positionsIn(base) };
}

/** The position of each node, with its part, in thousandths of a pixel. */
export const positionsIn = (base: Element, selector = '*'): string[] =>
  [...base.querySelectorAll(selector)].map((node) => {
    const { x, y, width, height } = node.getBoundingClientRect();
    const position = [x, y, width, height].map((value) => value.toFixed(3));
    return `${node.getAttribute('part') ?? node.localName} ${position}`;
  });
