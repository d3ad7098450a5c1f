import { fixtureCleanup } from '@open-wc/testing';
import { answering, networkOf, type Answer } from '../../demo/network/network.js';
import type { EndpointName } from '../../demo/states.js';
import type { DdbDebtOverview } from '../../src/index.js';
import '../../src/define.js';

const network = networkOf();
await network.enable();

/** How a test sets the stage. */
export interface Setting {
  readonly attributes?: Readonly<Record<string, string>>;
  readonly answers?: Readonly<Partial<Record<EndpointName, Answer | (() => Answer)>>>;
  readonly properties?: {
    readonly [Name in 'config' | 'getToken' | 'fetcher']?: DdbDebtOverview[Name] | undefined;
  };
  /** The element's own children, as HTML. */
  readonly children?: string;
}

let stages = 0;

/** An element in the page, with a mocked network behind its endpoints. Each test's endpoints are its own. */
export function put({ attributes, answers, properties, children }: Setting): DdbDebtOverview {
  const stage = ++stages;
  const element = document.createElement('ddb-debt-overview');
  for (const [name, value] of Object.entries(attributes ?? {})) element.setAttribute(name, value);
  for (const [name, answer] of Object.entries(answers ?? {})) {
    const path = `/stage-${stage}/${name}`;
    network.use(answering(path, typeof answer === 'function' ? answer : () => answer));
    element.setAttribute(name, path);
  }
  if (children) element.innerHTML = children;
  Object.assign(element, properties);
  document.body.append(element);
  return element;
}

/** The element as `put` makes it, when each of its endpoints has answered or failed. */
export async function shown(setting: Setting): Promise<DdbDebtOverview> {
  const element = put(setting);
  await settled(element);
  return element;
}

/** Waits until nothing that is shown is still being read. */
export async function settled(element: DdbDebtOverview): Promise<void> {
  do await new Promise((resolve) => setTimeout(resolve, 5));
  while (
    !element.overview.systems.length ||
    element.overview.systems.some(({ state }) => state === 'loading')
  );
  await element.updateComplete;
}

/** Takes everything off the stage. */
export function clear(): void {
  fixtureCleanup();
  for (const element of document.querySelectorAll('ddb-debt-overview')) element.remove();
  network.resetHandlers();
}

/** The first element of the view with that part. */
export const part = (element: Element, name: string): HTMLElement | null =>
  element.shadowRoot?.querySelector<HTMLElement>(`[part~='${name}']`) ?? null;

/** All elements of the view with that part. */
export const parts = (element: Element, name: string): HTMLElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>(`[part~='${name}']`) ?? []),
];

/** The words of a node, with every run of white space as one space. */
export const words = (node: Node | null | undefined): string =>
  node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

/** All words of the view, without its styles. */
export const read = (element: Element): string => words(part(element, 'base'));
