import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { PageOptions } from '../state.js';
import type { WorkbenchStore } from '../store.js';
import { words } from '../ui-language.js';
import { timelineView } from './timeline-view.js';

const WIDTHS: readonly PageOptions['width'][] = [0, 280, 390, 768, 1200];

/** The two previews and the timeline. The frames are not replaced; their state is sent to them. */
export function previewView(store: WorkbenchStore): TemplateResult {
  const { width, lang } = store.state.pageOptions;
  const { findingText } = store.view;
  return html`${timelineView(store)}
    <div class="previews ${findingText ? 'finding' : ''}">
      <section class="cms" aria-labelledby="preview-cms">
        <header>
          <h2 id="preview-cms">${words('Hjemmesiden', 'The website')}</h2>
          <label
            ><span class="hidden">${words('Sidens sprog', 'The page’s language')}</span>
            <select
              data-name="lang"
              @change=${({ target }: Event) =>
                store.updatePageOptions({
                  lang: (target as HTMLSelectElement).value as PageOptions['lang'],
                })}
            >
              <option value="da" ?selected=${live(lang === 'da')}>Dansk</option>
              <option value="en" ?selected=${live(lang === 'en')}>English</option>
            </select></label
          >
          <label
            ><span class="hidden">${words('Bredde', 'Width')}</span>
            <select
              @change=${({ target }: Event) =>
                store.updatePageOptions({
                  width: Number((target as HTMLSelectElement).value) as PageOptions['width'],
                })}
            >
              ${WIDTHS.map(
                (one) =>
                  html`<option value=${one} ?selected=${live(one === width)}>
                    ${one ? `${one} px` : words('Fuld bredde', 'Full width')}
                  </option>`,
              )}
            </select></label
          >
        </header>
        <div class="pane">
          <iframe
            data-place="cms"
            title=${words('Hjemmesiden', 'The website')}
            src="./preview.html#cms"
            data-width=${width}
          ></iframe>
        </div>
      </section>
      <section class="app" aria-labelledby="preview-app">
        <header><h2 id="preview-app">${words('Appen', 'The app')}</h2></header>
        <div class="phone">
          <iframe
            data-place="app"
            title=${words('Appen', 'The app')}
            src="./preview.html#app"
          ></iframe>
        </div>
      </section>
    </div>`;
}
