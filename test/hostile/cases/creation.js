import { element, SCRIPT } from '../library-page.js';

/** Creates elements in every way, with settings in every order. */
const MADE_AFTER = async ({ settled, inspect, report }) => {
  const settings = {
    feesUrl: '/fees',
    switchDate: '2021-12-01',
    dibsPaymentUrl: '/pay',
    oirPaymentUrl: 'https://betalingsoverblik.example/',
    oirPaymentName: 'Mit Betalingsoverblik',
  };
  const nameOf = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const made = [];
  const put = (one) => (made[made.length] = document.body.appendChild(one));

  const attributesFirst = document.createElement('ddb-debt-overview');
  for (const [name, value] of Object.entries(settings)) {
    attributesFirst.setAttribute(nameOf(name), value);
  }
  put(attributesFirst);

  const attributesLater = put(document.createElement('ddb-debt-overview'));
  await attributesLater.updateComplete;
  for (const [name, value] of Object.entries(settings)) {
    attributesLater.setAttribute(nameOf(name), value);
  }

  const properties = put(document.createElement('ddb-debt-overview'));
  Object.assign(properties, settings);

  const configured = document.createElement('ddb-debt-overview');
  configured.config = settings;
  put(configured);

  const parsed = put(document.createElement('div'));
  parsed.innerHTML = attributesFirst.outerHTML;
  made[made.length - 1] = parsed.firstChild;

  put(new (customElements.get('ddb-debt-overview'))()).config = settings;

  for (const one of made) await settled(one);
  const inspections = [];
  for (const one of made) inspections[inspections.length] = inspect(one);
  await report({ inspections });
};

/** Creates an element before the script defines it. */
const MADE_BEFORE = `<script>
  const early = document.createElement('ddb-debt-overview');
  early.config = { switchDate: '2021-12-01', oirPaymentName: 'Mit Betalingsoverblik' };
  early.dibsPaymentUrl = '/pay';
  early.oirPaymentUrl = 'https://betalingsoverblik.example/';
  early.feesUrl = '/wrong';
  early.getToken = () => 'token';
  early.fetcher = (url, init) => fetch(url.replace('wrong', 'fees'), init);
  document.body.append(early);
</script>`;

/** Inspects an element without settings, and then with `fees-url`. */
const WITHOUT_ANYTHING = async ({ settled, inspect, report, until, findPart }) => {
  const bare = document.querySelector('ddb-debt-overview');
  await settled(bare);
  const { words } = inspect(bare);
  bare.setAttribute('fees-url', '/fees');
  await until(() => findPart(bare, 'debt'));
  const inspection = inspect(bare);
  await report({ inspections: [inspection], first: words, rows: inspection.rows });
};

export const CREATION = [
  { name: 'created after the script, in six ways', page: { body: SCRIPT }, action: MADE_AFTER },
  {
    name: 'created before the script, with properties set',
    page: { body: MADE_BEFORE + SCRIPT },
    expectedRequests: [['here', '/fees', 'Bearer token']],
  },
  { name: 'parsed after the script', page: { body: SCRIPT + element() } },
  {
    name: 'without attributes: a warning names what is missing, and it works once that is set',
    page: { body: '<ddb-debt-overview></ddb-debt-overview>' + SCRIPT },
    action: WITHOUT_ANYTHING,
    expectedWarning: /fees-url: is not set/,
    expectedReport: { rows: 3, first: /kunne ikke hentes/ },
  },
];
