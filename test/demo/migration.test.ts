import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import type { Arrangement } from '../../demo/workbench/state.js';
import {
  migrate,
  type MigrationLine,
  type ImportFailure,
  type Migrated,
} from '../../demo/workbench/migration/migrate.js';
import { configure } from '../../src/config/configuration.js';
import { attributeOf, type SettingName } from '../../src/config/settings.js';

const PAGE = 'https://bibliotek.example/mig';

const migrated = (pasted: string): Migrated => {
  const outcome = migrate(pasted);
  if ('problem' in outcome) throw new Error(outcome.problem.en);
  return outcome;
};

/** The widget's problems with the migrated arrangement, except for the URL that old configurations lack. */
const objections = ({ settings, texts }: Arrangement) => {
  const attributes = new Map(
    Object.entries(settings).map(([name, value]) => [attributeOf(name as SettingName), value]),
  );
  const attribute = (name: string) => attributes.get(name) ?? null;
  return configure({ attribute, config: { texts } }, PAGE).problems.filter(
    ({ setting }) => setting !== 'fees-url',
  );
};

/** Migrates the variables, and expects that the widget accepts the result. */
const from = (variables: object): Migrated => {
  const outcome = migrated(JSON.stringify(variables));
  expect(objections(outcome.arrangement)).to.deep.equal([]);
  return outcome;
};

const ding = (variables: object): Migrated =>
  from(
    Object.fromEntries(
      Object.entries({ enable_internal: 1, ...variables }).map(([name, value]) => [
        `ding_debt_${name}`,
        value,
      ]),
    ),
  );

/** A library that shows both lists. */
const both = (variables: object): Migrated => ding({ enable_external: 1, ...variables });

const withButton = (variables: object): Migrated =>
  both({
    enable_external_button: 1,
    external_button_text: 'Betal',
    external_button_url: 'https://betaling.example/',
    ...variables,
  });

const linesOf = ({ lines }: Migrated, name: string): MigrationLine[] =>
  lines.filter((line) => line.from === name || line.from === `ding_debt_${name}`);

/** The outcomes for an old name: `taken systems`, `decide dibs-payment-url`, `omitted`. */
const outcomesOf = (outcome: Migrated, name: string): string[] =>
  linesOf(outcome, name).map(({ outcome, to }) => (to ? `${outcome} ${to}` : outcome));

const messagesOf = (outcome: Migrated, name: string): string =>
  linesOf(outcome, name)
    .map(({ message }) => message.da)
    .join(' ');

const INTRO = '<p>Gebyrer betales nu hos kommunen.</p>\n\n<p>Æbler &amp; p&aelig;rer.</p>\n';
const EXTRA = '<p>Der går <strong>48 timer</strong>: se <a href="/hjaelp">hjælp</a>.</p>\n';

const FULL = {
  ding_debt_show_introtext: 1,
  ding_debt_introtext: { value: INTRO, format: 'ding_wysiwyg' },
  ding_debt_enable_internal: true,
  ding_debt_internal_title: 'Betal på biblioteket',
  ding_debt_enable_internal_button: 1,
  ding_debt_enable_external: '1',
  ding_debt_external_title: 'Betal hos kommunen',
  ding_debt_enable_external_button: true,
  ding_debt_external_button_text: 'Betal i Mit betalingsoverblik',
  ding_debt_external_button_url: 'https://kk.mitbetalingsoverblik.dk/',
  ding_debt_external_show_extra_information: 0,
  ding_debt_external_extra_information: { value: EXTRA, format: 'ding_wysiwyg' },
};

const LINES = (introtext: string, extra: string, quote: string): string =>
  [
    'ding_debt_show_introtext: 1',
    introtext,
    'ding_debt_enable_internal: true',
    `ding_debt_internal_title: ${quote}Betal på biblioteket${quote}`,
    'ding_debt_enable_internal_button: 1',
    `ding_debt_enable_external: ${quote}1${quote}`,
    `ding_debt_external_title: ${quote}Betal hos kommunen${quote}`,
    'ding_debt_enable_external_button: true',
    `ding_debt_external_button_text: ${quote}Betal i Mit betalingsoverblik${quote}`,
    `ding_debt_external_button_url: ${quote}https://kk.mitbetalingsoverblik.dk/${quote}`,
    'ding_debt_external_show_extra_information: 0',
    extra,
    '',
  ].join('\n');

const nested = (name: string, html: string): string =>
  `${name}:\n  value: '${html.replaceAll('\n', '\n\n    ').trimEnd()}'\n  format: ding_wysiwyg`;

const printR = (name: string, html: string): string =>
  `${name}: Array\n(\n    [value] => ${html}\n    [format] => ding_wysiwyg\n)\n`;

