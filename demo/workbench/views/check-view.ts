import { html, type TemplateResult } from 'lit';
import { attributeOf, SETTING_NAMES } from '../../../src/config/settings.js';
import type { TextKey } from '../../../src/i18n/locales.js';
import { checklist, type ChecklistItem } from '../checklist.js';
import { checkContrast } from '../contrast.js';
import type { WorkbenchStore } from '../store.js';
import { localize, words } from '../ui-language.js';
import { problemIn, subjectIn } from '../labels/problems.js';

/** The problems of the configuration as checklist items. */
function problemItems(store: WorkbenchStore): ChecklistItem[] {
  return (
    store.configuration.problems
      // The checklist has its own messages for missing settings.
      .filter(({ value }) => value !== null)
      .map((problem): ChecklistItem => {
        const setting = SETTING_NAMES.find((name) => attributeOf(name) === problem.setting);
        const [, key] = /^texts\.(?:da|en)\.(.+)$/.exec(problem.setting) ?? [];
        const words = (language: 'da' | 'en'): string =>
          `${subjectIn(language, problem)}: ${problemIn(language, problem)}`;
        return {
          priority: 'must',
          message: { da: words('da'), en: words('en') },
          tab: key ? 'words' : 'setup',
          ...(setting && { setting }),
          ...(key && { text: key as TextKey }),
        };
      })
  );
}

/** All tasks before the switch. */
export function itemsOf(store: WorkbenchStore): readonly ChecklistItem[] {
  const { state, configuration, today, view } = store;
  const { arrangement } = state;
  const problems = problemItems(store);
  const rest = checklist({ arrangement, configuration, today }, checkContrast(view.colours));
  const withProblems = new Set(problems.map(({ setting }) => setting).filter(Boolean));
  return [...problems, ...rest.filter(({ setting }) => !setting || !withProblems.has(setting))];
}

const goTo = (store: WorkbenchStore, { tab, setting, text, slot }: ChecklistItem): void => {
  store.updateView({ tab, ...(text && { highlighted: text }) });
  const id = setting
    ? `field-${attributeOf(setting)}`
    : text
      ? `words-${text}`
      : slot
        ? `slot-${slot}`
        : 'panel';
  // After the tab is rendered.
  requestAnimationFrame(() => {
    const field = document.getElementById(id);
    field?.scrollIntoView({ block: 'center' });
    (field?.querySelector('summary') ?? field)?.focus();
  });
};

const listOf = (store: WorkbenchStore, items: readonly ChecklistItem[]): TemplateResult =>
  html`<ul class="checklist">
    ${items.map(
      (item) =>
        html`<li class=${item.priority}>
          <p>${localize(item.message)}</p>
          <button type="button" class="tertiary" @click=${() => goTo(store, item)}>
            ${words('Gå dertil', 'Go there')}<span class="hidden"> ${localize(item.message)}</span>
          </button>
        </li>`,
    )}
  </ul>`;

/** The tab with the checklist. */
export function checkView(store: WorkbenchStore): TemplateResult {
  const items = itemsOf(store);
  const must = items.filter(({ priority }) => priority === 'must');
  const should = items.filter(({ priority }) => priority === 'should');
  return html`<section class="group" aria-labelledby="group-check">
    <h2 id="group-check">${words('Før I skifter', 'Before you switch')}</h2>
    ${
      items.length
        ? ''
        : html`<p class="lead">
            ${words(
              'Alt er på plads. Gennemgå tidslinjen en sidste gang, og hent koden.',
              'Everything is in place. Go through the timeline one last time, and get the code.',
            )}
          </p>`
    }
    ${
      must.length
        ? html`<h3>${words('Skal rettes', 'Must be corrected')}</h3>
            ${listOf(store, must)}`
        : ''
    }
    ${
      should.length
        ? html`<h3>${words('Tag stilling til', 'Decide')}</h3>
            ${listOf(store, should)}`
        : ''
    }
  </section>`;
}
