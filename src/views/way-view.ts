import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { SystemOverview } from '../debts/overview.js';
import type { WayToPay } from '../payment/ways-to-pay.js';
import { linkView } from './link-view.js';
import type { Scene } from './scene.js';

/** What to do where nothing can be done here (CONTRACT 4: no dead ends). */
export function insteadView(way: WayToPay, { debts }: SystemOverview, { voice }: Scene) {
  if (way.is !== 'none') return nothing;
  // Nobody is sent from the app to a site where it cannot be paid either.
  const contact = way.because === 'dibs.app' && !debts.some((debt) => debt.payableByClient);
  return html`<p part="note no-action">${voice.text(way.because, {}, contact && 'contact')}</p>`;
}

/** The one obvious action of a section. */
export function actionView(
  way: WayToPay,
  { debts, unreadable }: SystemOverview,
  scene: Scene,
): TemplateResult | typeof nothing {
  const { configuration, voice } = scene;
  const { channel, termsUrl, previewDate } = configuration.settings;
  if (way.is === 'none') return nothing;
  if (way.is === 'go') {
    return html`<div part="actions">
      <a
        part="action go-link"
        href=${way.url}
        target="_blank"
        rel="noopener noreferrer"
        @click=${(click: Event) => scene.leave(click, way.url)}
        >${voice.text('oir.go')}<span class="hidden">
          (${voice.text('oir.opens', {}, channel === 'app' && 'app')})</span
        ><svg aria-hidden="true" viewBox="0 0 16 16"><path d="M5 3h8v8M13 3 3 13" /></svg
      ></a>
    </div>`;
  }
  // "All" is said only where it is all there is.
  const all = way.debts.length > 1 && way.debts.length === debts.length && !unreadable;
  const key = all ? 'dibs.payAll' : 'dibs.pay';
  return html`<div part="actions">
    ${linkView(termsUrl, voice.text('terms'))}
    <button
      type="button"
      part="action pay-button"
      aria-disabled=${previewDate ? 'true' : 'false'}
      @click=${() => scene.pay(way)}
    >
      ${voice.text(way.by === 'mobilepay' ? 'dibs.payMobile' : key, {
        amount: voice.amount(way.amount),
      })}
    </button>
  </div>`;
}
