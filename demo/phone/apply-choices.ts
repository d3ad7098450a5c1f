import type { DdbDebtOverview } from '../../src/index.js';
import { PATRONS, type PatronName } from './patrons.js';
import type { Choices } from './switches.js';

const phone = document.querySelector('.phone') as HTMLElement;

/** The library's own text for when there is no payment site. */
const TEXTS = { da: { 'oir.noSite': 'Biblioteket kontakter dig, når du kan betale.' } };

/** Applies the choices to the overview and the phone. Unchanged attributes are not set again. */
export function applyChoices(overview: DdbDebtOverview, chosen: Choices): void {
  const set = (name: string, value: string | false): void => {
    if (value === false) overview.removeAttribute(name);
    else if (overview.getAttribute(name) !== value) overview.setAttribute(name, value);
  };
  set('mobilepay', chosen.mobilepay && '');
  set('dibs-payment-url', chosen.starts === 'overview' && 'demo-api/payment');
  set('oir-payment-url', chosen.site && 'https://betalingsoverblik.example/');
  set('oir-payment-name', chosen.site && 'Mit Betalingsoverblik');
  overview.config = { texts: TEXTS };

  phone.dataset.scheme = chosen.scheme;
  phone.classList.toggle('offline', !chosen.online);
  phone.style.setProperty('--width', chosen.width);
  phone.style.setProperty('--text', chosen.size);
}

/** Shows in the app's header who is logged in. */
export function showPatron(patron: PatronName | ''): void {
  (phone.querySelector('[data-patron]') as HTMLElement).textContent =
    patron && PATRONS[patron].name;
  (phone.querySelector('[data-login]') as HTMLElement).hidden = patron !== '';
}
