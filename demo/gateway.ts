import { books, end, ENDS, type EndName } from './network/library.js';

const id = decodeURIComponent(location.hash.slice(1));
const order = Object.values(books().orders).find((one) => one.id === id);
const main = document.querySelector('main') as HTMLElement;

if (order) {
  const kroner = new Intl.NumberFormat('da-DK', { style: 'currency', currency: 'DKK' });
  const say = (name: string, words: string): void => {
    (main.querySelector(`[data-${name}]`) as HTMLElement).textContent = words;
  };
  say('amount', kroner.format(order.amount / 100));
  say('order', order.id);
  for (const [name, { title }] of Object.entries(ENDS)) {
    const button = document.createElement('button');
    button.textContent = title;
    button.addEventListener('click', () => location.assign(end(order, name as EndName)));
    main.querySelector('[data-ends]')?.append(button);
  }
  main.hidden = false;
} else location.replace('cms.html');
