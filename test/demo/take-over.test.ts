import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import type { Arrangement } from '../../demo/workbench/bench.js';
import {
  takeOver,
  type Line,
  type NotTaken,
  type TakenOver,
} from '../../demo/workbench/take-over/take-over.js';
import { configure } from '../../src/config/configuration.js';
import { attributeOf, type SettingName } from '../../src/config/settings.js';

const PAGE = 'https://bibliotek.example/mig';

const taken = (pasted: string): TakenOver => {
  const outcome = takeOver(pasted);
  if ('problem' in outcome) throw new Error(outcome.problem.en);
  return outcome;
};

/** What the widget objects to, but for what the old configuration cannot know. */
const objections = ({ settings, texts }: Arrangement) => {
  const attributes = new Map(
    Object.entries(settings).map(([name, value]) => [attributeOf(name as SettingName), value]),
  );
  const attribute = (name: string) => attributes.get(name) ?? null;
  return configure({ attribute, config: { texts } }, PAGE).problems.filter(
    ({ setting }) => setting !== 'fees-url',
  );
};

/** Taken over from this, which the widget has nothing against. */
const from = (variables: object): TakenOver => {
  const outcome = taken(JSON.stringify(variables));
  expect(objections(outcome.arrangement)).to.deep.equal([]);
  return outcome;
};

const ding = (variables: object): TakenOver =>
  from(
    Object.fromEntries(
      Object.entries({ enable_internal: 1, ...variables }).map(([name, value]) => [
        `ding_debt_${name}`,
        value,
      ]),
    ),
  );

/** A library with both lists. */
const both = (variables: object): TakenOver => ding({ enable_external: 1, ...variables });

const withButton = (variables: object): TakenOver =>
  both({
    enable_external_button: 1,
    external_button_text: 'Betal',
    external_button_url: 'https://betaling.example/',
    ...variables,
  });

const linesOf = ({ lines }: TakenOver, name: string): Line[] =>
  lines.filter((line) => line.from === name || line.from === `ding_debt_${name}`);

/** What became of an old name: `taken systems`, `decide dibs-payment-url`, `left`. */
const became = (outcome: TakenOver, name: string): string[] =>
  linesOf(outcome, name).map(({ is, to }) => (to ? `${is} ${to}` : is));

const said = (outcome: TakenOver, name: string): string =>
  linesOf(outcome, name)
    .map(({ says }) => says.da)
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

