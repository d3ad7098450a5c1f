import { html, type TemplateResult } from 'lit';
import type { Desk } from '../desk.js';
import { say } from '../tongue.js';
import { GROUPS } from '../words/fields.js';
import { fieldView } from './field-view.js';

/** Every setting, grouped as a library thinks. */
export function setupView(desk: Desk): TemplateResult {
  const { problems } = desk.configuration;
  return html`${GROUPS.map(
    ({ id, title, lead, fields }) =>
      html`<section class="group" aria-labelledby="group-${id}">
        <h2 id="group-${id}">${say(title)}</h2>
        <p class="lead">${say(lead)}</p>
        ${fields.map((field) => fieldView(field, desk, problems))}
      </section>`,
  )}`;
}
