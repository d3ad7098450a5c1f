import { showAstrid } from './astrid.js';

const overview = await showAstrid();

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