const NESTED = LINES(
  nested('ding_debt_introtext', INTRO),
  nested('ding_debt_external_extra_information', EXTRA),
  "'",
);
const PRINTED = LINES(
  printR('ding_debt_introtext', INTRO),
  printR('ding_debt_external_extra_information', EXTRA),
  '"',
);
const FLAT = LINES(
  `ding_debt_introtext: "${INTRO}"`,
  `ding_debt_external_extra_information: "${EXTRA}"`,
  '"',
);

const MIGRATED: Arrangement = {
  settings: {
    systems: 'both',
    oirPaymentUrl: 'https://kk.mitbetalingsoverblik.dk/',
    oirPaymentName: 'Mit Betalingsoverblik',
  },
  texts: {
    da: {
      'intro.before': 'Gebyrer betales nu hos kommunen. Æbler & pærer.',
      'intro.transition': 'Gebyrer betales nu hos kommunen. Æbler & pærer.',
      'intro.after': 'Gebyrer betales nu hos kommunen. Æbler & pærer.',
      'dibs.heading': 'Betal på biblioteket',
      'oir.heading': 'Betal hos kommunen',
      'oir.go': 'Betal i Mit betalingsoverblik',
    },
    en: {},
  },
  slots: {
    'oir-info': '<p>Der går <strong>48 timer</strong>: se <a href="/hjaelp">hjælp</a>.</p>',
  },
  tokens: {},
};

const DPL = {
  fees_and_replacement_costs_url: '/takster',
  fee_list_body_text: 'Betal hos kommunen.',
  payment_site_url: 'https://betaling.example/mig',
  payment_site_button_label: 'Gå til Mit Betalingsoverblik',
  terms_of_trade_url: 'https://bibliotek.example/vilkaar',
  fees_list_size_desktop: 25,
  fees_list_size_mobile: 25,
  blocked_patron_e_link_url: '/hjaelp',
  _core: { default_config_hash: 'abc' },
};

const DPL_YAML = `_core:
  default_config_hash: abc
fees_and_replacement_costs_url: /takster
fee_list_body_text: 'Betal hos kommunen.'
payment_site_url: 'https://betaling.example/mig'
payment_site_button_label: "Gå til Mit Betalingsoverblik"
terms_of_trade_url: https://bibliotek.example/vilkaar
fees_list_size_desktop: 25
fees_list_size_mobile: 25
blocked_patron_e_link_url: /hjaelp
`;

const isFailure = (outcome: Migrated | ImportFailure): outcome is ImportFailure =>
  'problem' in outcome;

