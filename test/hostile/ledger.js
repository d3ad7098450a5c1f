import { answer } from './answers.js';

const FEES = [
  {
    feeId: 1,
    type: 'fee',
    reasonMessage: 'Gebyr (for sent)',
    amount: 70,
    // 8 May in Copenhagen.
    dueDate: '2022-05-07T22:30:00.000Z',
    creationDate: '2022-04-06',
    payableByClient: true,
    materials: [{ materialItemNumber: '3846646417' }, { materialItemNumber: '3846646418' }],
  },
  {
    feeId: 2,
    type: 'compensation',
    amount: 192.56,
    dueDate: '2021-12-24',
    creationDate: '2021-11-24',
    payableByClient: true,
    materials: [],
  },
  { feeId: 3, type: 'fee', amount: 230, creationDate: '2021-12-01', payableByClient: false },
];

/** The debts and payments of one patron. It accepts every request; the test checks them afterwards. */
export class Ledger {
  #paid = [];

  /** Resets all payments. */
  clear() {
    this.#paid = [];
  }

  fees = (request, response) => {
    const owed = FEES.filter(({ feeId }) => !this.#paid.includes(String(feeId)));
    answer('application/json', JSON.stringify(owed))(request, response);
  };

  /** Responds with a redirect to `gateway`, or with a form to post there. */
  pay(gateway, request, response, body) {
    const to = new URL(gateway);
    const [id = ''] = /\d+/.exec(body) ?? [];
    to.search = new URLSearchParams({ back: request.headers.referer ?? '', id });
    const way = request.url.includes('form')
      ? { form: { action: to.href, fields: { amount: 19256 } } }
      : { redirectUrl: to.href };
    answer('application/json', JSON.stringify({ orderId: 'F-1', ...way }))(request, response);
  }

  /** Accepts the payment and redirects back. A form without the right fields fails. */
  gateway = (request, response, body) => {
    const { searchParams } = new URL(request.url, 'http://localhost');
    const accepted = request.method === 'GET' || body === 'amount=19256';
    if (accepted) this.#paid = [searchParams.get('id')];
    const back = new URL(searchParams.get('back'));
    back.searchParams.set('ddb-order', 'F-1');
    back.searchParams.set('ddb-result', accepted ? 'accepted' : 'failed');
    response.writeHead(303, { Location: back.href }).end();
  };
}
