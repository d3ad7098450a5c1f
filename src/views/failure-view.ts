import { html, nothing, type TemplateResult } from 'lit';
import type { FailureKind } from '../http/failure.js';
import type { EndpointState } from '../fees/endpoints.js';
import type { ViewModel } from './view-model.js';

type Failed = EndpointState & { readonly failure: FailureKind };

/** Says which system could not be read, why, and what the patron can do (CONTRACT 4). */
function failureView(failed: readonly Failed[], { i18n, overview, retry }: ViewModel) {
  const [first] = failed as readonly [Failed];
  const { failure, readAt, endpoint, fetching } = first;
  const systems = failed.flatMap((state) => state.endpoint.systems);
  const headingKey = systems.length > 1 ? 'failed' : (`failed.${endpoint.systems[0]}` as const);
  // Where debts are shown, they could be taken for all debts.
  const incompleteText = overview.systems.some(({ debts }) => debts.length) && i18n.text('failed.more');
  const shown = readAt ? i18n.text('failed.stale', { date: i18n.time(readAt) }) : incompleteText || '';
  return html`<div part="failure" role="alert">
    <p part="failure-heading">${i18n.text(headingKey)}</p>
    <p part="failure-text">${i18n.text(fetching ? 'loading' : `failed.${failure}`)} ${shown}</p>
    ${failure === 'unauthorized' ? html`<slot name="login"></slot>` : nothing}
    ${
      endpoint.url
        ? html`<div part="actions">
            <button type="button" part="action retry-button" aria-disabled=${`${fetching}` as const} @click=${retry}>
              ${i18n.text('retry')}
            </button>
          </div>`
        : nothing
    }
  </div>`;
}

/** One message for endpoints that failed in the same way, so that no sentence is repeated. */
export function failuresView(view: ViewModel): readonly TemplateResult[] {
  const failed = view.endpointStates.filter((state): state is Failed => !!state.failure);
  const sameFailure = failed.every(
    ({ failure, status }) => failure === failed[0]?.failure && status === failed[0].status,
  );
  if (sameFailure && failed.length === view.endpointStates.length)
    return failed.length ? [failureView(failed, view)] : [];
  return failed.map((state) => failureView([state], view));
}
