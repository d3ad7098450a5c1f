import type { DdbDebtOverview, DebtPayEvent } from 'ddb-debt-overview';
import 'ddb-debt-overview/react';
import { useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';

const config = { oirPaymentName: 'Mit Betalingsoverblik' };
const getToken = () => 'react';

function Page() {
  const debts = useRef<DdbDebtOverview>(null);
  const [said, say] = useState('');
  const pay = (event: DebtPayEvent) => {
    event.preventDefault();
    const inAll = debts.current?.overview.total;
    say(`${event.feeIds}: ${event.amount} ${event.currency} of ${inAll}`);
  };
  return (
    <>
      <ddb-debt-overview
        ref={debts}
        className="debts"
        fees-url="/fees"
        switch-date="2021-12-01"
        dibs-payment-url="/pay"
        oir-payment-url="https://example.org/"
        heading-level={3}
        config={config}
        getToken={getToken}
        onddb-debt-pay={pay}
      >
        <a slot="login" href="/login">
          Log ind
        </a>
      </ddb-debt-overview>
      <output>{said}</output>
    </>
  );
}

const root = document.querySelector('#root');
if (root) createRoot(root).render(<Page />);
