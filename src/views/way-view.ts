import { html, type TemplateResult } from 'lit/html.js';
import type { WayToPay } from '../payment/ways-to-pay.js';
import { linkView } from './link-view.js';
import type { Scene } from './scene.js';

/** The one obvious action of a section, or the sentence that stands in its place. */
export function wayView(way: WayToPay, scene: Scene): TemplateResult {
  const { configuration, voice } = scene;
  const { channel, helpUrl, termsUrl, previewDate } = configuration.settings;
  switch (way.is) {
    case 'pay': {
      const amount = voice.amount(way.amount);
      const key =
        way.by === 'mobilepay'
          ? 'dibs.payMobile'
          : way.debts.length > 1
            ? 'dibs.payAll'
            : 'dibs.pay';
      return html`<div part="actions">
        ${linkView(termsUrl, voice.text('terms'))}
        <button
          type="button"
          part="action pay-button"
          aria-disabled=${previewDate ? 'true' : 'false'}
          @click=${() => scene.pay(way)}
        >
          ${voice.text(key, { amount })}
        </button>
      </div>`;
    }
    case 'go':
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
    case 'none':
      return html`<p part="note no-action">
        ${voice.text(way.because)} ${linkView(helpUrl, voice.text('help'))}
      </p>`;
  }
}
