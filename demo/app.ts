import { inDays } from './fixtures.js';
import { resetLibrary, libraryHandlers } from './network/library.js';
import { networkOf } from './network/network.js';
import { openBridge } from './phone/bridge.js';
import { connectionHandler, dispatchOnline, simulateConnection } from './phone/connection.js';
import { expireToken, logIn, patronOf } from './phone/login.js';
import { startMessageLog } from './phone/message-log.js';
import { NativeApp } from './phone/native-app.js';
import { PATRONS } from './phone/patrons.js';
import { startSheets } from './phone/sheets.js';
import { applyChoices, showPatron } from './phone/apply-choices.js';
import { Switches } from './phone/switches.js';
import type { DdbDebtOverview } from '../src/index.js';

const overview = document.querySelector('ddb-debt-overview') as DdbDebtOverview;
const switches = new Switches(document.querySelector('form.switches') as HTMLFormElement);
const app = new NativeApp(overview, switches);

const onClick = (button: string, action: () => void): void =>
  document.querySelector(`[${button}]`)?.addEventListener('click', action);

startMessageLog();
startSheets();
openBridge((message) => app.onMessage(message));
logIn(switches.chosen.patron);
showPatron(switches.chosen.patron);
applyChoices(overview, switches.chosen);

switches.onChange = (name, chosen) => {
  applyChoices(overview, chosen);
  if (name === 'patron') {
    logIn(chosen.patron);
    showPatron(chosen.patron);
    app.refresh();
  } else if (name === 'online') {
    if (chosen.online) dispatchOnline();
    // The browser only notices the missing connection at the next request.
    else app.refresh();
  }
};
switches.onReset = () => {
  resetLibrary();
  location.replace(location.pathname);
};
onClick('data-more', () => document.querySelector('.switches')?.scrollIntoView());
onClick('data-login', () => void app.offerLogin());
onClick('data-refresh', () => app.refresh());
onClick('data-expire', () => {
  expireToken();
  app.refresh();
});

const debtsOf = (request: Request) => {
  const patron = patronOf(request);
  return patron && PATRONS[patron].debts;
};
simulateConnection(() => switches.chosen.online);
await networkOf(
  connectionHandler(() => switches.chosen.online),
  ...libraryHandlers(debtsOf),
).enable();
overview.setAttribute('switch-date', inDays(-45));
overview.setAttribute('dibs-end-date', inDays(120));
// Last, as in an app: everything that the element needs exists before the element.
await import('../src/define.js');
