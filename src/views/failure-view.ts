import { html, nothing, type TemplateResult } from 'lit';
import type { FailureKind } from '../http/failure.js';
import type { EndpointState } from '../fees/endpoints.js';
import { actionsView, buttonView, heading, withPhoneLinks } from './shared.js';
import type { ViewModel } from './view-model.js';

type Failed = EndpointState & { readonly failure: FailureKind };

/** Says which system could not be read, why, and what the patron can do (CONTRACT 4). */
function failureView(failed: readonly Failed[], view: ViewModel) {
  const { text, time, overview, settings, retry } = view;
  const [{ failure, refusedAgain, endpoint }] = failed as readonly [Failed];
  const fetching = failed.some((state) => state.fetching);
  const readAt = Math.min(...failed.map((state) => state.readAt ?? Infinity));
  const [system, other] = failed.flatMap(({ endpoint }) => endpoint.systems);
  const retryView = actionsView(buttonView('retry-button', text('retry'), retry, fetching));
  // Debts that are shown could be taken for all debts.
  const more = overview.systems.some(({ debts }) => debts.length) ? text('failed.more') : '';
  if (failure === 'unauthorized') {
    // The page's own link or button is the action.
    const note = fetching ? text('loading') : more;
    return html`<div part="login" class="box" aria-atomic="true">
      ${heading(settings.headingLevel + 1, 'section-heading', text('failed.unauthorized'))}
      ${note ? html`<p part="note" class="muted small">${note}</p>` : nothing}
      <slot name="login"></slot>
      ${refusedAgain ? retryView : nothing}
    </div>`;
  }
  // A system that no endpoint is set for was not asked.
  const why = fetching ? text('loading') : text(`failed.${failure}`, {}, !endpoint.url && 'unset');
  const shown = readAt < Infinity ? text('failed.stale', { date: time(readAt) }) : more;
  return html`<div part="failure" class="box notice" aria-atomic="true">
    <p part="failure-heading">${text(other || !system ? 'failed' : `failed.${system}`)}</p>
    <p part="failure-text">${withPhoneLinks(why, view)} ${shown}</p>
    ${endpoint.url ? retryView : nothing}
  </div>`;
}

/** One group for endpoints that failed in the same way, so that no sentence is repeated. */
function failedGroups({ endpointStates }: ViewModel): (readonly Failed[])[] {
  const failed = endpointStates.filter((state): state is Failed => !!state.failure);
  const kinds = endpointStates.map(({ failure, status, endpoint }) => `${failure} ${status} ${!endpoint.url}`);
  const allAlike = failed.length > 0 && new Set(kinds).size === 1;
  return allAlike ? [failed] : failed.map((state) => [state]);
}

/** The live regions are drawn before their texts: some screen readers do not announce a region that is inserted with its text. */
export function failuresView(view: ViewModel): TemplateResult {
  const groups = failedGroups(view);
  const viewsWhere = (login: boolean) =>
    groups.filter(([first]) => (first?.failure === 'unauthorized') === login).map((group) => failureView(group, view));
  return html`<div aria-live="polite">${viewsWhere(true)}</div>
    <div aria-live="assertive">${viewsWhere(false)}</div>`;
}
