import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { FailureKind } from '../sources/failure.js';
import type { Reading } from '../sources/reading.js';
import type { Scene } from './scene.js';

type Failed = Reading & { readonly failure: FailureKind };

/** Says which half could not be read, why, and what the patron can do (CONTRACT 4). */
function failureBox(failed: readonly Failed[], { voice, readings, overview, retry }: Scene) {
  const [first] = failed as readonly [Failed];
  const { failure, readAt, state, endpoint, busy } = first;
  const stale = state === 'ready' && readAt;
  const all = failed.length === readings.length;
  const title = stale
    ? voice.text('failed.stale', { date: voice.time(readAt) })
    : voice.text(all ? 'failed' : `failed.${endpoint.systems[0]}`);
  // Beside debts that are shown; where none are, there is nothing that could be taken for all.
  const more = !stale && overview.systems.some(({ debts }) => debts.length);
  return html`<div part="failure" role="alert">
    <p part="failure-heading">${title}</p>
    <p>
      ${busy ? voice.text('loading') : voice.text(`failed.${failure}`)}
      ${more ? voice.text('failed.more') : nothing}
    </p>
    ${failure === 'unauthorized' ? html`<slot name="login"></slot>` : nothing}
    <div part="actions">
      ${
        endpoint.url
          ? html`<button
              type="button"
              part="action retry-button"
              aria-disabled=${busy ? 'true' : 'false'}
              @click=${retry}
            >
              ${voice.text('retry')}
            </button>`
          : nothing
      }
    </div>
  </div>`;
}

/** One box for endpoints that failed alike, so that nobody reads the same sentence twice. */
export function failuresView(scene: Scene): readonly TemplateResult[] {
  const failed = scene.readings.filter((reading): reading is Failed => !!reading.failure);
  const alike = failed.every(
    ({ failure, state }) => failure === failed[0]?.failure && state === failed[0].state,
  );
  if (alike && failed.length === scene.readings.length)
    return failed.length ? [failureBox(failed, scene)] : [];
  return failed.map((reading) => failureBox([reading], scene));
}
