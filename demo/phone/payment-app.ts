import { paymentUrl, type OutcomeName, type Order } from '../network/library.js';
import { kroner } from './kroner.js';
import { showSheet } from './sheets.js';
import type { Switches } from './switches.js';

/**
 * Opens MobilePay's link. MobilePay handles it if it is installed; otherwise the browser shows the gateway's page.
 * Returns the outcome, or `''` if the patron went back.
 */
export async function payOrder(order: Order, switches: Switches): Promise<OutcomeName | ''> {
  const texts = { amount: kroner(order.amount), order: order.id, url: paymentUrl(order) };
  if (!switches.chosen.installed) {
    const answer = await showSheet('gateway', texts);
    if (answer !== 'install') return answer as OutcomeName | '';
    switches.choose('installed', true);
  }
  return (await showSheet('mobilepay', texts)) as OutcomeName | '';
}