describe('Migration: formats', () => {
  const formats = {
    JSON: JSON.stringify(FULL, null, 2),
    'lines, with YAML in them': NESTED,
    'lines, with print_r in them': PRINTED,
    'lines, with HTML between quotes as it is': FLAT,
    'JSON, the names without their beginning': JSON.stringify(FULL).replaceAll('ding_debt_', ''),
    'lines, the names without their beginning': PRINTED.replaceAll('ding_debt_', ''),
  };

  for (const [format, pasted] of Object.entries(formats)) {
    it(`ding_debt as ${format}`, () => {
      const outcome = migrated(pasted);
      expect(outcome.from).to.equal('ding_debt');
      expect(outcome.arrangement).to.deep.equal(MIGRATED);
      expect(objections(outcome.arrangement)).to.deep.equal([]);
      expect(outcome.lines).to.deep.equal(migrated(formats.JSON).lines);
    });

    it(`ding_debt as ${format}, with terminal output around it`, () => {
      const around = `\uFEFF\n$ drush vget ding_debt --yes\n\n${pasted}\n\nme@web01:~$ \n`;
      expect(migrated(around).arrangement).to.deep.equal(MIGRATED);
      expect(migrated(around.replaceAll('\n', '\r\n')).arrangement).to.deep.equal(MIGRATED);
    });
  }

  for (const prompt of ['$ ', '# ', 'www-data@web:/var/www$ ', '', '~/site % ']) {
    it(`accepts the command after the prompt "${prompt}"`, () => {
      const pasted = `${prompt}vendor/bin/drush vget ding_debt\n${NESTED}`;
      expect(migrated(pasted).arrangement).to.deep.equal(MIGRATED);
    });
  }

  it('accepts empty lines between the variables', () => {
    expect(migrated(PRINTED.replaceAll('\nding', '\n\n\nding')).arrangement).to.deep.equal(
      MIGRATED,
    );
  });

  it('uses the last of two values for a variable', () => {
    const outcome = migrated(
      'ding_debt_enable_internal: 1\nding_debt_enable_internal: 0\nding_debt_enable_external: 1',
    );
    expect(outcome.arrangement.settings.systems).to.equal('oir');
  });

  it('accepts texts with colons and quotes', () => {
    const lines = [
      'ding_debt_enable_external: 1',
      'ding_debt_internal_title: Betal her: på biblioteket',
      'ding_debt_external_title: "Det "nye" system"',
    ];
    const { da } = migrated(lines.join('\n')).arrangement.texts;
    expect(da['dibs.heading']).to.equal('Betal her: på biblioteket');
    expect(da['oir.heading']).to.equal('Det "nye" system');
  });

  for (const [yes, no] of [
    [true, false],
    [1, 0],
    ['1', '0'],
    ['true', 'false'],
    ['TRUE', 'FALSE'],
  ]) {
    it(`reads a check box as ${JSON.stringify(yes)} or ${JSON.stringify(no)}`, () => {
      const systemsOf = (variables: object) => ding(variables).arrangement.settings.systems;
      expect(systemsOf({ enable_internal: yes, enable_external: yes })).to.equal('both');
      expect(systemsOf({ enable_internal: yes, enable_external: no })).to.equal('dibs');
      expect(systemsOf({ enable_internal: no, enable_external: yes })).to.equal('oir');
    });
  }

  it('leaves a check box with another value to be decided', () => {
    const outcome = ding({ enable_external: 'måske' });
    expect(outcome.arrangement.settings.systems).to.equal('dibs');
    expect(outcomesOf(outcome, 'enable_external')).to.deep.equal(['taken systems', 'decide']);
  });

  it('has an outcome for every name, in both languages', () => {
    for (const old of [FULL, DPL]) {
      const { lines } = migrated(JSON.stringify({ ...old, ding_ukendt: 1 }));
      for (const name of Object.keys(old)) expect(lines.map((line) => line.from)).to.include(name);
      for (const { message } of lines)
        expect([message.da, message.en].every(Boolean)).to.equal(true);
    }
  });

  it('asks for the settings that no old system has', () => {
    for (const old of [FULL, DPL]) {
      const asked = outcomesOf(migrated(JSON.stringify(old)), '');
      for (const name of ['switch-date', 'dibs-end-date', 'fees-url', 'texts.en'])
        expect(asked).to.include(`decide ${name}`);
    }
  });
});