const TAKEN: Arrangement = {
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

const isNotTaken = (outcome: TakenOver | NotTaken): outcome is NotTaken => 'problem' in outcome;

describe('Taking over: what is pasted', () => {
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
      const outcome = taken(pasted);
      expect(outcome.from).to.equal('ding_debt');
      expect(outcome.arrangement).to.deep.equal(TAKEN);
      expect(objections(outcome.arrangement)).to.deep.equal([]);
      expect(outcome.lines).to.deep.equal(taken(formats.JSON).lines);
    });

    it(`ding_debt as ${format}, with what comes along from a terminal`, () => {
      const around = `\uFEFF\n$ drush vget ding_debt --yes\n\n${pasted}\n\nme@web01:~$ \n`;
      expect(taken(around).arrangement).to.deep.equal(TAKEN);
      expect(taken(around.replaceAll('\n', '\r\n')).arrangement).to.deep.equal(TAKEN);
    });
  }

  for (const prompt of ['$ ', '# ', 'www-data@web:/var/www$ ', '', '~/site % ']) {
    it(`the command after "${prompt}"`, () => {
      const pasted = `${prompt}vendor/bin/drush vget ding_debt\n${NESTED}`;
      expect(taken(pasted).arrangement).to.deep.equal(TAKEN);
    });
  }

  it('empty lines between the variables', () => {
    expect(taken(PRINTED.replaceAll('\nding', '\n\n\nding')).arrangement).to.deep.equal(TAKEN);
  });

  it('a variable that is there twice: the last one', () => {
    const outcome = taken(
      'ding_debt_enable_internal: 1\nding_debt_enable_internal: 0\nding_debt_enable_external: 1',
    );
    expect(outcome.arrangement.settings.systems).to.equal('oir');
  });

  it('words with a colon, and with quotes of their own', () => {
    const lines = [
      'ding_debt_enable_external: 1',
      'ding_debt_internal_title: Betal her: på biblioteket',
      'ding_debt_external_title: "Det "nye" system"',
    ];
    const { da } = taken(lines.join('\n')).arrangement.texts;
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
    it(`a box is ${JSON.stringify(yes)} or ${JSON.stringify(no)}`, () => {
      const systemsOf = (variables: object) => ding(variables).arrangement.settings.systems;
      expect(systemsOf({ enable_internal: yes, enable_external: yes })).to.equal('both');
      expect(systemsOf({ enable_internal: yes, enable_external: no })).to.equal('dibs');
      expect(systemsOf({ enable_internal: no, enable_external: yes })).to.equal('oir');
    });
  }

  it('a box that is neither is to be decided', () => {
    const outcome = ding({ enable_external: 'måske' });
    expect(outcome.arrangement.settings.systems).to.equal('dibs');
    expect(became(outcome, 'enable_external')).to.deep.equal(['taken systems', 'decide']);
  });

  it('says something of every name, in both languages', () => {
    for (const old of [FULL, DPL]) {
      const { lines } = taken(JSON.stringify({ ...old, ding_ukendt: 1 }));
      for (const name of Object.keys(old)) expect(lines.map((line) => line.from)).to.include(name);
      for (const { says } of lines) expect([says.da, says.en].every(Boolean)).to.equal(true);
    }
  });

  it('asks for what no old system knows', () => {
    for (const old of [FULL, DPL]) {
      const asked = became(taken(JSON.stringify(old)), '');
      for (const name of ['switch-date', 'dibs-end-date', 'fees-url', 'texts.en'])
        expect(asked).to.include(`decide ${name}`);
    }
  });
});

