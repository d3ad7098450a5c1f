// This import declares the types of the tag, its class and its events.
import 'ddb-debt-overview/define';

const debts = document.createElement('ddb-debt-overview');
debts.feesUrl = '/fees';
debts.switchDate = '2021-12-01';
debts.dibsPaymentUrl = '/pay';
debts.oirPaymentUrl = 'https://example.org/';
debts.config = { oirPaymentName: 'Mit Betalingsoverblik' };
debts.getToken = async () => 'vite';
debts.addEventListener('ddb-debt-pay', (event) => {
  event.preventDefault();
  const sum: number = event.amount;
  const said = document.querySelector('output');
  if (said)
    said.textContent = `${event.feeIds.join()}: ${sum} ${event.currency} of ${debts.overview.total}`;
});
document.body.prepend(debts);
