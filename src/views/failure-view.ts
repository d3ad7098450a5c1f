import { html, nothing, type TemplateResult } from 'lit';
import type { FailureKind } from '../http/failure.js';
import type { EndpointState } from '../fees/endpoints.js';
import { heading, withPhoneLinks } from './shared.js';
import type { ViewModel } from './view-model.js';

type Failed = EndpointState & { readonly failure: FailureKind };

const retryView = (fetching: boolean, { i18n, retry }: ViewModel) =>
  html`<div part="actions">
    <button type="button" part="action retry-button" aria-disabled=${`${fetching}` as const} @click=${retry}>
      ${i18n.text('retry')}
    </button>
  </div>`;

/** Asks the patron to log in. The page's own link or button is the action. */
function loginView({ fetching, refusedAgain }: Failed, more: string, view: ViewModel) {
  const { i18n, settings } = view;
  const text = fetching ? i18n.text('loading') : more;
  return html`<div part="login" aria-atomic="true">
    ${heading(settings.headingLevel + 1, 'section-heading', i18n.text('failed.unauthorized'))}
    ${text ? html`<p part="note">${text}</p>` : nothing}
    <slot name="login"></slot>
    ${refusedAgain ? retryView(fetching, view) : nothing}
  </div>`;
}

/** Says which system could not be read, why, and what the patron can do (CONTRACT 4). */
function failureView(failed: readonly Failed[], view: ViewModel) {
  const { i18n, overview } = view;
  const [first] = failed as readonly [Failed];
  const { failure, endpoint } = first;
  const fetching = failed.some((state) => state.fetching);
  const readAt = Math.min(...failed.map((state) => state.readAt ?? Infinity));
  const systems = failed.flatMap((state) => state.endpoint.systems);
  const headingKey = systems.length > 1 ? 'failed' : (`failed.${endpoint.systems[0]}` as const);
  // Debts that are shown could be taken for all debts.
  const more = overview.systems.some(({ debts }) => debts.length) ? i18n.text('failed.more') : '';
  if (failure === 'unauthorized') return loginView({ ...first, fetching }, more, view);
  const shown = readAt < Infinity ? i18n.text('failed.stale', { date: i18n.time(readAt) }) : more;
  return html`<div part="failure" aria-atomic="true">
    <p part="failure-heading">${i18n.text(headingKey)}</p>
    <p part="failure-text">${withPhoneLinks(i18n.text(fetching ? 'loading' : `failed.${failure}`), view)} ${shown}</p>
    ${failed.some((state) => state.endpoint.url) ? retryView(fetching, view) : nothing}
  </div>`;
}

/** One group for endpoints that failed in the same way, so that no sentence is repeated. */
function failedGroups({ endpointStates }: ViewModel): (readonly Failed[])[] {
  const failed = endpointStates.filter((state): state is Failed => !!state.failure);
  const sameFailure = failed.every(
    ({ failure, status }) => failure === failed[0]?.failure && status === failed[0].status,
  );
  if (sameFailure && failed.length === endpointStates.length) return failed.length ? [failed] : [];
  return failed.map((state) => [state]);
}

/** The live regions are drawn before their texts: some screen readers do not announce a region that is inserted with its text. */
export function failuresView(view: ViewModel): TemplateResult {
  const groups = failedGroups(view);
  const viewsWhere = (login: boolean) =>
    groups.filter(([first]) => (first?.failure === 'unauthorized') === login).map((group) => failureView(group, view));
  return html`<div aria-live="polite">${viewsWhere(true)}</div>
    <div aria-live="assertive">${viewsWhere(false)}</div>`;
}
