import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Bench, Sentence } from '../bench.js';
import { beginning, empty } from '../beginning.js';
import { configured } from '../configured.js';
import type { Desk } from '../desk.js';
import { readOwn, RESTORED, withArrangement } from '../read-own.js';
import { openFragment } from '../share.js';
import { takeOver, type Line } from '../take-over/take-over.js';
import { say, words } from '../tongue.js';
import { problemsView } from './field-view.js';

const EMPTY: Sentence = {
  da: 'Bordet er tomt. Begynd med skæringsdatoen.',
  en: 'The bench is empty. Begin with the switch date.',
};

const REACT: Sentence = {
  da: 'Det er koden til React. Sæt JSON eller HTML ind i stedet; begge står under Tag med.',
  en: 'That is the code for React. Paste JSON or HTML instead; both are under Take out.',
};

/** A link to a bench, as it is copied here. */
const fragmentIn = (pasted: string): string =>
  /^\s*https?:\S+(#\d+\.\S+)\s*$/.exec(pasted)?.[1] ?? '';

function refuse(desk: Desk, pasted: string, problem: Sentence): void {
  desk.look({ intake: { pasted, problem, says: [], lines: [] } });
  document.getElementById('pasted')?.focus();
}

function take(desk: Desk, pasted: string): void {
  const accept = (bench: Bench, says: readonly Sentence[], lines: readonly Line[] = []): void => {
    desk.exchange(bench);
    desk.look({ intake: { pasted, says, lines } });
  };
  const fragment = fragmentIn(pasted);
  if (fragment) {
    const { bench, says } = openFragment(fragment, beginning(desk.today));
    if (bench) return accept(bench, [RESTORED, ...(says ? [says] : [])]);
    if (says) return refuse(desk, pasted, says);
  }
  if (/<ddb-debt-overview[^>]*=\{/.test(pasted)) return refuse(desk, pasted, REACT);
  const own = readOwn(pasted, desk.bench);
  if (own) {
    const count = configured(own.bench.arrangement).problems.length;
    return accept(own.bench, [...own.says, ...(count ? [faulty(count)] : [])]);
  }
  const taken = takeOver(pasted);
  if ('problem' in taken) return refuse(desk, pasted, taken.problem);
  const from = taken.from === 'ding_debt' ? 'DDB CMS' : 'DPL CMS';
  const says = {
    da: `Opsætningen fra ${from} er hentet. Se, hvad der blev af hver ting:`,
    en: `The configuration of ${from} has been taken over. See what became of each thing:`,
  };
  accept(withArrangement(desk.bench, taken.arrangement), [says], taken.lines);
}

const faulty = (count: number): Sentence => ({
  da: `${count === 1 ? 'Én ting' : `${count} ting`} i den skal rettes: Se tjeklisten.`,
  en: `${count === 1 ? 'One thing' : `${count} things`} in it must be mended: see the checklist.`,
});

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
