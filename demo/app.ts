import { both, inDays } from './fixtures.js';
import { answering, networkOf } from './network/network.js';

const fees = both();
await networkOf(answering('demo-api/fees', () => ({ body: fees, delay: 600 }))).enable();

const overview = document.querySelector('ddb-debt-overview') as HTMLElement;
overview.setAttribute('switch-date', inDays(-45));
overview.setAttribute('dibs-end-date', inDays(120));
await import('../src/define.js');

/** What the app would do, said where the patron's eye is. */
const say = (words: string): void => {
  const line = document.querySelector('output') as HTMLOutputElement;
  line.hidden = false;
  line.textContent = words;
};
overview.addEventListener('ddb-debt-pay', (event) => {
  event.preventDefault();
  say('Appen åbner MobilePay.');
});
overview.addEventListener('ddb-debt-leave', (event) => {
  event.preventDefault();
  say(`Appen åbner ${event.url} i telefonens browser.`);
});