describe('Migration: DDB CMS', () => {
  it('uses the old page’s defaults for variables that are not set', () => {
    const outcome = from({ ding_debt_internal_title: '' });
    expect(outcome.arrangement.settings).to.deep.equal({ systems: 'dibs' });
    expect(outcome.arrangement.texts.da).to.deep.equal({});
    expect(outcomesOf(outcome, 'enable_internal')).to.deep.equal(['taken systems']);
    expect(messagesOf(outcome, 'enable_internal')).to.include('når intet er valgt');
    expect(outcomesOf(outcome, 'enable_internal_button')).to.deep.equal([
      'decide dibs-payment-url',
    ]);
    expect(outcomesOf(outcome, 'introtext')).to.deep.equal(['omitted']);
    expect(outcomesOf(outcome, 'internal_title')).to.deep.equal(['omitted']);
  });

  it('leaves the systems to be decided if neither list was shown', () => {
    const outcome = ding({ enable_internal: 0 });
    expect(outcome.arrangement.settings).to.deep.equal({});
    expect(outcomesOf(outcome, 'enable_internal')).to.deep.equal(['decide systems']);
    expect(outcomesOf(outcome, 'enable_external')).to.deep.equal(['decide systems']);
  });

  it('mentions what is needed later if only the old list was shown', () => {
    expect(messagesOf(ding({}), 'enable_external')).to.include('går over');
  });

  it('leaves the URL of the old payment to be decided', () => {
    const on = ding({ enable_internal_button: 1 });
    const off = ding({ enable_internal_button: 0 });
    expect(messagesOf(on, 'enable_internal_button')).to.include('havde en betalingsknap');
    expect(messagesOf(off, 'enable_internal_button')).to.include('uden betalingsknap');
    expect(outcomesOf(off, 'enable_internal_button')).to.deep.equal(['decide dibs-payment-url']);
    const without = both({ enable_internal: 0, enable_internal_button: 1 });
    expect(outcomesOf(without, 'enable_internal_button')).to.deep.equal(['omitted']);
  });

  it('migrates the payment site', () => {
    const outcome = withButton({});
    expect(outcome.arrangement.settings.oirPaymentUrl).to.equal('https://betaling.example/');
    expect(outcome.arrangement.texts.da['oir.go']).to.equal('Betal');
    expect(outcomesOf(outcome, 'enable_external_button')).to.deep.equal(['taken oir-payment-url']);
    expect(outcomesOf(outcome, 'external_button_text')).to.deep.equal([
      'decide oir-payment-name',
      'taken texts.da.oir.go',
    ]);
  });

  const bad = {
    'http://betaling.example/': 'https://',
    '/betal': 'helt ud',
    'betaling.example': 'helt ud',
    'https://me:secret@betaling.example/': 'brugernavn',
    'javascript:alert(1)': 'helt ud',
    '': 'ingen adresse',
  };
  for (const [url, why] of Object.entries(bad)) {
    it(`leaves the payment site at "${url}" to be decided`, () => {
      const outcome = withButton({ external_button_url: url });
      expect(outcome.arrangement.settings).not.to.have.property('oirPaymentUrl');
      expect(outcomesOf(outcome, 'external_button_url')).to.deep.equal(['decide oir-payment-url']);
      expect(messagesOf(outcome, 'external_button_url')).to.include(why);
      expect(outcomesOf(outcome, 'enable_external_button')).to.deep.equal(['omitted']);
      expect(outcome.arrangement.texts.da['oir.go']).to.equal('Betal');
    });
  }

  for (const name of ['Mit Betalingsoverblik', 'mit betalingsoverblik', 'MIT BETALINGSOVERBLIK']) {
    it(`reads the payment site's name from "${name}"`, () => {
      const outcome = withButton({ external_button_text: `Videre til ${name}` });
      expect(outcome.arrangement.settings.oirPaymentName).to.equal('Mit Betalingsoverblik');
      expect(outcomesOf(outcome, 'external_button_text')).to.deep.equal([
        'taken oir-payment-name',
        'taken texts.da.oir.go',
      ]);
    });
  }

  it('does not store a text that is the default', () => {
    for (const words of ['Gå til {name}', 'Gå til Mit Betalingsoverblik']) {
      const outcome = withButton({ external_button_text: words, internal_title: 'Betales her' });
      expect(outcome.arrangement.texts.da).to.deep.equal({});
      expect(messagesOf(outcome, 'external_button_text')).to.include('Samme som standarden');
      expect(outcomesOf(outcome, 'internal_title')).to.deep.equal(['taken texts.da.dibs.heading']);
    }
  });

  it('compares with the default for the payment site, or without one', () => {
    const heading = { external_title: 'Opkræves af kommunen' };
    expect(both(heading).arrangement.texts.da).to.deep.equal({});
    expect(withButton(heading).arrangement.texts.da['oir.heading']).to.equal(
      heading.external_title,
    );
  });

  it('leaves a text with an unknown placeholder to be decided', () => {
    const outcome = withButton({
      external_button_text: 'Betal {alt}',
      internal_title: 'Til {date}',
    });
    expect(outcome.arrangement.texts.da).to.deep.equal({});
    expect(outcomesOf(outcome, 'external_button_text')).to.include('decide texts.da.oir.go');
    expect(outcomesOf(outcome, 'internal_title')).to.deep.equal(['decide texts.da.dibs.heading']);
  });

  it('omits a button that was off, with its URL', () => {
    const outcome = withButton({ enable_external_button: 0 });
    expect(outcome.arrangement.settings).to.deep.equal({ systems: 'both' });
    for (const name of ['enable_external_button', 'external_button_text', 'external_button_url'])
      expect(outcomesOf(outcome, name)).to.deep.equal(['omitted']);
  });

  it('omits a list that was off, with everything that belongs to it', () => {
    const outcome = withButton({ enable_external: 0, external_extra_information: 'Nyt' });
    expect(outcome.arrangement.slots).to.deep.equal({});
    expect(outcome.arrangement.settings).to.deep.equal({ systems: 'dibs' });
    expect(outcomesOf(outcome, 'external_extra_information')).to.deep.equal(['omitted']);
  });

  it('omits a button label without text', () => {
    const outcome = withButton({ external_button_text: ' ' });
    expect(outcome.arrangement.texts.da).to.deep.equal({});
    expect(outcomesOf(outcome, 'external_button_text')).to.deep.equal(['omitted']);
    expect(outcomesOf(outcome, '')).to.include('decide oir-payment-name');
  });

  it('migrates headings only if both lists were shown', () => {
    const titles = { internal_title: 'Her', external_title: 'Der' };
    expect(both(titles).arrangement.texts.da).to.deep.equal({
      'dibs.heading': 'Her',
      'oir.heading': 'Der',
    });
    const outcome = ding(titles);
    expect(outcome.arrangement.texts.da).to.deep.equal({});
    expect(outcomesOf(outcome, 'internal_title')).to.deep.equal(['omitted']);
  });

  it('omits an introduction that was not shown', () => {
    const outcome = ding({ show_introtext: 0, introtext: { value: 'Nyt' } });
    expect(outcome.arrangement.texts.da).to.deep.equal({});
    expect(outcomesOf(outcome, 'introtext')).to.deep.equal(['omitted']);
    expect(outcomesOf(outcome, 'show_introtext')).to.deep.equal(['omitted']);
  });

  it('omits unknown names', () => {
    const outcome = ding({ farve: 'blå' });
    expect(outcomesOf(outcome, 'farve')).to.deep.equal(['omitted']);
  });
});

