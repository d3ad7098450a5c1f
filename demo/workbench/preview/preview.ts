import '../../../src/define.js';
import { validTokens, isValidValue } from '../css-value.js';
import { isCurrent } from '../patron-view.js';
import { coloursIn } from './colours.js';
import { TextFinder } from './text-finder.js';
import {
  isEnvelope,
  type PreviewUpdate,
  type PreviewName,
  type PreviewEvent,
  type PreviewState,
} from './messages.js';
import { OverviewElement } from './overview-element.js';
import { isSeen, linesOf, textAt, textsIn } from './visible-texts.js';

const RESTARTING = ['scenario', 'pace', 'dibs', 'oir'] as const;

const place: PreviewName = location.hash === '#app' ? 'app' : 'cms';
document.body.className = place;

const send = (event: PreviewEvent): void =>
  parent.postMessage({ workbench: event }, location.origin);

/** The page of a library, or an app, with one element. */
class PreviewPage {
  #state: PreviewState | undefined;
  #overview: OverviewElement | undefined;
  #finder = new TextFinder('da', {});
  #frameRequest = 0;
  #outlined: HTMLElement | undefined;
  readonly #observer = new MutationObserver(() => this.#report());
  readonly #sheet = new CSSStyleSheet();

  constructor() {
    document.adoptedStyleSheets.push(this.#sheet);
    for (const name of ['click', 'auxclick'] as const) {
      addEventListener(name, (click) => this.#click(click), { capture: true });
    }
    addEventListener('keydown', ({ key }) => {
      if (key === 'Escape' && this.#state?.findingText) send({ type: 'cancelled' });
    });
    addEventListener('resize', () => this.#report());
  }

  get isOnline(): boolean {
    return this.#state?.simulation.pace !== 'offline';
  }

  show(update: PreviewUpdate): void {
    const before = this.#state;
    const entries = update.entries ?? before?.entries ?? [];
    const next = { ...update, entries };
    this.#state = next;
    this.#updatePage(next);
    // Start with a new element, because the old one would keep its earlier list.
    if (!before || RESTARTING.some((name) => before.simulation[name] !== next.simulation[name])) {
      this.#restart();
    } else {
      this.#overview?.update();
      if (before.entries !== entries) void this.#overview?.element.refresh();
    }
    this.#report();
  }

  #restart(): void {
    this.#observer.disconnect();
    this.#overview?.element.remove();
    const overview = new OverviewElement(() => this.#state as PreviewState, place);
    const { element } = overview;
    this.#overview = overview;
    document.querySelector('section')?.replaceChildren(element);
    // The shadow root exists after the first render.
    void element.updateComplete.then(() => {
      if (this.#overview !== overview || !element.shadowRoot) return;
      this.#observer.observe(element.shadowRoot, {
        childList: true,
        subtree: true,
        characterData: true,
      });
      this.#report();
    });
  }

  /** Updates the page around the element. */
  #updatePage({ pageOptions, arrangement, project, findingText }: PreviewState): void {
    const { lang, scheme, textSize, page } = pageOptions;
    const root = document.documentElement;
    root.lang = lang;
    document.body.classList.toggle('finding', findingText);
    this.#finder = new TextFinder(lang, arrangement.texts[lang], (key) => {
      const overview = this.#overview;
      return !overview || isCurrent(key, overview.element.overview, overview.settings);
    });
    root.style.setProperty('color-scheme', scheme);
    root.style.setProperty('font-size', `${textSize}%`);
    for (const [property, value] of [
      ['background-color', page.background],
      ['color', page.text],
      ['font-family', page.font],
    ] as const) {
      root.style.setProperty(property, isValidValue(property, value) ? value : '');
    }
    const header = document.querySelector('header');
    if (header) {
      header.textContent =
        place === 'app'
          ? lang === 'da'
            ? 'Biblioteket'
            : 'The library'
          : project.library.trim() || 'Fjordby Bibliotekerne';
    }
    this.#sheet.replaceSync('ddb-debt-overview {}');
    const rule = this.#sheet.cssRules[0] as CSSStyleRule;
    for (const [name, value] of validTokens(arrangement.tokens))
      rule.style.setProperty(name, value);
  }

  #report(): void {
    cancelAnimationFrame(this.#frameRequest);
    this.#frameRequest = requestAnimationFrame(() => {
      const root = this.#overview?.element.shadowRoot;
      if (!root) return;
      const texts = textsIn(root, this.#finder);
      this.#outline(texts.find(({ key }) => key === this.#state?.highlighted)?.element);
      const visibleTexts = texts
        .filter(({ element }) => isSeen(element))
        .map(({ key, element }) => ({ key, lines: linesOf(element) }));
      // The probe changes the observed tree; discard those records.
      const colours = coloursIn(root);
      this.#observer.takeRecords();
      send({ type: 'rendered', visibleTexts, colours });
    });
  }

  #outline(element: HTMLElement | undefined): void {
    const before = this.#outlined;
    this.#outlined = element;
    if (before === element) return;
    before?.style.removeProperty('outline');
    element?.style.setProperty('outline', '3px solid #d6006c');
    element?.scrollIntoView({ block: 'nearest' });
  }

  #click(click: MouseEvent): void {
    const [target] = click.composedPath();
    const link = target instanceof Element && target.closest('a');
    if (this.#state?.findingText) {
      click.preventDefault();
      click.stopPropagation();
      const found = target instanceof Element && textAt(target, this.#finder);
      if (found) send({ type: 'found', key: found.key });
    } else if (link) {
      // Links in a preview do not navigate.
      click.preventDefault();
    }
  }
}

// Only the workbench has something to show in this page.
if (parent === window) location.replace('./');

const page = new PreviewPage();
Object.defineProperty(navigator, 'onLine', { get: () => page.isOnline });
addEventListener('message', ({ source, origin, data }) => {
  if (
    source === parent &&
    parent !== window &&
    origin === location.origin &&
    isEnvelope<PreviewUpdate>(data)
  )
    page.show(data.workbench);
});
send({ type: 'ready' });
