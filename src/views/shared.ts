import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { HAS_RTL_LANGUAGE } from '../i18n/locales.js';
import { stripBidiControls } from '../i18n/translator.js';
import type { ViewModel } from './view-model.js';

/** A heading whose level is a setting. Below a heading of level 6, a section has level 6, too. */
export function heading(level: number, part: string, content: unknown, id?: string): TemplateResult {
  switch (level) {
    case 1:
      return html`<h1 part=${part} id=${ifDefined(id)}>${content}</h1>`;
    case 2:
      return html`<h2 part=${part} id=${ifDefined(id)}>${content}</h2>`;
    case 3:
      return html`<h3 part=${part} id=${ifDefined(id)}>${content}</h3>`;
    case 4:
      return html`<h4 part=${part} id=${ifDefined(id)}>${content}</h4>`;
    case 5:
      return html`<h5 part=${part} id=${ifDefined(id)}>${content}</h5>`;
    default:
      return html`<h6 part=${part} id=${ifDefined(id)}>${content}</h6>`;
  }
}

/** The last line of a box. */
export const actionsView = (...actions: readonly unknown[]) => html`<div part="actions">${actions}</div>`;

/** @param disabled it does nothing, and keeps the focus */
export const buttonView = (part: string, text: string, onClick: () => void, disabled = false) =>
  html`<button type="button" part=${`action ${part}`} aria-disabled=${`${disabled}` as const} @click=${onClick}>
    ${text}
  </button>`;

/** A link, where the library has set its URL. */
export const linkView = (url: string | undefined, text: string, { open }: ViewModel) =>
  url ? html`<a part="link" href=${url} @click=${open}>${text}</a>` : nothing;

/** A text in which a patron can press a plain Danish telephone number. */
export const withPhoneLinks = (text: string, { open }: ViewModel) =>
  text.split(/(\+?\d[\d ]{6,}\d)/).map((part) => {
    if (!/^(\+45 ?)?(\d{8}|\d{4} \d{4}|\d\d( \d\d){3})$/.test(part)) return part;
    return html`<a href=${`tel:${part.replace(/ /g, '')}`} @click=${open}>${part}</a>`;
  });

/** Joins what there is of these in one line. The marks keep the order, also beside a part written from right to left. */
export const joinParts = (...parts: unknown[]): string => stripBidiControls(parts.filter(Boolean).join(' \u200e· '));

/** The same for a language that is written from right to left. */
export const withRtlMark = ({ direction }: ViewModel, line: string): string =>
  HAS_RTL_LANGUAGE && direction === 'rtl' ? line.replace(/\u200e/g, '\u200f') : line;

/** Says that nothing is owed, but no more than what the shown systems have answered (CONTRACT 4.2). */
export function emptyText({ text, settings }: ViewModel, short?: 'short'): string {
  const { systems, oirPaymentUrl } = settings;
  if (systems === 'both') return text('empty');
  if (systems === 'dibs') return text('empty.dibs');
  return text('empty.oir', {}, oirPaymentUrl ? short : short ? 'short/noSite' : 'noSite');
}