describe('Migration: old HTML', () => {
  const intro = (value: string): Migrated => ding({ introtext: { value, format: 'ding_wysiwyg' } });
  const plainOf = (outcome: Migrated) => outcome.arrangement.texts.da['intro.before'];

  const plain = {
    'Bare ord': 'Bare ord',
    '<p>Et.</p><p>To.</p>': 'Et. To.',
    '<p>Et.<br>To.<br />Tre.</p><p>&nbsp;</p>': 'Et. To. Tre.',
    '<p style="color:red" class="x">Rødgr&oslash;d&nbsp;med fl&oslash;de</p>': 'Rødgrød med fløde',
    '<div>Et.</div><div><span>To.</span></div>': 'Et. To.',
    '<table><tr><td>Et</td><td>to</td></tr></table>': 'Et to',
    '<p>Ord<a name="her"></a></p><p><strong> </strong></p>': 'Ord',
    '<p>Ord</p><script>alert(1)</script><!-- tys -->': 'Ord',
    '<a href="javascript:alert(1)">Ord</a>': 'Ord',
    '2 < 3 & 4': '2 < 3 & 4',
  };
  for (const [html, words] of Object.entries(plain)) {
    it(`becomes a text without formatting: ${html}`, () => {
      const outcome = intro(html);
      expect(plainOf(outcome)).to.equal(words);
      expect(outcome.arrangement.slots).to.deep.equal({});
      expect(outcomesOf(outcome, 'introtext')).to.deep.equal([
        'taken texts.da.intro.before',
        'taken texts.da.intro.transition',
        'taken texts.da.intro.after',
      ]);
    });
  }

  const rich = {
    '<p>Se <a href="https://a.example/" target="_blank" class="b">her</a></p>':
      '<p>Se <a href="https://a.example/">her</a></p>',
    '<ul><li>Et</li></ul>': '<ul><li>Et</li></ul>',
    '<h3 style="x">Nyt</h3><p onclick="x()">Ord</p>': '<h3>Nyt</h3><p>Ord</p>',
    'Ring <b>nu</b>': '<p>Ring <b>nu</b></p>',
    '<a href="tel:+4512345678">1</a> <a href="mailto:a@b.example">2</a> <a href="/c">3</a>':
      '<p><a href="tel:+4512345678">1</a> <a href="mailto:a@b.example">2</a> <a href="/c">3</a></p>',
    '<b>Ord</b><img src=x onerror=alert(1)>': '<p><b>Ord</b></p>',
  };
  for (const [html, slot] of Object.entries(rich)) {
    it(`becomes a slot with formatting: ${html}`, () => {
      const outcome = intro(html);
      expect(outcome.arrangement.slots.intro).to.equal(slot);
      expect(plainOf(outcome)).to.equal(undefined);
      expect(outcomesOf(outcome, 'introtext')).to.deep.equal(['taken slot intro']);
    });
  }

  it('becomes a slot with braces, which a text would read as placeholders', () => {
    for (const words of ['Betal {beløb} her', 'Betal på {name}']) {
      const outcome = intro(words);
      expect(outcome.arrangement.slots.intro).to.equal(`<p>${words}</p>`);
      expect(messagesOf(outcome, 'introtext')).to.include('tuborgklammer');
    }
  });

  it('is omitted without text', () => {
    for (const html of ['', '<p>&nbsp;</p>', '<img src="x.png">', '<script>1</script>'])
      expect(outcomesOf(intro(html), 'introtext')).to.deep.equal(['omitted']);
  });

  const removed = {
    'x<script>1</script>': 'scripts',
    '<p onclick="1">x</p>': 'scripts',
    'x<img src="a.png">': 'billeder',
    '<table><tr><td>x</td></tr></table>': 'tabeller',
    '<p style="color:red">x</p>': 'farver og skrift',
    'x<iframe src="https://a.example/"></iframe>': 'indlejret indhold',
    '<a href="javascript:1">x</a>': 'usikre links',
  };
  for (const [html, kind] of Object.entries(removed)) {
    it(`reports that ${kind} were removed: ${html}`, () => {
      expect(messagesOf(intro(html), 'introtext')).to.include(`Fjernet undervejs: ${kind}.`);
    });
  }

  it('does not report removed classes', () => {
    expect(messagesOf(intro('<p class="lead">x</p>'), 'introtext')).not.to.include('Fjernet');
  });

  const extra = (value: string): Migrated => both({ external_extra_information: { value } });

  it('always becomes a slot if it is extra information', () => {
    const outcome = extra('Ring til os {altid}.');
    expect(outcome.arrangement.slots['oir-info']).to.equal('<p>Ring til os {altid}.</p>');
    expect(outcomesOf(outcome, 'external_extra_information')).to.deep.equal([
      'taken slot oir-info',
    ]);
    expect(outcomesOf(both({}), 'external_extra_information')).to.deep.equal(['omitted']);
    expect(outcomesOf(extra('<p></p>'), 'external_extra_information')).to.deep.equal(['omitted']);
  });

  it('mentions 72 hours, which the widget already states', () => {
    const outcome = extra('<p>Der kan gå 72 timer.</p>');
    expect(messagesOf(outcome, 'external_extra_information')).to.include('skriver i forvejen');
    expect(outcomesOf(outcome, 'external_extra_information')).to.have.length(1);
  });

  it('mentions other hours, which are to be decided', () => {
    for (const words of ['op til 48 timer', 'en 48-timers frist', '48&nbsp;timer, ikke 72 timer'])
      expect(outcomesOf(extra(words), 'external_extra_information')).to.deep.equal([
        'taken slot oir-info',
        'decide registration-hours',
      ]);
    for (const words of ['Åbent 24 timer i døgnet', '99999 timer', 'kl. 10 timeren'])
      expect(outcomesOf(extra(words), 'external_extra_information')).to.have.length(1);
  });
});

