import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { attributeOf } from '../../../src/config/settings.js';
import { checklist, checksumOfItem, type ChecklistItem } from '../checklist.js';
import { checkContrast } from '../contrast.js';
import type { WorkbenchStore } from '../store.js';
import { localize, words } from '../ui-language.js';

/** The tasks before the switch: those to correct, and those to decide. */
export interface Tasks {
  readonly must: readonly ChecklistItem[];
  readonly should: readonly ChecklistItem[];
}

/** Only a task to decide can be ticked off: what must be corrected is corrected, or kept at its field. */
export function tasksOf({ state, configuration, today, view }: WorkbenchStore): Tasks {
  const { arrangement, project } = state;
  const contrasts = checkContrast(view.colours);
  const items = checklist({ arrangement, configuration, today, project }, contrasts);
  const must = items.filter(({ priority }) => priority === 'must');
  return { must, should: items.filter(({ priority }) => priority === 'should') };
}

const isTicked = ({ state }: WorkbenchStore, item: ChecklistItem): boolean =>
  item.priority === 'should' && state.project.ticked.includes(checksumOfItem(item));

const goTo = (store: WorkbenchStore, { tab, setting, text, slot }: ChecklistItem): void => {
  store.updateView({ tab, ...(text && { highlighted: text }) });
  const id = setting
    ? `field-${attributeOf(setting)}`
    : text
      ? `words-${text}`
      : slot
        ? tab === 'setup'
          ? `field-${slot}`
          : `slot-${slot}`
        : 'panel';
  // After the tab is rendered.
  requestAnimationFrame(() => {
    const field = document.getElementById(id);
    field?.scrollIntoView({ block: 'center' });
    (field?.querySelector('summary') ?? field)?.focus();
  });
};

function tickView(store: WorkbenchStore, item: ChecklistItem): TemplateResult {
  const { ticked } = store.state.project;
  const checksum = checksumOfItem(item);
  return html`<label class="check"
    ><input
      type="checkbox"
      .checked=${live(isTicked(store, item))}
      @change=${({ target }: Event) => {
        const others = ticked.filter((one) => one !== checksum);
        const { checked } = target as HTMLInputElement;
        store.updateProject({ ticked: checked ? [...others, checksum] : others });
      }}
    />
    ${words('Færdig', 'Done')}<span class="hidden">: ${localize(item.message)}</span></label
  >`;
}

const itemView = (store: WorkbenchStore, item: ChecklistItem): TemplateResult =>
  html`<li class=${isTicked(store, item) ? 'ticked' : item.priority}>
    <p>${localize(item.message)}</p>
    <div class="actions">
      <button type="button" class="tertiary" @click=${() => goTo(store, item)}>
        ${words('Gå dertil', 'Go there')}<span class="hidden">: ${localize(item.message)}</span>
      </button>
      ${
        item.isExample && item.setting
          ? html`<button
              type="button"
              class="tertiary"
              @click=${() => item.setting && store.keepExample(item.setting)}
            >
              ${words('Behold den', 'Keep it')}<span class="hidden"
                >: ${localize(item.message)}</span
              >
            </button>`
          : ''
      }
      ${item.priority === 'should' ? tickView(store, item) : ''}
    </div>
  </li>`;

const listView = (
  store: WorkbenchStore,
  title: string,
  items: readonly ChecklistItem[],
): TemplateResult | '' =>
  items.length
    ? html`<h3>${title}</h3>
        <ul class="checklist">
          ${items.map((item) => itemView(store, item))}
        </ul>`
    : '';

/** The tab with the checklist. */
export function checkView(store: WorkbenchStore): TemplateResult {
  const { must, should } = tasksOf(store);
  const isDone = !must.length && should.every((item) => isTicked(store, item));
  return html`<section class="group" aria-labelledby="group-check">
    <h2 id="group-check">${words('Før I skifter', 'Before you switch')}</h2>
    ${
      !isDone
        ? ''
        : html`<p class="lead">
            ${words(
              'Alt er på plads. Gennemgå tidslinjen en sidste gang, og hent koden.',
              'Everything is in place. Go through the timeline one last time, and get the code.',
            )}
          </p>`
    }
    ${listView(store, words('Skal rettes', 'Must be corrected'), must)}
    ${listView(store, words('Tag stilling til', 'Decide'), should)}
  </section>`;
}
