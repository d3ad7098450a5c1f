import { both, inDays } from './fixtures.js';
import { answering, networkOf } from './network/network.js';

const fees = both();
await networkOf(answering('demo-api/fees', () => ({ body: fees, delay: 600 }))).enable();

const overview = document.querySelector('ddb-debt-overview') as HTMLElement;
overview.setAttribute('switch-date', inDays(-45));
overview.setAttribute('dibs-end-date', inDays(120));
await import('../src/define.js');

const kroner = new Intl.NumberFormat('da-DK', { style: 'currency', currency: 'DKK' });
overview.addEventListener('ddb-debt-pay', (event) => {
  event.preventDefault();
  const dialog = document.querySelector('dialog') as HTMLDialogElement;
  const order = dialog.querySelector('[data-order]') as HTMLElement;
  order.textContent = `Biblioteket har fået at vide, at du vil betale ${kroner.format(event.amount / 100)}`;
  dialog.showModal();
});
