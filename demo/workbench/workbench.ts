import { html, render, type TemplateResult } from 'lit';
import { readLanguages, type TextKey } from '../../src/localization/localization.js';
import { dayInCopenhagen } from '../../src/units/copenhagen.js';
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
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  const shown = [...document.querySelectorAll<HTMLElement>('[role=tab]')].filter(
    (tab) => tab.offsetParent,
  );
  const at = shown.findIndex((tab) => tab.dataset.tab === desk.view.tab);
  const to =
    event.key === 'Home'
      ? 0
      : event.key === 'End'
        ? shown.length - 1
        : step && (at + step + shown.length) % shown.length;
  if (to === undefined || (to === 0 && step === undefined && event.key !== 'Home')) return;
  const next = shown[to];
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
        <a href=${other.href} lang=${tongue === 'da' ? 'en' : 'da'}
          >${tongue === 'da' ? 'English' : 'Dansk'}</a
        >
      </nav>
    </header>
    <p class="news" role="status">${news ? say(news) : ''}</p>
    <div class="bench ${tab === 'stage' ? 'at-stage' : ''}">
      ${tabsView(desk)}
      <div class="panel" id="panel" role="tabpanel" tabindex="-1" aria-labelledby="tab-${tab}">
        ${panel?.(desk) ?? ''}
      </div>
      <main class="stage" id="stage">${stageView(desk)}</main>
    </div>`;
}

customElements.define('json-editor', JsonEditor);
await readLanguages();
document.documentElement.lang = tongue;
document.title = words('Prøvebordet: mellemværender, ét sted', 'The workbench: debts in one place');
const today = dayInCopenhagen(Date.now());
const root = document.body;
let writing: ReturnType<typeof setTimeout>;
let newsEnds: ReturnType<typeof setTimeout>;
let lastTab: Tab | undefined;
let lastPoint: TextKey | undefined;

function draw(): void {
  render(pageView(desk), root);
  fitting.follow(document.querySelectorAll('iframe'));
  frames.show();
  clearTimeout(writing);
  // A reload, and Back, find the bench as it was.
  writing = setTimeout(() => history.replaceState(null, '', fragmentOf(desk.bench)), 400);
  const { tab, news, point } = desk.view;
  if (news) {
    clearTimeout(newsEnds);
    newsEnds = setTimeout(() => desk.look({ news: undefined }), 6000);
  }
  if (tab !== lastTab) document.getElementById('panel')?.scrollTo(0, 0);
  if (tab === 'words' && point && (point !== lastPoint || tab !== lastTab)) {
    const line = document.getElementById(`words-${point}`);
    requestAnimationFrame(() => line?.scrollIntoView({ block: 'nearest' }));
  }
  lastTab = tab;
  lastPoint = point;
}

const opened = openFragment(location.hash, beginning(today));
const desk = new Desk(opened.bench, today, draw, (bench) => {
  history.replaceState(null, '', fragmentOf(bench));
  history.pushState(null, '', location.href);
});
const frames = new Frames(desk);
const fitting = new Fitting();
desk.look({ news: opened.says });
// A link that is pasted into the address bar of this page loads nothing: it is opened here.
addEventListener('popstate', () => {
  const next = openFragment(location.hash, desk.bench);
  desk.replace(next.bench);
  desk.look({ news: next.says });
});
