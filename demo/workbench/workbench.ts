import { html, render, type TemplateResult } from 'lit';
import type { TextKey } from '../../src/i18n/locales.js';
import { dayInCopenhagen } from '../../src/util/time.js';
import { AddressBar } from './address-bar.js';
import { initialState } from './initial-state.js';
import { WorkbenchStore, TABS, type Tab } from './store.js';
import { FrameScaler } from './frame-scaler.js';
import { PreviewFrames } from './preview-frames.js';
import { JsonEditor } from './json-editor.js';
import { fragmentOf, openFragment } from './share.js';
import { localize, uiLanguage, words } from './ui-language.js';
import { checkView, tasksOf } from './views/check-view.js';
import { debtsView } from './views/debts-view.js';
import { importView } from './views/import-view.js';
import { lookView } from './views/look-view.js';
import { exportView } from './views/export-view.js';
import { setupView } from './views/setup-view.js';
import { previewView } from './views/preview-view.js';
import { textsView } from './views/texts-view.js';

const tabName = (tab: Tab): string =>
  ({
    setup: words('Opsætning', 'Settings'),
    debts: words('Mellemværender', 'Debts'),
    texts: words('Tekster', 'Texts'),
    look: words('Udseende', 'Look'),
    check: words('Tjekliste', 'Checklist'),
    export: words('Hent koden', 'Get the code'),
    import: words('Importér', 'Import'),
    preview: words('Forhåndsvisning', 'Preview'),
  })[tab];

const PANELS: Readonly<Record<Exclude<Tab, 'preview'>, (store: WorkbenchStore) => TemplateResult>> =
  {
    setup: setupView,
    debts: debtsView,
    texts: textsView,
    look: lookView,
    check: checkView,
    export: exportView,
    import: importView,
  };

/** Moves between tabs with the arrow keys, as in the ARIA tabs pattern. */
function moveByArrowKey(event: KeyboardEvent, store: WorkbenchStore): void {
  const tabs = [...document.querySelectorAll<HTMLElement>('[role=tab]')].filter(
    (tab) => tab.offsetParent,
  );
  const at = tabs.findIndex((tab) => tab.dataset.tab === store.view.tab);
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
  store.updateView({ tab: next.dataset.tab as Tab });
  next.focus();
}

function tabsView(store: WorkbenchStore): TemplateResult {
  const count = tasksOf(store).must.length;
  return html`<div
    class="tabs"
    role="tablist"
    aria-label=${words('Prøvebordet', 'The workbench')}
    @keydown=${(event: KeyboardEvent) => moveByArrowKey(event, store)}
  >
    ${TABS.map(
      (tab) =>
        html`<button
          type="button"
          role="tab"
          id="tab-${tab}"
          data-tab=${tab}
          aria-controls=${tab === 'preview' ? 'preview' : 'panel'}
          aria-selected=${store.view.tab === tab}
          tabindex=${store.view.tab === tab ? 0 : -1}
          @click=${() => store.updateView({ tab })}
        >
          ${tabName(tab)}${
            tab === 'check' && count
              ? html` <span class="badge"
                  >${count}<span class="hidden"> ${words('skal rettes', 'to correct')}</span></span
                >`
              : ''
          }
        </button>`,
    )}
  </div>`;
}

