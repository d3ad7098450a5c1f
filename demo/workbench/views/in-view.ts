import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Sentence } from '../bench.js';
import { beginning, empty } from '../beginning.js';
import { bringIn } from '../bring-in.js';
import type { Desk } from '../desk.js';
import type { Line } from '../take-over/take-over.js';
import { say, words } from '../tongue.js';
import { problemsView } from './field-view.js';

const EMPTY: Sentence = {
  da: 'Bordet er tomt. Begynd med skæringsdatoen.',
  en: 'The bench is empty. Begin with the switch date.',
};

function take(desk: Desk, pasted: string): void {
  const brought = bringIn(pasted, desk.bench, desk.today);
  if ('problem' in brought) {
    desk.look({ intake: { pasted, problem: brought.problem, says: [], lines: [] } });
    document.getElementById('pasted')?.focus();
    return;
  }
  const { bench, says, lines } = brought;
  desk.exchange(bench);
  desk.look({ intake: { pasted, says, lines } });
}

async function upload(desk: Desk, input: HTMLInputElement): Promise<void> {
  const [file] = input.files ?? [];
  if (!file) return;
  const text = await file.text();
  input.value = '';
  take(desk, text);
}

const kinds = (): readonly (readonly [Line['is'], string])[] => [
  ['decide', words('Tag stilling til', 'Decide')],
  ['taken', words('Taget med', 'Taken over')],
  ['left', words('Ikke taget med', 'Left out')],
];

const linesView = (lines: readonly Line[], is: Line['is'], title: string): TemplateResult | '' => {
  const own = lines.filter((line) => line.is === is);
  return own.length
    ? html`<h3>${title}</h3>
        <ul class="lines ${is}">
          ${own.map(
            ({ from, to, says }) =>
              html`<li>
                <p>${say(says)}</p>
                <p class="explains">
                  ${from ? html`<code>${from}</code>` : ''}
                  ${from && to ? html`<span aria-hidden="true">→</span>` : ''}
                  ${to ? html`<code>${to}</code>` : ''}
                </p>
              </li>`,
          )}
        </ul>`
    : '';
};

/** A configuration from elsewhere, and two to begin with. */
export function inView(desk: Desk): TemplateResult {
  const { pasted, problem, says, lines } = desk.view.intake;
  return html`<section class="group" aria-labelledby="group-in">
      <h2 id="group-in">${words('Hent en opsætning', 'Take over a configuration')}</h2>
      <p class="lead">
        ${words(
          'Sæt ind, hvad I har: koden fra jeres side, en gemt fil, eller opsætningen fra DDB CMS (drush vget ding_debt) eller DPL CMS (dpl_fees.settings). Den træder i stedet for det, der ligger på bordet; browserens tilbageknap henter det igen.',
          'Paste what you have: the code of your page, a saved file, or the configuration of DDB CMS (drush vget ding_debt) or DPL CMS (dpl_fees.settings). It takes the place of what is on the bench; the browser’s Back button restores that.',
        )}
      </p>
      <div class="field text">
        <label for="pasted">${words('Opsætningen', 'The configuration')}</label>
        <textarea
          id="pasted"
          rows="8"
          spellcheck="false"
          aria-describedby="pasted-problem"
          aria-invalid=${!!problem}
          .value=${live(pasted)}
          @input=${({ target }: Event) =>
            desk.look({
              intake: { ...desk.view.intake, pasted: (target as HTMLTextAreaElement).value },
            })}
        ></textarea>
        ${problemsView('pasted-problem', problem ? [say(problem)] : [])}
      </div>
      <p class="bar">
        <button type="button" @click=${() => take(desk, pasted)}>
          ${words('Hent ind', 'Take it over')}
        </button>
        <label class="file secondary"
          >${words('Vælg fil', 'Choose a file')}
          <input
            type="file"
            class="hidden"
            accept=".json,.txt,.yml,.yaml,.html,application/json,text/plain"
            @change=${({ target }: Event) => upload(desk, target as HTMLInputElement)}
        /></label>
      </p>
      <div role="status">${says.map((sentence) => html`<p class="said">${say(sentence)}</p>`)}</div>
      ${kinds().map(([is, title]) => linesView(lines, is, title))}
    </section>
    <section class="group" aria-labelledby="group-anew">
      <h2 id="group-anew">${words('Begynd forfra', 'Begin anew')}</h2>
      <p class="lead">
        ${words(
          'Det, der ligger på bordet, forsvinder. Browserens tilbageknap henter det igen.',
          'What is on the bench is gone. The browser’s Back button restores it.',
        )}
      </p>
      <p class="bar">
        <button
          type="button"
          class="secondary"
          @click=${() => {
            desk.exchange(empty(desk.today));
            desk.look({ tab: 'setup', news: EMPTY });
            requestAnimationFrame(() => document.getElementById('field-switch-date')?.focus());
          }}
        >
          ${words('Et tomt bord', 'An empty bench')}
        </button>
        <button
          type="button"
          class="secondary"
          @click=${() => desk.exchange(beginning(desk.today))}
        >
          ${words('Eksemplet', 'The example')}
        </button>
      </p>
    </section>`;
}
