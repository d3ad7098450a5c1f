import '../../../src/define.js';
import { goodTokens, isGoodValue } from '../css-value.js';
import { coloursIn } from './colours.js';
import { TextFinder } from './find-key.js';
import { isLetter, type Given, type Place, type Said, type Shown } from './messages.js';
import { OverviewElement } from './overview-element.js';
import { linesOf, textAt, textsIn } from './texts-on-page.js';

const BEGINNINGS = ['scenario', 'pace', 'dibs', 'oir'] as const;

const place: Place = location.hash === '#app' ? 'app' : 'cms';
document.body.className = place;

const say = (said: Said): void => parent.postMessage({ workbench: said }, location.origin);

/** The page of a library, or the app, around one element. */
class PreviewPage {
  #shown: Shown | undefined;
  #overview: OverviewElement | undefined;
  #finder = new TextFinder('da', {});
  #drawing = 0;
  #pointed: HTMLElement | undefined;
  readonly #watch = new MutationObserver(() => this.#report());
  readonly #sheet = new CSSStyleSheet();

  constructor() {
    document.adoptedStyleSheets.push(this.#sheet);
    for (const name of ['click', 'auxclick'] as const) {
      addEventListener(name, (click) => this.#click(click), { capture: true });
    }
    addEventListener('keydown', ({ key }) => {
      if (key === 'Escape' && this.#shown?.finding) say({ is: 'given up' });
    });
    addEventListener('resize', () => this.#report());
  }

  show(given: Given): void {
    const before = this.#shown;
    const entries = given.entries ?? before?.entries ?? [];
    const next = { ...given, entries };
    this.#shown = next;
    this.#dress(next);
    // What failed or was slow is begun anew: otherwise the list of before would stay.
    if (!before || BEGINNINGS.some((name) => before.rehearsal[name] !== next.rehearsal[name])) {
      this.#begin();
    } else {
      this.#overview?.set();
      if (before.entries !== entries) void this.#overview?.element.refresh();
    }
    this.#report();
  }

  #begin(): void {
    this.#watch.disconnect();
    this.#overview?.element.remove();
    const overview = new OverviewElement(() => this.#shown as Shown, place);
    const { element } = overview;
    this.#overview = overview;
    document.querySelector('main')?.replaceChildren(element);
    // It has no shadow root before it is drawn the first time.
    void element.updateComplete.then(() => {
      if (this.#overview !== overview || !element.shadowRoot) return;
      this.#watch.observe(element.shadowRoot, {
        childList: true,
        subtree: true,
        characterData: true,
      });
      this.#report();
    });
  }

  /** The page around it. */
  #dress({ surroundings, arrangement, finding }: Shown): void {
    const { lang, scheme, textSize, page } = surroundings;
    const root = document.documentElement;
    root.lang = lang;
    document.body.classList.toggle('finding', finding);
    this.#finder = new TextFinder(lang, arrangement.texts[lang]);
    root.style.setProperty('color-scheme', scheme);
    root.style.setProperty('font-size', `${textSize}%`);
    for (const [property, value] of [
      ['background-color', page.background],
      ['color', page.text],
      ['font-family', page.font],
    ] as const) {
      root.style.setProperty(property, isGoodValue(property, value) ? value : '');
    }
    const header = document.querySelector('header');
    if (header) {
      header.textContent =
        place === 'app' ? (lang === 'da' ? 'Biblioteket' : 'The library') : 'Fjordby Bibliotekerne';
    }
    this.#sheet.replaceSync('ddb-debt-overview {}');
    const rule = this.#sheet.cssRules[0] as CSSStyleRule;
    for (const [name, value] of goodTokens(arrangement.tokens)) rule.style.setProperty(name, value);
  }

  #report(): void {
    cancelAnimationFrame(this.#drawing);
    this.#drawing = requestAnimationFrame(() => {
      const root = this.#overview?.element.shadowRoot;
      if (!root) return;
      const texts = textsIn(root, this.#finder);
      this.#pointAt(texts.find(({ key }) => key === this.#shown?.point)?.element);
      const seen = texts.map(({ key, element }) => ({ key, lines: linesOf(element) }));
      // A probe in the widget changes it: what is watched is not looked at meanwhile.
      const colours = coloursIn(root);
      this.#watch.takeRecords();
      say({ is: 'drawn', seen, colours });
    });
  }

  #pointAt(element: HTMLElement | undefined): void {
    const before = this.#pointed;
    this.#pointed = element;
    if (before === element) return;
    before?.style.removeProperty('outline');
    element?.style.setProperty('outline', '3px solid #d6006c');
    element?.scrollIntoView({ block: 'nearest' });
  }

  #click(click: MouseEvent): void {
    const [target] = click.composedPath();
    const link = target instanceof Element && target.closest('a');
    if (this.#shown?.finding) {
      click.preventDefault();
      click.stopPropagation();
      const found = target instanceof Element && textAt(target, this.#finder);
      if (found) say({ is: 'found', key: found.key });
    } else if (link) {
      // A rehearsal leads nowhere.
      click.preventDefault();
    }
  }
}

const page = new PreviewPage();
addEventListener('message', ({ source, origin, data }) => {
  if (source === parent && origin === location.origin && isLetter<Given>(data))
    page.show(data.workbench);
});
say({ is: 'ready' });
