import sinon from 'sinon';
import { answering, networkOf, type Answer } from '../../demo/network/network.js';
import type { EndpointName } from '../../demo/states.js';
import type { DdbDebtOverview } from '../../src/index.js';
import '../../src/define.js';

const network = networkOf();
await network.enable();

// The tab may be one that an earlier file was broken off in.
sessionStorage.removeItem('ddb-debt-payment');

/** The address of the page. */
export const { href: PAGE } = location;

/** Where the elements stand. */
export const container = document.createElement('main');
document.body.append(container);

/** How a test sets the stage. */
export interface FixtureOptions {
  readonly attributes?: Readonly<Record<string, string>>;
  readonly answers?: Readonly<Partial<Record<EndpointName, Answer | (() => Answer)>>>;
  readonly properties?: {
    readonly [Name in 'config' | 'getToken' | 'fetcher']?: DdbDebtOverview[Name] | undefined;
  };
  /** The element's own children, as HTML. */
  readonly children?: string;
  /** What it is put into; the stage, where nothing is said. */
  readonly into?: Element | ShadowRoot;
}

let elementCount = 0;

/** An element in the page, with a mocked network behind its endpoints. Each test's endpoints are its own. */
export function mount({
  attributes,
  answers,
  properties,
  children,
  into,
}: FixtureOptions): DdbDebtOverview {
  const prefix = `/stage-${++elementCount}`;
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

/** The element as `put` makes it, when each of its endpoints has answered or failed. */
export async function mountSettled(setting: FixtureOptions): Promise<DdbDebtOverview> {
  const element = mount(setting);
  await settled(element);
  return element;
}

/** The element with one endpoint that answers these fees, or whatever else. */
export const mountWithFees = (
  body: unknown,
  attributes: Readonly<Record<string, string>> = {},
  config?: object,
): Promise<DdbDebtOverview> =>
  mountSettled({ attributes, answers: { 'fees-url': { body } }, properties: { config } });

const realTimeout = globalThis.setTimeout.bind(globalThis);

/** Real milliseconds, whatever a test has made of the clock. */
export const delay = (milliseconds = 5): Promise<void> =>
  new Promise((resolve) => realTimeout(resolve, milliseconds));

/** Waits until it holds; the test's own time limit says when it never does. */
export async function waitUntil(holds: () => unknown): Promise<void> {
  while (!holds()) await delay();
}

/** Waits until nothing that is shown is being read for the first time. */
export async function settled(element: DdbDebtOverview): Promise<void> {
  await delay();
  await waitUntil(
    () =>
      element.overview.systems.length &&
      element.overview.systems.every(({ state }) => state !== 'loading'),
  );
  await element.updateComplete;
}

/** Takes everything off the stage, and gives the page back its clock, console, memory and address. */
export function resetFixture(): void {
  container.replaceChildren();
  network.resetHandlers();
  sinon.restore();
  Reflect.deleteProperty(document, 'hidden');
  sessionStorage.removeItem('ddb-debt-payment');
  // Browsers let nobody change it all the time.
  if (location.href !== PAGE || history.state) history.replaceState(null, '', PAGE);
}

/** The page's clock stands still at that instant, until it is told to tick. */
export const clockAt = (instant: string) =>
  sinon.useFakeTimers({
    now: new Date(instant),
    toFake: ['Date', 'setTimeout', 'clearTimeout'],
    // What was begun before it may end under it.
    shouldClearNativeTimers: true,
  });

/** The page is hidden, or seen again. */
export function setHidden(hidden: boolean): void {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
  document.dispatchEvent(new Event('visibilitychange'));
}

/** What the console is warned of from now on. */
export function recordWarnings(): string[] {
  const lines: string[] = [];
  sinon.stub(console, 'warn').callsFake((...words: unknown[]) => void lines.push(words.join(' ')));
  return lines;
}

/** The events of these types that reach the document's root from now on. */
export function recordEvents<T extends Event = Event>(
  target: EventTarget,
  ...types: string[]
): T[] {
  const events: T[] = [];
  for (const type of types) target.addEventListener(type, (event) => events.push(event as T));
  return events;
}

/** A response of JSON, for a `fetcher`. */
export const json = (body: unknown, init?: ResponseInit): Response =>
  new Response(JSON.stringify(body), init);

/** A `fetcher` that answers what `answer` says at the time, and remembers what it was asked. */
export const fetcherOf = (
  answer: (url: string, init: RequestInit) => Response | Promise<Response>,
) =>
  sinon.fake(async (url: RequestInfo | URL, init: RequestInit = {}) => answer(String(url), init));

/** A promise that is resolved when the test wants it to be. */
export function deferred<T = void>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>((onResolve) => (resolve = onResolve));
  return { promise, resolve };
}

/** Refused, with a wish for so much patience that the widget leaves the next try to the patron. */
export const BROKEN: Answer = { status: 503, headers: { 'Retry-After': '120' }, body: {} };

/** The first element of the view with that part. */
export const part = (element: Element, name: string): HTMLElement | null =>
  element.shadowRoot?.querySelector<HTMLElement>(`[part~='${name}']`) ?? null;

/** All elements of the view with that part. */
export const parts = (element: Element, name: string): HTMLElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>(`[part~='${name}']`) ?? []),
];

/** Any of these parts is there. A test asks this, not for the part: a failure that carries an element stalls the runner. */
export const hasPart = (element: Element, ...names: string[]): boolean =>
  names.some((name) => part(element, name));

/** How many there are of that part. */
export const countParts = (element: Element, name: string): number => parts(element, name).length;

/** The words of a node, with every run of white space as one space. */
export const textOf = (node: Node | null | undefined): string =>
  node?.textContent?.replace(/[\s\u200e]+/g, ' ').trim() ?? '';

/** All words of the view, without its styles. */
export const viewText = (element: Element): string => textOf(part(element, 'base'));

/** The words of every part of that name, in order. */
export const partTexts = (element: Element, name: string): string[] =>
  parts(element, name).map(textOf);

/** The name of a control, as a screen reader says it. */
export function nameOf(control: Element): string {
  const root = control.getRootNode() as ShadowRoot;
  const ids = control.getAttribute('aria-labelledby')?.split(' ') ?? [];
  const named = ids.map((id) => textOf(root.getElementById(id))).filter(Boolean);
  const labels = [...((control as HTMLInputElement).labels ?? [])].map(textOf);
  return named.join(' ') || control.ariaLabel || labels.join(' ') || textOf(control);
}

/** Where a quiet link with these words leads. */
export const linkTo = (element: Element, name: string): string | null | undefined =>
  parts(element, 'link')
    .find((link) => textOf(link) === name)
    ?.getAttribute('href');
