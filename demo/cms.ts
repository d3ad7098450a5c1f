import { showAstrid } from './astrid.js';

const overview = await showAstrid();

const kroner = new Intl.NumberFormat('da-DK', { style: 'currency', currency: 'DKK' });
overview.addEventListener('ddb-debt-pay', (event) => {
  event.preventDefault();
  const dialog = document.querySelector('dialog') as HTMLDialogElement;
  const order = dialog.querySelector('[data-order]') as HTMLElement;
  order.textContent = `Biblioteket har fået at vide, at du vil betale ${kroner.format(event.amount / 100)}`;
  dialog.showModal();
});
