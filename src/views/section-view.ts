import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { SystemOverview } from '../debts/overview.js';
import { locksOn, wayToPay, type WayToPay } from '../payment/ways-to-pay.js';
import { debtView } from './debt-view.js';
import { heading } from './heading.js';
import type { Scene } from './scene.js';
import { startingView } from './payment-view.js';
import { actionView, insteadView } from './way-view.js';

function titleOf(
  { system, debts }: SystemOverview,
  way: WayToPay,
  { voice, settings }: Scene,
): string {
  // Of what could not be read nobody knows where it is paid.
  if (!debts.length) return voice.say('heading');
  if (system === 'oir') return voice.say('oir.heading', {}, way.is === 'none' && 'noSite');
  // It promises no more than what holds for every debt in it.
  const pays =
    way.is === 'pay' ||
    way.is === 'under way' ||
    (way.is === 'none' && way.because === 'dibs.locked');
  const all = pays && debts.every(({ payableByClient }) => payableByClient);
  const mobilepay = settings.channel === 'app' && 'mobilepay';
  return voice.say('dibs.heading', {}, all ? mobilepay : 'elsewhere');
}

/** What a section says under its list, beside what to do. */
function notesView(system: SystemOverview['system'], way: WayToPay, scene: Scene) {
  const { voice, settings } = scene;
  const { oirPaymentUrl, dibsEndDate } = settings;
  if (system === 'dibs') {
    return way.is === 'pay' && dibsEndDate
      ? html`<p part="note">${voice.say('dibs.deadline')}</p>`
      : nothing;
  }
  const about = voice.say('about.heading', {}, !oirPaymentUrl && 'noSite');
  const text = voice.say('about.text');
  return html`<p part="note">${voice.say('oir.registration')}</p>
    ${
      about && text
        ? html`<details part="about">
            <summary part="about-toggle">${about}</summary>
            <p part="about-text">${text}</p>
          </details>`
        : nothing
    }`;
}

function listView({ system, debts }: SystemOverview, way: WayToPay, scene: Scene) {
  const locks = system === 'dibs' ? locksOn(debts, scene.till, scene.now) : undefined;
  const choice = way.is === 'pay' && way.choice;
  return html`<ul part="list" role="list" class=${choice ? 'choice' : ''}>
    ${debts.map((debt) => {
      const lock = locks?.get(debt.feeId);
      const free = debt.payableByClient && !lock;
      const standing = {
        payable: way.is === 'pay',
        lock,
        picked: choice && free ? scene.picked.has(debt.feeId) : undefined,
      };
      return debtView(debt, standing, scene);
    })}
  </ul>`;
}

/** One system's debts with the way to pay them; nothing where there are none. */
export function sectionView(known: SystemOverview, scene: Scene): TemplateResult | typeof nothing {
  const { system, debts, unreadable, amount } = known;
  if (!debts.length && !unreadable) return nothing;
  const { voice, phase, settings, overview } = scene;
  const way = wayToPay(known, phase, settings, scene.till, scene.now);
  const level = settings.headingLevel + 1;
  const sum = voice.say(unreadable ? 'subtotal.atLeast' : 'subtotal', {
    amount: voice.money(amount),
  });
  return html`<section part=${`section section-${system}`} aria-labelledby=${system}>
    <div part="section-header">
      ${heading(level, 'section-heading', html`<span id=${system}>${titleOf(known, way, scene)}</span>`)}
      ${
        debts.length && overview.systems.length > 1
          ? html`<p part="count">${voice.counted('count', debts.length)}</p>`
          : nothing
      }
    </div>
    ${
      debts.length
        ? html`${listView(known, way, scene)}
            <p part="subtotal">${sum}</p>
            ${insteadView(way, known, scene)}`
        : nothing
    }
    ${
      unreadable
        ? html`<p part="note unreadable">${voice.counted('unreadable', unreadable)}</p>`
        : nothing
    }
    <slot name=${`${system}-info`}></slot>
    ${
      debts.length
        ? html`${notesView(system, way, scene)} ${system === 'dibs' ? startingView(scene) : nothing}
          ${actionView(way, known, scene)}`
        : nothing
    }
  </section>`;
}
