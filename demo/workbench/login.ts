import { SETTINGS } from '../../src/config/settings.js';
import { LOGIN_FIELD } from './labels/fields.js';
import { PAGE } from './configured.js';
import type { BilingualText, TypedSlots } from './state.js';

const escaped = (url: string): string =>
  url.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** The content of the slot `login` for a URL. Empty without one. */
export const loginLink = (url: string): string => url && `<a href="${escaped(url)}">Log ind</a>`;

/** The URL in the slot `login`. `undefined` if the slot has the library's own HTML. */
export function loginUrlOf({ login = '' }: TypedSlots): string | undefined {
  if (!login.trim()) return '';
  const { body } = new DOMParser().parseFromString(login, 'text/html');
  const url = body.querySelector('a')?.getAttribute('href') ?? '';
  return loginLink(url) === login ? url : undefined;
}

/** What is wrong with that URL. The rules are those of the settings that are addresses. */
export function problemWithLogin(slots: TypedSlots): BilingualText | undefined {
  const url = loginUrlOf(slots)?.trim();
  return url && SETTINGS.termsUrl.read(url, PAGE) === undefined ? LOGIN_FIELD.takes : undefined;
}