describe('Migration: DPL CMS', () => {
  const MIGRATED_DPL: Arrangement = {
    settings: {
      oirPaymentUrl: 'https://betaling.example/mig',
      oirPaymentName: 'Mit Betalingsoverblik',
      ratesUrl: '/takster',
      termsUrl: 'https://bibliotek.example/vilkaar',
    },
    texts: {
      da: {
        'intro.before': 'Betal hos kommunen.',
        'intro.transition': 'Betal hos kommunen.',
        'intro.after': 'Betal hos kommunen.',
      },
      en: {},
    },
    slots: {},
    tokens: {},
  };

  const formats = {
    JSON: JSON.stringify(DPL),
    YAML: DPL_YAML,
    'YAML from drush': `$ drush config:get dpl_fees.settings\r\n${DPL_YAML.replaceAll('\n', '\r\n')}`,
    'JSON under its own name': JSON.stringify({ 'dpl_fees.settings': DPL }),
  };
  for (const [format, pasted] of Object.entries(formats)) {
    it(`reads ${format}`, () => {
      const outcome = migrated(pasted);
      expect(outcome.from).to.equal('dpl_fees');
      expect(outcome.arrangement).to.deep.equal(MIGRATED_DPL);
      expect(objections(outcome.arrangement)).to.deep.equal([]);
      expect(outcomesOf(outcome, '_core')).to.deep.equal(['omitted']);
      expect(outcomesOf(outcome, 'blocked_patron_e_link_url')).to.deep.equal(['omitted']);
      expect(outcomesOf(outcome, '')).to.include('decide dibs-payment-url');
    });
  }

  it('reads the URLs of Drupal', () => {
    const rates = (url: string): Migrated => from({ fees_and_replacement_costs_url: url });
    const internal = rates('internal:/takster');
    expect(internal.arrangement.settings.ratesUrl).to.equal('/takster');
    expect(messagesOf(internal, 'fees_and_replacement_costs_url')).to.include('internal:/takster');
    for (const url of [
      'entity:node/12',
      'http://a.example/',
      'route:<front>',
      'javascript:x()',
      '//a.example',
      'internal://a.example',
    ]) {
      const outcome = rates(url);
      expect(outcome.arrangement.settings).to.deep.equal({});
      expect(outcomesOf(outcome, 'fees_and_replacement_costs_url')).to.deep.equal([
        'decide rates-url',
      ]);
    }
    expect(outcomesOf(rates(''), 'fees_and_replacement_costs_url')).to.deep.equal(['omitted']);
    expect(
      outcomesOf(from({ terms_of_trade_url: 'entity:node/1' }), 'terms_of_trade_url'),
    ).to.deep.equal(['decide terms-url']);
  });

  it('omits the button without a payment site', () => {
    const outcome = from({ payment_site_url: '', payment_site_button_label: 'Betal' });
    expect(outcome.arrangement.settings).to.deep.equal({});
    expect(outcome.arrangement.texts.da).to.deep.equal({});
    expect(outcomesOf(outcome, 'payment_site_url')).to.deep.equal(['decide oir-payment-url']);
    expect(outcomesOf(outcome, 'payment_site_button_label')).to.deep.equal(['omitted']);
  });

  it('leaves a payment site that is a Drupal page to be decided', () => {
    const outcome = from({ payment_site_url: 'internal:/betal' });
    expect(outcomesOf(outcome, 'payment_site_url')).to.deep.equal(['decide oir-payment-url']);
  });

  it('knows the names of earlier versions', () => {
    const url = 'https://betaling.example/mig';
    const old = from({
      payment_overview_url: url,
      terms_of_trade_text: 'Vilkår',
      available_payment_types_url: '/kort',
    });
    expect(old.arrangement.settings).to.include({ oirPaymentUrl: url });
    expect(old.arrangement.texts.da).to.deep.equal({ terms: 'Vilkår' });
    expect(outcomesOf(old, 'payment_overview_url')).to.deep.equal(['taken oir-payment-url']);
    expect(outcomesOf(old, 'terms_of_trade_text')).to.deep.equal(['taken texts.da.terms']);
    expect(outcomesOf(old, 'available_payment_types_url')).to.deep.equal(['omitted']);

    const both = from({ payment_site_url: url, payment_overview_url: 'https://old.example/' });
    expect(both.arrangement.settings).to.include({ oirPaymentUrl: url });
    expect(outcomesOf(both, 'payment_overview_url')).to.deep.equal(['omitted']);
    expect(outcomesOf(from({ terms_of_trade_text: '' }), 'terms_of_trade_text')).to.deep.equal([
      'omitted',
    ]);
  });

  it('omits the default texts of DPL CMS', () => {
    const outcome = from({
      payment_site_url: 'https://betaling.example/',
      payment_site_button_label: 'Go to payment page',
      fee_list_body_text:
        'Fees and replacement costs are handled through the new system "Mit betalingsoverblik"',
    });
    expect(outcome.arrangement.texts.da).to.deep.equal({});
    expect(outcomesOf(outcome, 'payment_site_button_label')).to.deep.equal(['omitted']);
    expect(outcomesOf(outcome, 'fee_list_body_text')).to.deep.equal(['omitted']);
    expect(outcomesOf(from({ payment_site_url: '' }), 'fee_list_body_text')).to.deep.equal([
      'omitted',
    ]);
  });
});

