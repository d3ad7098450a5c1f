import { html, nothing, type TemplateResult } from 'lit';
import type { FailureKind } from '../http/failure.js';
import type { EndpointState } from '../fees/endpoints.js';
import { actionsView, buttonView, heading, withPhoneLinks } from './shared.js';
import type { ViewModel } from './view-model.js';

type Failed = EndpointState & { readonly failure: FailureKind };

/** Says which system could not be read, why, and what the patron can do (CONTRACT 4). */
function failureView(failed: readonly Failed[], view: ViewModel) {
  const { text, time, overview, settings, retry } = view;
  const [{ failure, refusedAgain }] = failed as readonly [Failed];
  const fetching = failed.some((state) => state.fetching);
  const readAt = Math.min(...failed.map((state) => state.readAt ?? Infinity));
  const [system, other] = failed.flatMap(({ endpoint }) => endpoint.systems);
  const retryView = actionsView(buttonView('retry-button', text('retry'), retry, fetching));
  // Debts that are shown could be taken for all debts.
  const more = overview.systems.some(({ debts }) => debts.length) ? text('failed.more') : '';
  if (failure === 'unauthorized') {
    // The page's own link or button is the action.
    const note = fetching ? text('loading') : more;
    return html`<div part="login" class="box" role="status">
      ${heading(settings.headingLevel + 1, 'section-heading', text('failed.unauthorized'))}
      ${note ? html`<p part="note" class="muted small">${note}</p>` : nothing}
      <slot name="login"></slot>
      ${refusedAgain ? retryView : nothing}
    </div>`;
  }
  const why = text(fetching ? 'loading' : `failed.${failure}`);
  const shown = readAt < Infinity ? text('failed.stale', { date: time(readAt) }) : more;
  return html`<div part="failure" class="box notice" role="alert">
    <p part="failure-heading">${text(other || !system ? 'failed' : `failed.${system}`)}</p>
    <p part="failure-text">${withPhoneLinks(why, view)} ${shown}</p>
    ${failed.some(({ endpoint }) => endpoint.url) ? retryView : nothing}
  </div>`;
}

/** One message for endpoints that failed in the same way, so that no sentence is repeated. */
export function failuresView(view: ViewModel): readonly TemplateResult[] {
  const { endpointStates } = view;
  const failed = endpointStates.filter((state): state is Failed => !!state.failure);
  const [first] = failed;
  const allAlike =
    first && endpointStates.every(({ failure, status }) => failure === first.failure && status === first.status);
  return (allAlike ? [failed] : failed.map((state) => [state])).map((alike) => failureView(alike, view));
}
