const { DdbDebtOverview } = await import('ddb-debt-overview');

const shortcode = (attributes = '') => `[ddb_debt_overview ${attributes}]`;

const OTHERS_TOO = `onclick="alert(1)" onmouseover=alert(1) style="position:fixed" id="x" class="x"
  slot="login" src="x"`;
const HOSTILE = shortcode(
  `help-url="javascript:alert(1)" ${OTHERS_TOO} lang='da" autofocus onfocus="alert(1)'
  rates-url="/a&quot; onfocus=&quot;alert(1)"`,
);
const MARKUP = shortcode(
  `${OTHERS_TOO} oir-payment-name='"><script>alert(1)</script><img src=x onerror=alert(1)>' help-url="/x"><b onclick=alert(1)`,
);

/** Every attribute of the element. */
export const KNOWN = [...DdbDebtOverview.observedAttributes].sort();
const OTHERS = ['onclick', 'style', 'id', 'class', 'slot', 'title', 'hidden', 'is'];

const BLOCK = '<!-- wp:ddb-debt-overview/overview';

/** The content of the test's pages by their names. */
export const PAGES = {
  debts: {
    by: 'author',
    content: `<!-- wp:paragraph --><p>Velkommen.</p><!-- /wp:paragraph -->

<!-- wp:shortcode -->\n${shortcode('fees-url="/wp-admin/admin-ajax.php?action=ddb_debt_overview_fees&agency=1"')}\n<!-- /wp:shortcode -->

<!-- wp:paragraph --><p>Under listen.</p><!-- /wp:paragraph -->`,
  },
  block: { by: 'author', content: `${BLOCK} /-->` },
  line: {
    by: 'author',
    content: `${BLOCK} {"view":"summary","overviewUrl":"/block/","headingLevel":"3"} /-->`,
  },
  hostile: { by: 'admin', content: HOSTILE },
  markup: { by: 'author', content: MARKUP },
  typographic: {
    by: 'author',
    content: shortcode(
      'oir-payment-name=”Mit Betalingsoverblik” oir-payment-url=“https://betaling.example/” help-url=»/kontakt« rates-url=‘/takster’ fees-url="/“som”/skrevet"',
    ),
  },
  all: {
    by: 'author',
    content: shortcode([...KNOWN, ...OTHERS].map((name) => `${name}="x"`).join(' ')),
  },
  flag: { by: 'author', content: shortcode('mobilepay channel="app"') },
  bare: { by: 'author', content: `<ddb-debt-overview fees-url="/x"></ddb-debt-overview>` },
  without: { by: 'admin', content: 'Intet her.' },
};
