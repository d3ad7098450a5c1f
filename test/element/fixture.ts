import sinon from 'sinon';
import { answering, networkOf, type Answer } from '../../demo/network/network.js';
import type { EndpointName } from '../../demo/states.js';
import type { DdbDebtOverview } from '../../src/index.js';
import '../../src/define.js';
import { warned } from '../../src/util/warn.js';

const network = networkOf();
await network.enable();

// An earlier file that was aborted may have left it.
sessionStorage.removeItem('ddb-debt-payment');

/** The URL of the page. */
export const { href: PAGE } = location;

/** The parent of the elements. */
export const container = document.createElement('main');
document.body.append(container);

/** The element that a test needs. */
export interface FixtureOptions {
  readonly attributes?: Readonly<Record<string, string>>;
  readonly answers?: Readonly<Partial<Record<EndpointName, Answer | (() => Answer)>>>;
  readonly properties?: {
    readonly [Name in 'config' | 'getToken' | 'fetcher']?: DdbDebtOverview[Name] | undefined;
  };
  /** The children of the element, as HTML. */
  readonly children?: string;
  /** The parent of the element; by default the container. */
  readonly into?: Element | ShadowRoot;
}

let elementCount = 0;

/** Adds an element to the page, with a mocked network. The endpoint URLs are unique in each test. */
export function mount({
  attributes,
  answers,
  properties,
  children,
  into,
}: FixtureOptions): DdbDebtOverview {
  const prefix = `/element-${++elementCount}`;
  const element = document.createElement('ddb-debt-overview');
  for (const [name, value] of Object.entries(attributes ?? {})) element.setAttribute(name, value);
  for (const [name, answer] of Object.entries(answers ?? {})) {
    const path = `${prefix}/${name}`;
    network.use(answering(path, typeof answer === 'function' ? answer : () => answer));
    element.setAttribute(name, path);
  }
  if (children) element.innerHTML = children;
  Object.assign(element, properties);
  (into ?? container).append(element);
  return element;
}

/** As `mount`, when each endpoint has answered or failed. */
export async function mountSettled(options: FixtureOptions): Promise<DdbDebtOverview> {
  const element = mount(options);
  await settled(element);
  return element;
}

/** The element with one endpoint that has this answer. */
export const mountWithFees = (
  body: unknown,
  attributes: Readonly<Record<string, string>> = {},
  config?: object,
): Promise<DdbDebtOverview> =>
  mountSettled({ attributes, answers: { 'fees-url': { body } }, properties: { config } });

const realTimeout = globalThis.setTimeout.bind(globalThis);

/** Real milliseconds, also with a fake clock. */
export const delay = (milliseconds = 5): Promise<void> =>
  new Promise((resolve) => realTimeout(resolve, milliseconds));

/** Waits until the condition holds; the time limit of the test ends a wait that never does. */
export async function waitUntil(condition: () => unknown): Promise<void> {
  while (!condition()) await delay();
}

/** Waits until no endpoint is being read for the first time. */
export async function settled(element: DdbDebtOverview): Promise<void> {
  await delay();
  await waitUntil(
    () =>
      element.overview.systems.length &&
      element.overview.systems.every(({ state }) => state !== 'loading'),
  );
  await element.updateComplete;
}

/** Removes all elements, and resets clock, console, storage and URL. */
export function resetFixture(): void {
  container.replaceChildren();
  network.resetHandlers();
  sinon.restore();
  Reflect.deleteProperty(document, 'hidden');
  setOnLine(true);
  warned.clear();
  sessionStorage.removeItem('ddb-debt-payment');
  // Browsers limit the number of changes.
  if (location.href !== PAGE || history.state) history.replaceState(null, '', PAGE);
}

/** A fake clock that stands at this instant until `tick`. */
export const clockAt = (instant: string) =>
  sinon.useFakeTimers({
    now: new Date(instant),
    toFake: ['Date', 'setTimeout', 'clearTimeout'],
    // Timers that were set before may end under the fake clock.
    shouldClearNativeTimers: true,
  });

/** Sets whether the page is hidden, and dispatches the event. */
export function setHidden(hidden: boolean): void {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
  document.dispatchEvent(new Event('visibilitychange'));
}

/** Sets whether the browser says that it is online, in place of what the machine of the test is. */
export function setOnLine(onLine: boolean): void {
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => onLine });
}
setOnLine(true);

/** Records the warnings in the console from now on. */
export function recordWarnings(): string[] {
  const lines: string[] = [];
  sinon.stub(console, 'warn').callsFake((...args: unknown[]) => void lines.push(args.join(' ')));
  return lines;
}

/** Records the events of these types from now on. */
export function recordEvents<T extends Event = Event>(
  target: EventTarget,
  ...types: string[]
): T[] {
  const events: T[] = [];
  for (const type of types) target.addEventListener(type, (event) => events.push(event as T));
  return events;
}

/** A JSON response, for a `fetcher`. */
export const json = (body: unknown, init?: ResponseInit): Response =>
  new Response(JSON.stringify(body), init);

/** A `fetcher` with the answers of `answer`; the fake records its calls. */
export const fetcherOf = (
  answer: (url: string, init: RequestInit) => Response | Promise<Response>,
) =>
  sinon.fake(async (url: RequestInfo | URL, init: RequestInit = {}) => answer(String(url), init));

/** A promise that the test resolves. */
export function deferred<T = void>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>((onResolve) => (resolve = onResolve));
  return { promise, resolve };
}

/** A failure with a `Retry-After` so long that the widget does not retry by itself. */
export const BROKEN: Answer = { status: 503, headers: { 'Retry-After': '120' }, body: {} };

/** The first element in the shadow root with that part. */
export const part = (element: Element, name: string): HTMLElement | null =>
  element.shadowRoot?.querySelector<HTMLElement>(`[part~='${name}']`) ?? null;

/** All elements in the shadow root with that part. */
export const parts = (element: Element, name: string): HTMLElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>(`[part~='${name}']`) ?? []),
];

/** Whether any of these parts is there. Tests use this and not the element: a failure with an element stalls the runner. */
export const hasPart = (element: Element, ...names: string[]): boolean =>
  names.some((name) => part(element, name));

/** The number of elements with that part. */
export const countParts = (element: Element, name: string): number => parts(element, name).length;

/** The text of a node, with each run of white space as one space. */
export const textOf = (node: Node | null | undefined): string =>
  node?.textContent?.replace(/[\s\u200e]+/g, ' ').trim() ?? '';

/** All text of the element, without its styles. */
export const viewText = (element: Element): string => textOf(part(element, 'base'));

/** The text of each element with that part, in order. */
export const partTexts = (element: Element, name: string): string[] =>
  parts(element, name).map(textOf);

/** The accessible name of a control. */
export function nameOf(control: Element): string {
  const root = control.getRootNode() as ShadowRoot;
  const ids = control.getAttribute('aria-labelledby')?.split(' ') ?? [];
  const named = ids.map((id) => textOf(root.getElementById(id))).filter(Boolean);
  const labels = [...((control as HTMLInputElement).labels ?? [])].map(textOf);
  return named.join(' ') || control.ariaLabel || labels.join(' ') || textOf(control);
}

/** The URL of the text link with this name. */
export const linkTo = (element: Element, name: string): string | null | undefined =>
  parts(element, 'link')
    .find((link) => textOf(link) === name)
    ?.getAttribute('href');
