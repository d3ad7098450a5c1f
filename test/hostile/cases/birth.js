import { element, SCRIPT } from '../host-page.js';

/** Made in every way there is, with all that it is told in every order. */
const MADE_AFTER = async ({ settled, look, tell }) => {
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

  const written = put(document.createElement('div'));
  written.innerHTML = attributesFirst.outerHTML;
  made[made.length - 1] = written.firstChild;

  put(new (customElements.get('ddb-debt-overview'))()).config = settings;

  for (const one of made) await settled(one);
  const seen = [];
  for (const one of made) seen[seen.length] = look(one);
  await tell({ seen });
};

/** Before the script: nobody knows yet what it is. */
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

/** Without anything it waits a second, says what is missing, and where to go; then it is told. */
const WITHOUT_ANYTHING = async ({ settled, look, tell, until, partIn }) => {
  const bare = document.querySelector('ddb-debt-overview');
  await settled(bare);
  const { words } = look(bare);
  bare.setAttribute('fees-url', '/fees');
  await until(() => partIn(bare, 'debt'));
  const seen = look(bare);
  await tell({ seen: [seen], first: words, rows: seen.rows });
};

export const HOWEVER_MADE = [
  { name: 'made after the script, in six ways', page: { body: SCRIPT }, act: MADE_AFTER },
  {
    name: 'made before the script, with properties set',
    page: { body: MADE_BEFORE + SCRIPT },
    asks: [['here', '/fees', 'Bearer token']],
  },
  { name: 'parsed after the script', page: { body: SCRIPT + element() } },
  {
    name: 'without attributes it says what is missing, and works as soon as it is told',
    page: { body: '<ddb-debt-overview></ddb-debt-overview>' + SCRIPT },
    act: WITHOUT_ANYTHING,
    says: /fees-url: is not set/,
    tells: { rows: 3, first: /kunne ikke hentes/ },
  },
];
