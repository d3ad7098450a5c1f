import { html, type TemplateResult } from 'lit';
import type { WorkbenchStore } from '../store.js';
import { localize } from '../ui-language.js';
import { GROUPS } from '../labels/fields.js';
import { fieldView } from './field-view.js';

/** The tab with all settings, in groups. */
export function setupView(store: WorkbenchStore): TemplateResult {
  const { problems } = store.configuration;
  return html`${GROUPS.map(
    ({ id, title, lead, fields }) =>
      html`<section class="group" aria-labelledby="group-${id}">
        <h2 id="group-${id}">${localize(title)}</h2>
        <p class="lead">${localize(lead)}</p>
        ${fields.map((field) => fieldView(field, store, problems))}
      </section>`,
  )}`;
}
