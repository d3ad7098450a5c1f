import { html, nothing } from 'lit/html.js';
import type { Debt, Material } from '../debts/debt.js';
import type { Title } from '../titles/title.js';
import type { ViewModel } from './view-model.js';
import { withRtlMark, HAS_RTL_LANGUAGE, joinParts } from './join-parts.js';

/** Something of it can be shown: a record alone is a number of the catalogue's, until it has a title. */
const isNamed =
  ({ titleCache }: ViewModel) =>
  ({ itemNumber, periodical, recordId }: Material): boolean =>
    !!(itemNumber || periodical || (titleCache && recordId));

/** In the room that is kept for it, so that nothing moves when it comes. */
function titleView({ title, coverUrl, creators = [], year, type }: Title) {
  return html`${
      coverUrl
        ? html`<img
            part="cover"
            alt=""
            loading="lazy"
            referrerpolicy="no-referrer"
            src=${coverUrl}
          />`
        : nothing
    }
    <div part="record">
      <p part="title">${title}</p>
      <p part="byline">${joinParts(creators.join(', '), year, type)}</p>
    </div>`;
}

/** One thing a debt is for, with what else is said beside its number. */
function materialView(material: Material, view: ViewModel, id: string, before = '', after = '') {
  const { titleCache, i18n } = view;
  const { itemNumber, periodical, recordId } = material;
  const number = itemNumber && `${i18n.text('debt.material')} ${itemNumber}`;
  const line = joinParts(before, periodical, number, after);
  const words = HAS_RTL_LANGUAGE ? withRtlMark(view, line) : line;
  const title = recordId && titleCache?.titleOf(recordId);
  return html`<div part="material" class=${titleCache && recordId ? 'titled' : ''} id=${id}>
    ${title ? titleView(title) : nothing} ${words ? html`<p part="number">${words}</p>` : nothing}
  </div>`;
}

/** What the debt is for, as far as it has a name or a number: the first thing, and the others on demand. */
export function materialsView({ dueOn, createdOn, materials }: Debt, view: ViewModel, id: string) {
  const { i18n } = view;
  // Where it does not stand beside the amount.
  const since =
    dueOn && createdOn ? i18n.text('debt.created', { date: i18n.shortDay(createdOn) }) : '';
  const [first, ...others] = materials.filter(isNamed(view));
  if (!first && !since) return nothing;
  const more = materials.length > 1 ? i18n.countedText('debt.more', materials.length - 1) : '';
  return html`<div part="materials">
    ${materialView(first ?? {}, view, id, since, first && !others.length ? more : '')}
    ${
      others.length
        ? html`<details part="more">
            <summary part="more-toggle" id=${`more-${id}`} aria-describedby=${id}>${more}</summary>
            ${others.map((material, index) => materialView(material, view, `${id}-${index}`))}
          </details>`
        : nothing
    }
  </div>`;
}