function pageView(store: WorkbenchStore): TemplateResult {
  const { tab, status } = store.view;
  const panel = tab === 'preview' ? undefined : PANELS[tab];
  const other = new URL(location.href);
  other.searchParams.set('lang', uiLanguage === 'da' ? 'en' : 'da');
  return html`<header class="top">
      <h1 id="title">${words('Prøvebordet', 'The workbench')}</h1>
      <p>
        ${words(
          'Se skiftet, før det sker. Alle mellemværender er opdigtede, og intet forlader din browser.',
          'See the switch before it happens. All debts are invented, and nothing leaves your browser.',
        )}
      </p>
      <nav aria-label=${words('Andre sider', 'Other pages')}>
        <a href="./cms.html">${words('Betal på hjemmesiden', 'Pay on the website')}</a>
        <a href="./app.html">${words('Betal i appen', 'Pay in the app')}</a>
        <a href="./states.html">${words('Alle tilstande', 'All states')}</a>
        <a
          href=${other.href}
          @click=${({ currentTarget }: Event) => {
            // The URL in the address bar can be older than the state.
            (currentTarget as HTMLAnchorElement).hash = fragmentOf(store.state);
          }}
          lang=${uiLanguage === 'da' ? 'en' : 'da'}
          >${uiLanguage === 'da' ? 'English' : 'Dansk'}</a
        >
      </nav>
    </header>
    <main aria-labelledby="title">
      <div class="status" role="status">
        ${
          status
            ? html`<p>${localize(status)}</p>
                <button
                  type="button"
                  class="tertiary"
                  @click=${() => store.updateView({ status: undefined })}
                >
                  ${words('Luk', 'Close')}
                </button>`
            : ''
        }
      </div>
      <div class="workbench ${tab === 'preview' ? 'at-preview' : ''}">
        ${tabsView(store)}
        <div
          class="panel"
          id="panel"
          role="tabpanel"
          tabindex="-1"
          aria-labelledby="tab-${tab === 'preview' ? 'setup' : tab}"
        >
          ${panel?.(store) ?? ''}
        </div>
        <div class="preview" id="preview">${previewView(store)}</div>
      </div>
    </main>`;
}

customElements.define('json-editor', JsonEditor);
document.documentElement.lang = uiLanguage;
document.title = words('Prøvebordet: mellemværender, ét sted', 'The workbench: debts in one place');
const today = dayInCopenhagen(Date.now());
const root = document.body;
const addressBar = new AddressBar();
let lastTab: Tab | undefined;
let lastPoint: TextKey | undefined;

function renderPage(): void {
  render(pageView(store), root);
  scaler.observe(document.querySelectorAll('iframe'));
  frames.update();
  const { tab, highlighted } = store.view;
  if (tab !== lastTab) {
    document.getElementById('panel')?.scrollTo(0, 0);
    // On a narrow screen the page scrolls instead.
    const top = document.querySelector('.workbench')?.getBoundingClientRect().top ?? 0;
    if (top < 0) scrollBy(0, top);
  }
  if (tab === 'texts' && highlighted && (highlighted !== lastPoint || tab !== lastTab)) {
    const line = document.getElementById(`words-${highlighted}`);
    requestAnimationFrame(() => line?.scrollIntoView({ block: 'nearest' }));
  }
  lastTab = tab;
  lastPoint = highlighted;
  addressBar.update(store.state);
}

const opened = openFragment(location.hash, initialState(today));
const store = new WorkbenchStore(
  opened.state ?? initialState(today),
  today,
  renderPage,
  (state) => {
    history.replaceState(null, '', fragmentOf(state));
    history.pushState(null, '', location.href);
  },
);
const frames = new PreviewFrames(store);
const scaler = new FrameScaler();
store.updateView({});
// Text that is in a live region from the start is not announced.
setTimeout(() => store.updateView({ status: opened.message }), 100);
// The Back button, or a link pasted into the address bar, which does not reload the page.
addEventListener('popstate', () => {
  const { state, message } = openFragment(location.hash, initialState(today));
  if (state) store.restoreState(state);
  else addressBar.reset();
  store.updateView({ status: message });
});
addEventListener('keydown', ({ key }) => {
  if (key === 'Escape' && store.view.findingText) store.updateView({ findingText: false });
});
// On a wide screen the preview is not a tab.
matchMedia('(min-width: 62rem)').addEventListener('change', ({ matches }) => {
  if (matches && store.view.tab === 'preview') store.updateView({ tab: 'setup' });
});