describe('Taking over: DDB CMS', () => {
  it('what is not set is as the old page had it', () => {
    const outcome = from({ ding_debt_internal_title: '' });
    expect(outcome.arrangement.settings).to.deep.equal({ systems: 'dibs' });
    expect(outcome.arrangement.texts.da).to.deep.equal({});
    expect(became(outcome, 'enable_internal')).to.deep.equal(['taken systems']);
    expect(said(outcome, 'enable_internal')).to.include('når intet er valgt');
    expect(became(outcome, 'enable_internal_button')).to.deep.equal(['decide dibs-payment-url']);
    expect(became(outcome, 'introtext')).to.deep.equal(['left']);
    expect(became(outcome, 'internal_title')).to.deep.equal(['left']);
  });

  it('neither list: to be decided', () => {
    const outcome = ding({ enable_internal: 0 });
    expect(outcome.arrangement.settings).to.deep.equal({});
    expect(became(outcome, 'enable_internal')).to.deep.equal(['decide systems']);
    expect(became(outcome, 'enable_external')).to.deep.equal(['decide systems']);
  });

  it('only the old list: says what is needed later', () => {
    expect(said(ding({}), 'enable_external')).to.include('går over');
  });

  it('the button of the old payment', () => {
    const on = ding({ enable_internal_button: 1 });
    const off = ding({ enable_internal_button: 0 });
    expect(said(on, 'enable_internal_button')).to.include('havde en betalingsknap');
    expect(said(off, 'enable_internal_button')).to.include('uden betalingsknap');
    expect(became(off, 'enable_internal_button')).to.deep.equal(['decide dibs-payment-url']);
    const without = both({ enable_internal: 0, enable_internal_button: 1 });
    expect(became(without, 'enable_internal_button')).to.deep.equal(['left']);
  });

  it('the payment site', () => {
    const outcome = withButton({});
    expect(outcome.arrangement.settings.oirPaymentUrl).to.equal('https://betaling.example/');
    expect(outcome.arrangement.texts.da['oir.go']).to.equal('Betal');
    expect(became(outcome, 'enable_external_button')).to.deep.equal(['taken oir-payment-url']);
    expect(became(outcome, 'external_button_text')).to.deep.equal([
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
    it(`the payment site at "${url}" is to be decided`, () => {
      const outcome = withButton({ external_button_url: url });
      expect(outcome.arrangement.settings).not.to.have.property('oirPaymentUrl');
      expect(became(outcome, 'external_button_url')).to.deep.equal(['decide oir-payment-url']);
      expect(said(outcome, 'external_button_url')).to.include(why);
      expect(became(outcome, 'enable_external_button')).to.deep.equal(['left']);
      expect(outcome.arrangement.texts.da['oir.go']).to.equal('Betal');
    });
  }

  for (const name of ['Mit Betalingsoverblik', 'mit betalingsoverblik', 'MIT BETALINGSOVERBLIK']) {
    it(`the payment site's name from "${name}"`, () => {
      const outcome = withButton({ external_button_text: `Videre til ${name}` });
      expect(outcome.arrangement.settings.oirPaymentName).to.equal('Mit Betalingsoverblik');
      expect(became(outcome, 'external_button_text')).to.deep.equal([
        'taken oir-payment-name',
        'taken texts.da.oir.go',
      ]);
    });
  }

  it('a text that is the default is not stored', () => {
    for (const words of ['Gå til {name}', 'Gå til Mit Betalingsoverblik']) {
      const outcome = withButton({ external_button_text: words, internal_title: 'Betales her' });
      expect(outcome.arrangement.texts.da).to.deep.equal({});
      expect(said(outcome, 'external_button_text')).to.include('Samme som standarden');
      expect(became(outcome, 'internal_title')).to.deep.equal(['taken texts.da.dibs.heading']);
    }
  });

  it('the default with a payment site is not the default without', () => {
    const heading = { external_title: 'Opkræves af kommunen' };
    expect(both(heading).arrangement.texts.da).to.deep.equal({});
    expect(withButton(heading).arrangement.texts.da['oir.heading']).to.equal(
      heading.external_title,
    );
  });

  it('a placeholder the widget does not know is to be decided', () => {
    const outcome = withButton({
      external_button_text: 'Betal {alt}',
      internal_title: 'Til {date}',
    });
    expect(outcome.arrangement.texts.da).to.deep.equal({});
    expect(became(outcome, 'external_button_text')).to.include('decide texts.da.oir.go');
    expect(became(outcome, 'internal_title')).to.deep.equal(['decide texts.da.dibs.heading']);
  });

  it('a button that was off is left, with its address', () => {
    const outcome = withButton({ enable_external_button: 0 });
    expect(outcome.arrangement.settings).to.deep.equal({ systems: 'both' });
    for (const name of ['enable_external_button', 'external_button_text', 'external_button_url'])
      expect(became(outcome, name)).to.deep.equal(['left']);
  });

  it('a list that was off is left, with all that belongs to it', () => {
    const outcome = withButton({ enable_external: 0, external_extra_information: 'Nyt' });
    expect(outcome.arrangement.slots).to.deep.equal({});
    expect(outcome.arrangement.settings).to.deep.equal({ systems: 'dibs' });
    expect(became(outcome, 'external_extra_information')).to.deep.equal(['left']);
  });

  it('a button without words', () => {
    const outcome = withButton({ external_button_text: ' ' });
    expect(outcome.arrangement.texts.da).to.deep.equal({});
    expect(became(outcome, 'external_button_text')).to.deep.equal(['left']);
    expect(became(outcome, '')).to.include('decide oir-payment-name');
  });

  it('headings stood there only where both lists did', () => {
    const titles = { internal_title: 'Her', external_title: 'Der' };
    expect(both(titles).arrangement.texts.da).to.deep.equal({
      'dibs.heading': 'Her',
      'oir.heading': 'Der',
    });
    const outcome = ding(titles);
    expect(outcome.arrangement.texts.da).to.deep.equal({});
    expect(became(outcome, 'internal_title')).to.deep.equal(['left']);
  });

  it('an introduction that was not shown is left', () => {
    const outcome = ding({ show_introtext: 0, introtext: { value: 'Nyt' } });
    expect(outcome.arrangement.texts.da).to.deep.equal({});
    expect(became(outcome, 'introtext')).to.deep.equal(['left']);
    expect(became(outcome, 'show_introtext')).to.deep.equal(['left']);
  });

  it('names it does not know are left', () => {
    const outcome = ding({ farve: 'blå' });
    expect(became(outcome, 'farve')).to.deep.equal(['left']);
  });
});

describe('Taking over: old HTML', () => {
  const intro = (value: string): TakenOver =>
    ding({ introtext: { value, format: 'ding_wysiwyg' } });
  const plainOf = (outcome: TakenOver) => outcome.arrangement.texts.da['intro.before'];

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
    it(`words alone: ${html}`, () => {
      const outcome = intro(html);
      expect(plainOf(outcome)).to.equal(words);
      expect(outcome.arrangement.slots).to.deep.equal({});
      expect(became(outcome, 'introtext')).to.deep.equal([
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
    it(`more than words: ${html}`, () => {
      const outcome = intro(html);
      expect(outcome.arrangement.slots.intro).to.equal(slot);
      expect(plainOf(outcome)).to.equal(undefined);
      expect(became(outcome, 'introtext')).to.deep.equal(['taken slot intro']);
    });
  }

  it('braces would be placeholders', () => {
    for (const words of ['Betal {beløb} her', 'Betal på {name}']) {
      const outcome = intro(words);
      expect(outcome.arrangement.slots.intro).to.equal(`<p>${words}</p>`);
      expect(said(outcome, 'introtext')).to.include('krøllede parenteser');
    }
  });

  it('no words at all', () => {
    for (const html of ['', '<p>&nbsp;</p>', '<img src="x.png">', '<script>1</script>'])
      expect(became(intro(html), 'introtext')).to.deep.equal(['left']);
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
    it(`says that it removed ${kind}: ${html}`, () => {
      expect(said(intro(html), 'introtext')).to.include(`Fjernet undervejs: ${kind}.`);
    });
  }

  it('says nothing of what nobody misses', () => {
    expect(said(intro('<p class="lead">x</p>'), 'introtext')).not.to.include('Fjernet');
  });

  const extra = (value: string): TakenOver => both({ external_extra_information: { value } });

  it('extra information is always HTML', () => {
    const outcome = extra('Ring til os {altid}.');
    expect(outcome.arrangement.slots['oir-info']).to.equal('<p>Ring til os {altid}.</p>');
    expect(became(outcome, 'external_extra_information')).to.deep.equal(['taken slot oir-info']);
    expect(became(both({}), 'external_extra_information')).to.deep.equal(['left']);
    expect(became(extra('<p></p>'), 'external_extra_information')).to.deep.equal(['left']);
  });

  it('72 hours are said already', () => {
    const outcome = extra('<p>Der kan gå 72 timer.</p>');
    expect(said(outcome, 'external_extra_information')).to.include('skriver i forvejen');
    expect(became(outcome, 'external_extra_information')).to.have.length(1);
  });

  it('other hours are to be decided', () => {
    for (const words of ['op til 48 timer', 'en 48-timers frist', '48&nbsp;timer, ikke 72 timer'])
      expect(became(extra(words), 'external_extra_information')).to.deep.equal([
        'taken slot oir-info',
        'decide registration-hours',
      ]);
    for (const words of ['Åbent 24 timer i døgnet', '99999 timer', 'kl. 10 timeren'])
      expect(became(extra(words), 'external_extra_information')).to.have.length(1);
  });
});

describe('Taking over: DPL CMS', () => {
  const TAKEN_DPL: Arrangement = {
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
    it(`as ${format}`, () => {
      const outcome = taken(pasted);
      expect(outcome.from).to.equal('dpl_fees');
      expect(outcome.arrangement).to.deep.equal(TAKEN_DPL);
      expect(objections(outcome.arrangement)).to.deep.equal([]);
      expect(became(outcome, '_core')).to.deep.equal(['left']);
      expect(became(outcome, 'blocked_patron_e_link_url')).to.deep.equal(['left']);
      expect(became(outcome, '')).to.include('decide dibs-payment-url');
    });
  }

  it('addresses as Drupal has them', () => {
    const rates = (url: string): TakenOver => from({ fees_and_replacement_costs_url: url });
    const internal = rates('internal:/takster');
    expect(internal.arrangement.settings.ratesUrl).to.equal('/takster');
    expect(said(internal, 'fees_and_replacement_costs_url')).to.include('internal:/takster');
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
      expect(became(outcome, 'fees_and_replacement_costs_url')).to.deep.equal(['decide rates-url']);
    }
    expect(became(rates(''), 'fees_and_replacement_costs_url')).to.deep.equal(['left']);
    expect(
      became(from({ terms_of_trade_url: 'entity:node/1' }), 'terms_of_trade_url'),
    ).to.deep.equal(['decide terms-url']);
  });

  it('no payment site: no button', () => {
    const outcome = from({ payment_site_url: '', payment_site_button_label: 'Betal' });
    expect(outcome.arrangement.settings).to.deep.equal({});
    expect(outcome.arrangement.texts.da).to.deep.equal({});
    expect(became(outcome, 'payment_site_url')).to.deep.equal(['decide oir-payment-url']);
    expect(became(outcome, 'payment_site_button_label')).to.deep.equal(['left']);
  });

  it('a payment site that is a page in Drupal is to be decided', () => {
    const outcome = from({ payment_site_url: 'internal:/betal' });
    expect(became(outcome, 'payment_site_url')).to.deep.equal(['decide oir-payment-url']);
  });

  it('what earlier versions called otherwise is known', () => {
    const url = 'https://betaling.example/mig';
    const old = from({
      payment_overview_url: url,
      terms_of_trade_text: 'Vilkår',
      available_payment_types_url: '/kort',
    });
    expect(old.arrangement.settings).to.include({ oirPaymentUrl: url });
    expect(old.arrangement.texts.da).to.deep.equal({ terms: 'Vilkår' });
    expect(became(old, 'payment_overview_url')).to.deep.equal(['taken oir-payment-url']);
    expect(became(old, 'terms_of_trade_text')).to.deep.equal(['taken texts.da.terms']);
    expect(became(old, 'available_payment_types_url')).to.deep.equal(['left']);

    const both = from({ payment_site_url: url, payment_overview_url: 'https://old.example/' });
    expect(both.arrangement.settings).to.include({ oirPaymentUrl: url });
    expect(became(both, 'payment_overview_url')).to.deep.equal(['left']);
    expect(became(from({ terms_of_trade_text: '' }), 'terms_of_trade_text')).to.deep.equal([
      'left',
    ]);
  });

  it('its own words are not the library’s', () => {
    const outcome = from({
      payment_site_url: 'https://betaling.example/',
      payment_site_button_label: 'Go to payment page',
      fee_list_body_text:
        'Fees and replacement costs are handled through the new system "Mit betalingsoverblik"',
    });
    expect(outcome.arrangement.texts.da).to.deep.equal({});
    expect(became(outcome, 'payment_site_button_label')).to.deep.equal(['left']);
    expect(became(outcome, 'fee_list_body_text')).to.deep.equal(['left']);
    expect(became(from({ payment_site_url: '' }), 'fee_list_body_text')).to.deep.equal(['left']);
  });
});

describe('Taking over: nonsense', () => {
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
    it(`${what}: says what to do`, () => {
      const outcome = takeOver(pasted);
      if (!isNotTaken(outcome)) throw new Error('taken');
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
    it(`20,000 characters of ${JSON.stringify(piece)} are answered`, () => {
      const much = piece.repeat(20_000 / piece.length);
      for (const before of [
        '',
        'ding_debt_introtext: ',
        'ding_debt_introtext:\n  value: ',
        'ding_debt_introtext: Array\n(\n    [value] => ',
        'ding_debt_introtext: Array',
      ]) {
        takeOver(before + much);
        takeOver(`${before}${much}x`);
      }
      takeOver(JSON.stringify({ ...FULL, ding_debt_external_extra_information: much }));
    });
  }

  it('values of every kind are borne', () => {
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

describe('Taking over: whatever is pasted', () => {
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

  const isAnswered = (pasted: string): void => {
    const outcome = takeOver(pasted);
    if (isNotTaken(outcome)) expect(outcome.problem.da).not.to.equal('');
    else expect(outcome.lines).not.to.deep.equal([]);
  };

  it('any text is answered', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), isAnswered), {
      numRuns: 500,
    });
    fc.assert(fc.property(fc.string({ maxLength: 400 }), isAnswered), { numRuns: 500 });
  });

  it('any lines of known names are answered', () => {
    const lines = fc.array(line, { maxLength: 8 }).map((all) => all.join('\n'));
    fc.assert(fc.property(lines, isAnswered), { numRuns: 300 });
  });

  it('any part of a good one is answered', () => {
    const part = fc.tuple(
      fc.constantFrom(NESTED, PRINTED, FLAT, DPL_YAML),
      fc.nat(2000),
      fc.nat(2000),
    );
    fc.assert(
      fc.property(part, ([all, start, end]) => isAnswered(all.slice(start, end))),
      { numRuns: 300 },
    );
  });

  /** Addresses and attributes that run, in HTML as a browser reads it. */
  const runs = (written: string): boolean => {
    const { body } = new DOMParser().parseFromString(written, 'text/html');
    return [...body.querySelectorAll('*')].some(
      (element) =>
        !/^(P|BR|A|STRONG|B|EM|I|UL|OL|LI|H2|H3|H4)$/.test(element.tagName) ||
        [...element.attributes].some(
          ({ name, value: address }) =>
            name !== 'href' || /^(javascript|data|vbscript):/i.test(new URL(address, PAGE).href),
        ),
    );
  };

  it('nothing that runs survives, and the widget takes the rest', () => {
    const variables = fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 8 });
    fc.assert(
      fc.property(variables, (old) => {
        const all = { ding_debt_enable_external: 1, ding_debt_enable_external_button: 1, ...old };
        const outcome = takeOver(JSON.stringify(all));
        if (isNotTaken(outcome)) return;
        const { slots } = outcome.arrangement;
        for (const slot of Object.values(slots)) expect(runs(slot), slot).to.equal(false);
        expect(objections(outcome.arrangement)).to.deep.equal([]);
      }),
      { numRuns: 500 },
    );
  });

  for (const attack of HOSTILE.slice(0, 9)) {
    it(`nothing is left of ${attack}`, () => {
      for (const name of Object.keys(FULL)) {
        const outcome = takeOver(JSON.stringify({ ...FULL, [name]: `Ord ${attack}` }));
        if (isNotTaken(outcome)) throw new Error('not taken');
        const { settings, slots, texts } = outcome.arrangement;
        const out = JSON.stringify([settings, slots, texts]);
        expect(out).not.to.match(/<script|onerror|javascript:/i);
      }
    });
  }
});
