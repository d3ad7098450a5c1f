import { html, nothing } from 'lit/html.js';
import type { Debt, Material } from '../debts/debt.js';
import type { Title } from '../titles/title.js';
import type { Scene } from './scene.js';
import { facing, MAY_MIRROR, sentence } from './sentence.js';

/** Something of it can be shown: a record alone is a number of the catalogue's, until it has a title. */
const isNamed =
  ({ shelf }: Scene) =>
  ({ itemNumber, periodical, recordId }: Material): boolean =>
    !!(itemNumber || periodical || (shelf && recordId));

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
      <p part="byline">${sentence(creators.join(', '), year, type)}</p>
    </div>`;
}

/** One thing a debt is for, with what else is said beside its number. */
function materialView(material: Material, scene: Scene, id: string, before = '', after = '') {
  const { shelf, voice } = scene;
  const { itemNumber, periodical, recordId } = material;
  const number = itemNumber && `${voice.say('debt.material')} ${itemNumber}`;
  const line = sentence(before, periodical, number, after);
  const words = MAY_MIRROR ? facing(scene, line) : line;
  const title = recordId && shelf?.titleOf(recordId);
  return html`<div part="material" class=${shelf && recordId ? 'titled' : ''} id=${id}>
    ${title ? titleView(title) : nothing} ${words ? html`<p part="number">${words}</p>` : nothing}
  </div>`;
}

/** What the debt is for, as far as it has a name or a number: the first thing, and the others on demand. */
export function materialsView({ dueOn, createdOn, materials }: Debt, scene: Scene, id: string) {
  const { voice } = scene;
  // Where it does not stand beside the amount.
  const since =
    dueOn && createdOn ? voice.say('debt.created', { date: voice.shortDay(createdOn) }) : '';
  const [first, ...others] = materials.filter(isNamed(scene));
  if (!first && !since) return nothing;
  const more = materials.length > 1 ? voice.counted('debt.more', materials.length - 1) : '';
  return html`<div part="materials">
    ${materialView(first ?? {}, scene, id, since, first && !others.length ? more : '')}
    ${
      others.length
        ? html`<details part="more">
            <summary part="more-toggle" id=${`more-${id}`} aria-describedby=${id}>${more}</summary>
            ${others.map((material, index) => materialView(material, scene, `${id}-${index}`))}
          </details>`
        : nothing
    }
  </div>`;
}