describe('Migration: invalid input', () => {
  const nonsense = {
    nothing: '',
    'empty lines': ' \n\r\n\t',
    words: 'Hej, kan I hjælpe os?',
    'a number': '42',
    null: 'null',
    'a list': '[1, 2]',
    'a page': '<!DOCTYPE html><html><body>ding_debt_enable_internal: 1</body></html>',
    'half a JSON': JSON.stringify(FULL, null, 2).slice(0, 300),
    'half a line': NESTED.slice(0, NESTED.indexOf('kommunen')),
    'half a print_r': PRINTED.slice(0, PRINTED.indexOf('kommunen')),
    'JSON of something else': '{"name":"x","version":1}',
    'YAML of something else': 'name: x\nother_name: y',
    'only the command': '$ drush vget ding_debt',
    'an answer of drush': 'No matching variable found.',
    'far too much': 'ding_debt_enable_internal: 1\n'.repeat(40_000),
    'lists in lists': '['.repeat(20_000),
    'YAML that grows': 'a: &a [1,1]\nb: &b [*a,*a]\nding_debt_x: [*b,*b]'.replace(
      'ding_debt_x',
      'c',
    ),
    'a name of every object': '{"__proto__":{"ding_debt_enable_internal":1},"constructor":1}',
  };
  for (const [what, pasted] of Object.entries(nonsense)) {
    it(`${what}: explains what to paste`, () => {
      const outcome = migrate(pasted);
      if (!isFailure(outcome)) throw new Error('migrated');
      expect(outcome.problem.da).to.match(/Indsæt|Kopiér/);
      expect(outcome.problem.en).to.match(/Paste|Copy/);
    });
  }

  const repeated = [
    '[',
    '{a: ',
    '- ',
    'a: ',
    '\n',
    ' ',
    '? ',
    '@',
    '9',
    '"',
    '<b>',
    '<p>',
    '&a ',
    '* ',
    '9-',
    'ding_x: "\n',
  ];
  for (const piece of repeated) {
    it(`20,000 characters of ${JSON.stringify(piece)}: returns`, () => {
      const much = piece.repeat(20_000 / piece.length);
      for (const before of [
        '',
        'ding_debt_introtext: ',
        'ding_debt_introtext:\n  value: ',
        'ding_debt_introtext: Array\n(\n    [value] => ',
        'ding_debt_introtext: Array',
      ]) {
        migrate(before + much);
        migrate(`${before}${much}x`);
      }
      migrate(JSON.stringify({ ...FULL, ding_debt_external_extra_information: much }));
    });
  }

  it('accepts values of every type', () => {
    for (const value of [
      null,
      [],
      {},
      [1],
      { value: null },
      { value: [] },
      { value: {} },
      { toString: 1 },
      1e99,
      '',
    ])
      ding(Object.fromEntries(Object.keys(FULL).map((name) => [name.slice(10), value])));
  });
});

