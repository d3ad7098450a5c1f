import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { FailureKind } from '../sources/failure.js';
import type { Reading } from '../sources/reading.js';
import type { Scene } from './scene.js';

type Failed = Reading & { readonly failure: FailureKind };

/** Says which half could not be read, why, and what the patron can do (CONTRACT 4). */
function failureBox(failed: readonly Failed[], { voice, overview, retry }: Scene) {
  const [first] = failed as readonly [Failed];
  const { failure, readAt, endpoint, busy } = first;
  const systems = failed.flatMap((reading) => reading.endpoint.systems);
  const whole = systems.length > 1 ? 'failed' : (`failed.${endpoint.systems[0]}` as const);
  // Beside debts that are shown; where none are, there is nothing that could be taken for all.
  const more = overview.systems.some(({ debts }) => debts.length) && voice.say('failed.more');
  const shown = readAt ? voice.say('failed.stale', { date: voice.time(readAt) }) : more || '';
  return html`<div part="failure" role="alert">
    <p part="failure-heading">${voice.say(whole)}</p>
    <p part="failure-text">${voice.say(busy ? 'loading' : `failed.${failure}`)} ${shown}</p>
    ${failure === 'unauthorized' ? html`<slot name="login"></slot>` : nothing}
    ${
      endpoint.url
        ? html`<div part="actions">
            <button
              type="button"
              part="action retry-button"
              aria-disabled=${`${busy}` as const}
              @click=${retry}
            >
              ${voice.say('retry')}
            </button>
          </div>`
        : nothing
    }
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
