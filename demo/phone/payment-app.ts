import { paidAt, type EndName, type Order } from '../network/library.js';
import { kroner } from './kroner.js';
import { cover } from './sheets.js';
import type { Switches } from './switches.js';

/**
 * MobilePay's link is opened: MobilePay takes it where it is installed; else it is an address like any other, and the
 * browser shows the gateway's page. Answers how it ended, or nothing where the patron just went back.
 */
export async function payOrder(order: Order, switches: Switches): Promise<EndName | ''> {
  const words = { amount: kroner(order.amount), order: order.id, url: paidAt(order) };
  if (!switches.chosen.installed) {
    const answer = await cover('gateway', words);
    if (answer !== 'install') return answer as EndName | '';
    switches.choose('installed', true);
  }
  return (await cover('mobilepay', words)) as EndName | '';
}
