import {
  libraryState,
  completePayment,
  PAYMENT_OUTCOMES,
  type OutcomeName,
} from './network/library.js';

const id = decodeURIComponent(location.hash.slice(1));
const order = Object.values(libraryState().orders).find((one) => one.id === id);
const main = document.querySelector('main') as HTMLElement;

if (order) {
  const kroner = new Intl.NumberFormat('da-DK', { style: 'currency', currency: 'DKK' });
  const setText = (name: string, text: string): void => {
    (main.querySelector(`[data-${name}]`) as HTMLElement).textContent = text;
  };
  setText('amount', kroner.format(order.amount / 100));
  setText('order', order.id);
  for (const [name, { title }] of Object.entries(PAYMENT_OUTCOMES)) {
    const button = document.createElement('button');
    button.textContent = title;
    button.addEventListener('click', () =>
      location.assign(completePayment(order, name as OutcomeName)),
    );
    main.querySelector('[data-ends]')?.append(button);
  }
  main.hidden = false;
} else location.replace('cms.html');
