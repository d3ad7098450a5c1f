import { html, nothing, type TemplateResult } from 'lit/html.js';
import { straight } from '../localization/placeholders.js';
import type { Voice } from '../config/voice.js';
import type { Debt } from '../debts/debt.js';
import { isBusy, type Lock } from '../payment/till.js';
import type { CalendarDate } from '../units/calendar-date.js';
import { materialsView } from './material-view.js';
import type { Scene } from './scene.js';

/** When it is, or was, to be paid; where nobody says, when it came to be; and else nothing. */
function dateView({ dueOn, createdOn }: Debt, voice: Voice, today: CalendarDate, id: string) {
  if (dueOn && dueOn < today) {
    return html`<p part="date overdue" id=${id}>
      ${voice.say('debt.overdue', { date: voice.shortDay(dueOn) })}
    </p>`;
  }
  const day = dueOn ?? createdOn;
  return day
    ? html`<p part="date" id=${id}>
        ${voice.say(dueOn ? 'debt.due' : 'debt.created', { date: voice.shortDay(day) })}
      </p>`
    : nothing;
}

/** How a debt stands among those beside it. */
export interface Standing {
  /** Others beside it can be paid here, so it says so where this one cannot. */
  readonly payable: boolean;
  readonly lock: Lock | undefined;
  /** It can be picked: whether it is. */
  readonly picked: boolean | undefined;
}

/** The ids of a row's pieces: the debt's own, so that the keyboard stays with it (`drawInto`). */
const idsOf =
  ({ feeId }: Debt) =>
  (piece: string): string =>
    `${piece}-${feeId}`;

function boxView(debt: Debt, { picked }: Standing, { pick, till }: Scene) {
  const idOf = idsOf(debt);
  if (picked === undefined) return nothing;
  return html`<input
    type="checkbox"
    id=${idOf('pick')}
    part="choice"
    aria-labelledby=${['reason', 'amount', 'date'].map(idOf).join(' ')}
    .checked=${picked}
    aria-describedby=${idOf('what')}
    .disabled=${isBusy(till)}
    @change=${({ target }: Event) => pick(debt.feeId, (target as HTMLInputElement).checked)}
  />`;
}

/** One debt as an item of the list. */
export function debtView(debt: Debt, standing: Standing, scene: Scene): TemplateResult {
  const { voice, overview } = scene;
  const { payable, lock, picked } = standing;
  const words = straight(debt.reason) || voice.say(`debt.${debt.type}`);
  // Of a language and a direction of its own.
  const reason = html`<bdi>${words}</bdi>`;
  const idOf = idsOf(debt);
  return html`<li part="debt">
    ${boxView(debt, standing, scene)}
    <p
      part="reason"
      id=${idOf('reason')}
      lang=${
        // The library system's words are Danish in every language of the page (DOMAIN).
        debt.reason ? 'da' : voice.locale
      }
    >
      ${picked === undefined ? reason : html`<label for=${idOf('pick')}>${reason}</label>`}
    </p>
    ${dateView(debt, voice, overview.today, idOf('date'))}
    ${materialsView(debt, scene, idOf('what'))}
    ${lock ? html`<p part="locked">${voice.say(`debt.${lock}`)}</p>` : nothing}
    ${
      payable && !debt.payableByClient
        ? html`<p part="not-payable">${voice.say('debt.notPayable')}</p>`
        : nothing
    }
    <p part="amount" id=${idOf('amount')}>${voice.money(debt.amount)}</p>
  </li>`;
}
