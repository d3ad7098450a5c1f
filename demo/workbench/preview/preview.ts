import { configure } from '../../../src/config/configuration.js';
import { attributeOf, type SettingName } from '../../../src/config/settings.js';
import '../../../src/define.js';
import type { DdbDebtOverview } from '../../../src/index.js';
import { readLanguages } from '../../../src/localization/localization.js';
import { endpointsOf } from '../../../src/sources/endpoints.js';
import { SLOTS } from '../bench.js';
import { cleaned } from '../out/markup.js';
import { coloursIn } from './colours.js';
import { TextFinder } from './find-key.js';
import { isLetter, type Place, type Said, type Shown } from './messages.js';
import { systemsOf } from './system.js';
import { linesOf, textAt, textsIn } from './texts-on-page.js';

/** Where debts are read while the library has not said where. */
const REHEARSED = 'rehearsal.json';

const place: Place = location.hash === '#app' ? 'app' : 'cms';
document.body.className = place;

const say = (said: Said): void => parent.postMessage({ workbench: said }, location.origin);

/** The page of a library, or the app, around one element. */
class PreviewPage {
  #shown: Shown | undefined;
  #element: DdbDebtOverview | undefined;
  #finder = new TextFinder('da', {});
  #drawing = 0;
  #pointed: HTMLElement | undefined;
  readonly #watch = new MutationObserver(() => this.#report());
  readonly #sheet = new CSSStyleSheet();

  constructor() {
    document.adoptedStyleSheets.push(this.#sheet);
    addEventListener('click', (click) => this.#click(click), { capture: true });
    addEventListener('resize', () => this.#report());
  }

  show(next: Shown): void {
    const before = this.#shown;
    this.#shown = next;
    this.#dress(next);
    const again =
      !before ||
      /* What failed or was slow is begun anew: otherwise the list of before would stay. */
      ['scenario', 'pace', 'dibs', 'oir', 'answer'].some(
        (name) => before.rehearsal[name as 'scenario'] !== next.rehearsal[name as 'scenario'],
      );
    if (again) this.#begin();
    this.#set(next);
    if (!again && JSON.stringify(before.entries) !== JSON.stringify(next.entries)) {
      void this.#element?.refresh();
    }
    this.#report();
  }

  /** What the library has set, as the tag that is taken out has it. */
  #set({ arrangement, rehearsal }: Shown): void {
    const element = this.#element;
    if (!element) return;
    const typed: Partial<Record<SettingName, string>> = {
      ...arrangement.settings,
      ...this.#endpoints(),
      channel: place,
      previewDate: rehearsal.date,
    };
    for (const name of (this.#element?.constructor as typeof DdbDebtOverview).observedAttributes) {
      const own = Object.entries(typed).find(([key]) => attributeOf(key as SettingName) === name);
      const value = own?.[1]?.trim();
      if (!value) element.removeAttribute(name);
      else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
    }
    const { texts } = arrangement;
    element.config = { texts };
    for (const slot of SLOTS) {
      element.querySelector(`[slot=${slot}]`)?.remove();
      const html = cleaned(arrangement.slots[slot] ?? '');
      if (!html) continue;
      const box = document.createElement('div');
      box.slot = slot;
      box.innerHTML = html;
      element.append(box);
    }
  }

  /** The library's own endpoints; where it has none that can be used, one of the rehearsal. */
  #endpoints(): Partial<Record<SettingName, string>> {
    const settings = this.#shown?.arrangement.settings ?? {};
    const attribute = (name: string): string | null =>
      Object.entries(settings).find(([key]) => attributeOf(key as SettingName) === name)?.[1] ??
      null;
    const endpoints = endpointsOf(configure({ attribute }, document.baseURI).settings);
    return endpoints.every(({ url }) => url) ? {} : { feesUrl: REHEARSED };
  }

  #begin(): void {
    this.#watch.disconnect();
    this.#element?.remove();
    const element = document.createElement('ddb-debt-overview');
    element.fetcher = systemsOf(
      () => this.#shown as Shown,
      () => ({
        dibs: element.getAttribute('dibs-fees-url'),
        oir: element.getAttribute('oir-fees-url'),
      }),
    );
    this.#element = element;
    this.#set(this.#shown as Shown);
    document.querySelector('main')?.replaceChildren(element);
    // It has no shadow root before it is drawn the first time.
    void element.updateComplete.then(() => {
      if (this.#element !== element || !element.shadowRoot) return;
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
    root.style.setProperty('background', page.background);
    root.style.setProperty('color', page.text);
    root.style.setProperty('font-family', page.font);
    const header = document.querySelector('header');
    if (header) {
      header.textContent =
        place === 'app' ? (lang === 'da' ? 'Biblioteket' : 'The library') : 'Fjordby Bibliotekerne';
    }
    const tokens = Object.entries(arrangement.tokens).filter(([, value]) => value.trim());
    this.#sheet.replaceSync('ddb-debt-overview {}');
    const rule = this.#sheet.cssRules[0] as CSSStyleRule;
    for (const [name, value] of tokens) rule.style.setProperty(name, value);
  }

  #report(): void {
    cancelAnimationFrame(this.#drawing);
    this.#drawing = requestAnimationFrame(() => {
      const root = this.#element?.shadowRoot;
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

await readLanguages();
const page = new PreviewPage();
addEventListener('message', ({ source, origin, data }) => {
  if (source === parent && origin === location.origin && isLetter<Shown>(data))
    page.show(data.workbench);
});
say({ is: 'ready' });
