import { escaped } from '../host/answers.js';
import { formatOre } from '../host/ore.js';

const pageOf = (title, body) => `<!doctype html>
<html lang="da">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title}</title>
    <style>body { font: 1rem/1.5 sans-serif; max-width: 30rem; margin: 2rem auto; padding: 0 1rem }</style>
  </head>
  <body><h1>${title}</h1>${body}</body>
</html>`;

const FINAL_STATES = {
  authorised: 'Ordren er allerede betalt.',
  captured: 'Ordren er allerede betalt.',
  released: 'Reservationen er ophævet. Der er ikke trukket noget.',
  cancelled: 'Ordren er annulleret og kan ikke længere betales.',
  declined: 'Kortet blev afvist, og ordren kan ikke længere betales.',
  expired: 'Ordren er udløbet og kan ikke længere betales.',
};

const orderView = ({ orderId, amount }) => `
<dl>
  <dt>Ordrenummer</dt><dd data-order>${escaped(orderId)}</dd>
  <dt>Beløb</dt><dd data-amount>${formatOre(amount)}</dd>
</dl>`;

/** The payment window: three buttons while the order is open, then its final state. */
export function gatewayPage(payment, back) {
  if (payment.state !== 'open') {
    return pageOf(
      'Betaling',
      `${orderView(payment)}<p data-end>${FINAL_STATES[payment.state]}</p>
      <p><a href="${escaped(back)}">Tilbage til biblioteket</a></p>`,
    );
  }
  return pageOf(
    'Betaling',
    `${orderView(payment)}
    <form method="post">
      <button name="choice" value="pay">Betal</button>
      <button name="choice" value="decline">Kortet afvises</button>
      <button name="choice" value="cancel">Annullér</button>
    </form>`,
  );
}

export const errorPage = (reason) =>
  pageOf('Betalingen kan ikke begynde', `<p data-end>${escaped(reason)}</p>`);
