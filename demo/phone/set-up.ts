import type { DdbDebtOverview } from '../../src/index.js';
import { PATRONS, type PatronName } from './patrons.js';
import type { Choices } from './switches.js';

const phone = document.querySelector('.phone') as HTMLElement;

/** What the library says where there is no payment site, in its own words. */
const TEXTS = { da: { 'oir.noSite': 'Biblioteket kontakter dig, når du kan betale.' } };

/** Gives the overview and the phone what is chosen. Only what has changed makes a difference. */
export function setUp(overview: DdbDebtOverview, chosen: Choices): void {
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

/** The app's own header says who is logged in. */
export function showPatron(patron: PatronName | ''): void {
  (phone.querySelector('[data-patron]') as HTMLElement).textContent =
    patron && PATRONS[patron].name;
  (phone.querySelector('[data-login]') as HTMLElement).hidden = patron !== '';
}