describe('Migration: any input', () => {
  const HOSTILE = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" java\tscript:alert(1)">x</a>',
    '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
    '<p style="background:url(javascript:x)" onerror="x">x</p>',
    '<scr<script>ipt>alert(1)</script>',
    '<form action="javascript:x"><button formaction="javascript:x">x</button></form>',
    '<b>x</b>',
    '{name}',
    '"\'\n',
  ];
  const piece = fc.oneof(fc.constantFrom(...HOSTILE), fc.string());
  const html = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(''));
  const value = fc.oneof(
    html,
    fc.jsonValue(),
    html.map((one) => ({ value: one, format: 'x' })),
  );
  const names = [...Object.keys(FULL), ...Object.keys(DPL)];
  const line = fc
    .tuple(fc.constantFrom(...names), html)
    .map(([name, words]) => `${name}: ${words}`);

  const returnsOutcome = (pasted: string): void => {
    const outcome = migrate(pasted);
    if (isFailure(outcome)) expect(outcome.problem.da).not.to.equal('');
    else expect(outcome.lines).not.to.deep.equal([]);
  };

  it('returns an outcome for any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), returnsOutcome), {
      numRuns: 500,
    });
    fc.assert(fc.property(fc.string({ maxLength: 400 }), returnsOutcome), { numRuns: 500 });
  });

  it('returns an outcome for any lines with known names', () => {
    const lines = fc.array(line, { maxLength: 8 }).map((all) => all.join('\n'));
    fc.assert(fc.property(lines, returnsOutcome), { numRuns: 300 });
  });

  it('returns an outcome for any part of a valid configuration', () => {
    const part = fc.tuple(
      fc.constantFrom(NESTED, PRINTED, FLAT, DPL_YAML),
      fc.nat(2000),
      fc.nat(2000),
    );
    fc.assert(
      fc.property(part, ([all, start, end]) => returnsOutcome(all.slice(start, end))),
      { numRuns: 300 },
    );
  });

  /** Whether the HTML, as a browser parses it, has other elements or attributes than allowed, or unsafe URLs. */
  const isUnsafe = (html: string): boolean => {
    const { body } = new DOMParser().parseFromString(html, 'text/html');
    return [...body.querySelectorAll('*')].some(
      (element) =>
        !/^(P|BR|A|STRONG|B|EM|I|UL|OL|LI|H2|H3|H4)$/.test(element.tagName) ||
        [...element.attributes].some(
          ({ name, value: address }) =>
            name !== 'href' || /^(javascript|data|vbscript):/i.test(new URL(address, PAGE).href),
        ),
    );
  };

  it('removes everything unsafe, and the widget accepts the rest', () => {
    const variables = fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 8 });
    fc.assert(
      fc.property(variables, (old) => {
        const all = { ding_debt_enable_external: 1, ding_debt_enable_external_button: 1, ...old };
        const outcome = migrate(JSON.stringify(all));
        if (isFailure(outcome)) return;
        const { slots } = outcome.arrangement;
        for (const slot of Object.values(slots)) expect(isUnsafe(slot), slot).to.equal(false);
        expect(objections(outcome.arrangement)).to.deep.equal([]);
      }),
      { numRuns: 500 },
    );
  });

  for (const attack of HOSTILE.slice(0, 9)) {
    it(`removes ${attack}`, () => {
      for (const name of Object.keys(FULL)) {
        const outcome = migrate(JSON.stringify({ ...FULL, [name]: `Ord ${attack}` }));
        if (isFailure(outcome)) throw new Error('not migrated');
        const { settings, slots, texts } = outcome.arrangement;
        const json = JSON.stringify([settings, slots, texts]);
        expect(json).not.to.match(/<script|onerror|javascript:/i);
      }
    });
  }
});
