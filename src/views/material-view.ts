import { html, nothing, type TemplateResult } from 'lit';
import type { Debt, Material } from '../debts/debt.js';
import type { Title } from '../titles/title.js';
import { joinParts, withRtlMark } from './shared.js';
import type { ViewModel } from './view-model.js';

/** Something of it can be shown. A record alone has only a number of the catalogue, until its title is loaded. */
const canBeShown =
  ({ titleCache }: ViewModel) =>
  ({ itemNumber, periodical, recordId }: Material): boolean =>
    !!(itemNumber || periodical || (titleCache && recordId));

/** Drawn in room that is kept for it, so that nothing moves when it is loaded. */
const titleView = ({ title, coverUrl, creators = [], year, type }: Title) =>
  html`${
      coverUrl ? html`<img part="cover" alt="" loading="lazy" referrerpolicy="no-referrer" src=${coverUrl} />` : nothing
    }
    <div part="record">
      <p part="title">${title}</p>
      <p part="byline" class="muted">${joinParts(creators.join(', '), year, type)}</p>
    </div>`;

/** @param before what is said before its number @param after what is said after it */
function materialView(material: Material, view: ViewModel, id: string, before = '', after = '') {
  const { titleCache, text } = view;
  const { itemNumber, periodical, recordId } = material;
  const number = itemNumber && `${text('debt.material')} ${itemNumber}`;
  const words = withRtlMark(view, joinParts(before, periodical, number, after));
  if (!titleCache || !recordId) {
    return html`<div part="material" id=${id}>
      <p part="number" class="muted" .textContent=${words}></p>
    </div>`;
  }
  const title = titleCache.titleOf(recordId);
  return html`<div part="material" class="titled" id=${id}>
    ${title ? titleView(title) : nothing}${words ? html`<p part="number" class="muted">${words}</p>` : nothing}
  </div>`;
}

function moreView(more: string, others: readonly Material[], view: ViewModel, id: string) {
  return html`<details part="more">
    <summary part="more-toggle" id=${`more-${id}`} aria-describedby=${id}>${more}</summary>
    ${others.map((material, index) => materialView(material, view, `${id}-${index}`))}
  </details>`;
}

/** What the debt is for, as far as it has a title or a number. All but the first are in a disclosure. */
export function materialsView(
  { dueOn, createdOn, materials }: Debt,
  view: ViewModel,
  id: string,
): TemplateResult | typeof nothing {
  const { text, countedText, shortDay } = view;
  // Where there is no due date, this date stands beside the amount.
  const created = dueOn && createdOn ? text('debt.created', { date: shortDay(createdOn) }) : '';
  const [first, ...others] = materials.filter(canBeShown(view));
  if (!first && !created) return nothing;
  const more = materials.length > 1 ? countedText('debt.more', materials.length - 1) : '';
  const after = first && !others.length ? more : '';
  const firstView = materialView(first ?? {}, view, id, created, after);
  return html`<div part="materials" class="small">
    ${others.length ? html`${firstView}${moreView(more, others, view, id)}` : firstView}
  </div>`;
}
