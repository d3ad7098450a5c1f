import { inDays } from './fixtures.js';
import { beginAgain, libraryOf } from './network/library.js';
import { networkOf } from './network/network.js';
import { openBridge } from './phone/bridge.js';
import { connection, goOnline } from './phone/connection.js';
import { expireToken, logIn, patronOf } from './phone/login.js';
import { startMessageLog } from './phone/message-log.js';
import { NativeApp } from './phone/native-app.js';
import { PATRONS } from './phone/patrons.js';
import { startSheets } from './phone/sheets.js';
import { setUp, showPatron } from './phone/set-up.js';
import { Switches } from './phone/switches.js';
import type { DdbDebtOverview } from '../src/index.js';

const overview = document.querySelector('ddb-debt-overview') as DdbDebtOverview;
const switches = new Switches(document.querySelector('form.switches') as HTMLFormElement);
const app = new NativeApp(overview, switches);

const press = (button: string, act: () => void): void =>
  document.querySelector(`[${button}]`)?.addEventListener('click', act);

startMessageLog();
startSheets();
openBridge((message) => app.hear(message));
logIn(switches.chosen.patron);
showPatron(switches.chosen.patron);
setUp(overview, switches.chosen);

switches.onChange = (name, chosen) => {
  setUp(overview, chosen);
  if (name === 'patron') {
    logIn(chosen.patron);
    showPatron(chosen.patron);
    app.refresh();
  } else if (name === 'online') {
    if (chosen.online) goOnline();
    // Without a connection nothing is seen until something is asked for.
    else app.refresh();
  }
};
switches.onReset = () => {
  beginAgain();
  location.replace(location.pathname);
};
press('data-more', () => document.querySelector('.switches')?.scrollIntoView());
press('data-login', () => void app.offerLogin());
press('data-refresh', () => app.refresh());
press('data-expire', () => {
  expireToken();
  app.refresh();
});

const debtsOf = (request: Request) => {
  const patron = patronOf(request);
  return patron && PATRONS[patron].debts;
};
await networkOf(
  connection(() => switches.chosen.online),
  ...libraryOf(debtsOf),
).enable();
overview.setAttribute('switch-date', inDays(-45));
overview.setAttribute('dibs-end-date', inDays(120));
// Last, as in an app: everything the element asks for is there before the element.
await import('../src/define.js');
