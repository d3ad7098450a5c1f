import { html, render, type TemplateResult } from 'lit';
import type { TextKey } from '../../src/i18n/locales.js';
import { dayInCopenhagen } from '../../src/util/copenhagen.js';
import { Address } from './address.js';
import { beginning } from './beginning.js';
import { Desk, TABS, type Tab } from './desk.js';
import { Fitting } from './fit.js';
import { Frames } from './frames.js';
import { JsonEditor } from './json-editor.js';
import { fragmentOf, openFragment } from './share.js';
import { say, tongue, words } from './tongue.js';
import { checkView, itemsOf } from './views/check-view.js';
import { debtsView } from './views/debts-view.js';
import { inView } from './views/in-view.js';
import { lookView } from './views/look-view.js';
import { outView } from './views/out-view.js';
import { setupView } from './views/setup-view.js';
import { stageView } from './views/stage-view.js';
import { wordsView } from './views/words-view.js';

const tabName = (tab: Tab): string =>
  ({
    setup: words('Opsætning', 'Settings'),
    debts: words('Mellemværender', 'Debts'),
    words: words('Tekster', 'Texts'),
    look: words('Udseende', 'Look'),
    check: words('Tjekliste', 'Checklist'),
    out: words('Tag med', 'Take out'),
    in: words('Hent ind', 'Bring in'),
    stage: words('Prøven', 'Preview'),
  })[tab];

const PANELS: Readonly<Record<Exclude<Tab, 'stage'>, (desk: Desk) => TemplateResult>> = {
  setup: setupView,
  debts: debtsView,
  words: wordsView,
  look: lookView,
  check: checkView,
  out: outView,
  in: inView,
};

/** Arrow keys go from tab to tab, as the pattern for tabs has it. */
function walk(event: KeyboardEvent, desk: Desk): void {
  const tabs = [...document.querySelectorAll<HTMLElement>('[role=tab]')].filter(
    (tab) => tab.offsetParent,
  );
  const at = tabs.findIndex((tab) => tab.dataset.tab === desk.view.tab);
  const next = {
    ArrowRight: tabs[at + 1] ?? tabs[0],
    ArrowDown: tabs[at + 1] ?? tabs[0],
    ArrowLeft: tabs.at(at - 1),
    ArrowUp: tabs.at(at - 1),
    Home: tabs[0],
    End: tabs.at(-1),
  }[event.key];
  if (!next) return;
  event.preventDefault();
  desk.look({ tab: next.dataset.tab as Tab });
  next.focus();
}

function tabsView(desk: Desk): TemplateResult {
  const count = itemsOf(desk).filter(({ is }) => is === 'must').length;
  return html`<div
    class="tabs"
    role="tablist"
    aria-label=${words('Prøvebordet', 'The workbench')}
    @keydown=${(event: KeyboardEvent) => walk(event, desk)}
  >
    ${TABS.map(
      (tab) =>
        html`<button
          type="button"
          role="tab"
          id="tab-${tab}"
          data-tab=${tab}
          aria-controls=${tab === 'stage' ? 'stage' : 'panel'}
          aria-selected=${desk.view.tab === tab}
          tabindex=${desk.view.tab === tab ? 0 : -1}
          @click=${() => desk.look({ tab })}
        >
          ${tabName(tab)}${
            tab === 'check' && count
              ? html` <span class="badge"
                  >${count}<span class="hidden"> ${words('skal rettes', 'to mend')}</span></span
                >`
              : ''
          }
        </button>`,
    )}
  </div>`;
}

function pageView(desk: Desk): TemplateResult {
  const { tab, news } = desk.view;
  const panel = tab === 'stage' ? undefined : PANELS[tab];
  const other = new URL(location.href);
  other.searchParams.set('lang', tongue === 'da' ? 'en' : 'da');
  return html`<header class="top">
      <h1>${words('Prøvebordet', 'The workbench')}</h1>
      <p>
        ${words(
          'Øv skiftet, før det sker. Alle mellemværender er opdigtede, og intet forlader din browser.',
          'Rehearse the switch before it happens. All debts are invented, and nothing leaves your browser.',
        )}
      </p>
      <nav aria-label=${words('Andre sider', 'Other pages')}>
        <a href="./cms.html">${words('Betal på hjemmesiden', 'Pay on the website')}</a>
        <a href="./app.html">${words('Betal i appen', 'Pay in the app')}</a>
        <a href="./states.html">${words('Alle tilstande', 'All states')}</a>
        <a
          href=${other.href}
          @click=${({ currentTarget }: Event) => {
            // The address may be a little behind what has been typed.
            (currentTarget as HTMLAnchorElement).hash = fragmentOf(desk.bench);
          }}
          lang=${tongue === 'da' ? 'en' : 'da'}
          >${tongue === 'da' ? 'English' : 'Dansk'}</a
        >
      </nav>
    </header>
    <div class="news" role="status">
      ${
        news
          ? html`<p>${say(news)}</p>
              <button type="button" class="plain" @click=${() => desk.look({ news: undefined })}>
                ${words('Luk', 'Close')}
              </button>`
          : ''
      }
    </div>
    <div class="bench ${tab === 'stage' ? 'at-stage' : ''}">
      ${tabsView(desk)}
      <div
        class="panel"
        id="panel"
        role="tabpanel"
        tabindex="-1"
        aria-labelledby="tab-${tab === 'stage' ? 'setup' : tab}"
      >
        ${panel?.(desk) ?? ''}
      </div>
      <main class="stage" id="stage">${stageView(desk)}</main>
    </div>`;
}

customElements.define('json-editor', JsonEditor);
document.documentElement.lang = tongue;
document.title = words('Prøvebordet: mellemværender, ét sted', 'The workbench: debts in one place');
const today = dayInCopenhagen(Date.now());
const root = document.body;
const address = new Address();
let lastTab: Tab | undefined;
let lastPoint: TextKey | undefined;

function draw(): void {
  render(pageView(desk), root);
  fitting.follow(document.querySelectorAll('iframe'));
  frames.show();
  const { tab, point } = desk.view;
  if (tab !== lastTab) document.getElementById('panel')?.scrollTo(0, 0);
  if (tab === 'words' && point && (point !== lastPoint || tab !== lastTab)) {
    const line = document.getElementById(`words-${point}`);
    requestAnimationFrame(() => line?.scrollIntoView({ block: 'nearest' }));
  }
  lastTab = tab;
  lastPoint = point;
  address.follow(desk.bench);
}

const opened = openFragment(location.hash, beginning(today));
const desk = new Desk(opened.bench ?? beginning(today), today, draw, (bench) => {
  history.replaceState(null, '', fragmentOf(bench));
  history.pushState(null, '', location.href);
});
const frames = new Frames(desk);
const fitting = new Fitting();
desk.look({});
// What stands in a live region from the beginning is not read aloud.
setTimeout(() => desk.look({ news: opened.says }), 100);
// Back; and a link that is pasted into the address bar of this page, which loads nothing.
addEventListener('popstate', () => {
  const { bench, says } = openFragment(location.hash, beginning(today));
  if (bench) desk.restore(bench);
  else address.forget();
  desk.look({ news: says });
});
addEventListener('keydown', ({ key }) => {
  if (key === 'Escape' && desk.view.finding) desk.look({ finding: false });
});
// Where there is room for both, the preview is no tab.
matchMedia('(min-width: 62rem)').addEventListener('change', ({ matches }) => {
  if (matches && desk.view.tab === 'stage') desk.look({ tab: 'setup' });
});
