// Not run: the compiler (the newest; the other projects use ours) must refuse exactly the marked lines.
import { DebtPayEvent, type Overview } from 'ddb-debt-overview';
import { DdbDebtOverview } from 'ddb-debt-overview/ddb-debt-overview.js'; // refused: the single file exports nothing
import 'ddb-debt-overview/define';

const debts = document.createElement('ddb-debt-overview');
debts.feesURL = '/fees'; // refused
debts.mobilepay = 'yes'; // refused
debts.switchDate = new Date(); // refused
debts.registrationHours = 48;
export const switchDate: string | null = debts.switchDate;
debts.getToken = () => 7; // refused
debts.overview = debts.overview; // refused
debts.addEventListener('ddb-debt-pay', (event) => event.url); // refused
document.addEventListener('ddb-debt-pay', (event: DebtPayEvent) => event.amount);

export const seen: Overview = debts.overview;
export const odd: Element = new DdbDebtOverview(); // refused
