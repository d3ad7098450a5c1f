import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { configured } from '../../demo/workbench/configured.js';
import { jsonOf } from '../../demo/workbench/export/json.js';
import { cssOf, markupOf, slotFragment, tagOf } from '../../demo/workbench/export/markup.js';
import { packageFiles } from '../../demo/workbench/export/package.js';
import { reactOf } from '../../demo/workbench/export/react.js';
import { parseConfiguration } from '../../demo/workbench/parse-configuration.js';
import type { WorkbenchState } from '../../demo/workbench/state.js';
import { day, present } from '../core/given.js';
import { arranged, arrangements, BASE } from './state-fixtures.js';

const SCRIPT = { name: 'ddb-debt-overview-1.2.3.js', integrity: 'sha384-abc' };
const TODAY = day('2026-11-23');

const filesOf = (
  state: WorkbenchState,
  must = [{ da: 'Ret det.', en: 'Correct it.' }],
  theme?: { id: string; css: string },
) =>
  packageFiles({
    state,
    configuration: configured(state.arrangement),
    today: TODAY,
    extra: [],
    script: SCRIPT,
    theme,
    must: must.map((message) => ({ priority: 'must', message, tab: 'setup' })),
  });

const withTheme = (tokens: Readonly<Record<string, string>>): WorkbenchState => ({
  ...BASE,
  arrangement: { ...BASE.arrangement, tokens },
});

describe('Export: the package', () => {
  it('has the script by its versioned name, with its hash', () => {
    const html = present(filesOf(BASE)['indsaet.html']);
    expect(html).to.include(
      '<script type="module" src="ddb-debt-overview-1.2.3.js" integrity="sha384-abc" crossorigin="anonymous"></script>',
    );
    expect(html).to.include('\n<!-- Login mangler.').and.include('<ddb-debt-overview\n');
  });

  it('has instructions in Danish that name every file, and what must be corrected', () => {
    const files = filesOf({ ...BASE, project: { ...BASE.project, library: 'Fjordby Bibliotek' } });
    const readme = present(files['LAESMIG.txt']);
    for (const name of [...Object.keys(files), SCRIPT.name].filter(
      (one) => one !== 'LAESMIG.txt',
    )) {
      expect(readme).to.include(`- ${name}: `);
    }
    expect(readme).to.match(
      /^\ufeffMellemværender – Fjordby Bibliotek\nHentet den 23\. november 2026\n/,
    );
    expect(readme).to.include('SKAL RETTES FØRST\n- Ret det.\n').and.include('sha384-abc');
    expect(filesOf(BASE, [])['LAESMIG.txt']).not.to.include('RETTES FØRST');
  });

  it('has the link to log in, or says where to write it', () => {
    const slots = { login: '<a href="/login">Log ind</a>' };
    const files = filesOf({ ...BASE, arrangement: { ...BASE.arrangement, slots } });
    expect(files['indsaet.html']).to.include(
      '<div slot="login"><a href="/login">Log ind</a></div>',
    );
    expect(files['indsaet.html']).not.to.include('Login mangler');
    expect(files['LAESMIG.txt']).to.include('Se efter, at linket til login');
    expect(filesOf(BASE)['LAESMIG.txt']).to.include('<a slot="login" href="...">');
  });

  it('has the style sheet of a chosen theme, or the library’s own values', () => {
    const own = filesOf(withTheme({ '--ddb-debt-action': '#123456' }));
    const themed = filesOf(BASE, [], { id: 'dpl', css: ':root {}' });
    expect(themed['dpl.css']).to.equal(':root {}');
    expect(themed['LAESMIG.txt']).to.include('<link rel="stylesheet" href="dpl.css">');
    expect(own['mellemvaerender.css']).to.include('#123456');
    expect(Object.keys(own)).not.to.include('dpl.css');
    expect(Object.keys(filesOf(BASE)).filter((name) => name.endsWith('.css'))).to.deep.equal([]);
  });

  it('restores the setup from its files', () => {
    const files = filesOf(BASE);
    for (const name of ['opsaetning.json', 'indsaet.html', 'config.json']) {
      const { state } = present(parseConfiguration(present(files[name]), BASE));
      expect(state.arrangement.settings, name).to.deep.equal(BASE.arrangement.settings);
      expect(state.project.examples, name).to.have.members(BASE.project.examples);
    }
  });
});

describe('Export: ASCII', () => {
  it('is all that the code has, for any arrangement', () => {
    fc.assert(
      fc.property(arrangements, (arrangement) => {
        for (const code of [
          markupOf(arrangement),
          tagOf(arrangement),
          jsonOf(arrangement),
          reactOf(arrangement),
          cssOf(arrangement),
        ]) {
          expect(code).to.match(/^[\0-\x7f]*$/);
        }
      }),
    );
    const texts = { da: { heading: 'Gæld på 🎉' }, en: {} };
    expect(tagOf(arranged({ texts }))).to.include('G\\u00e6ld p\\u00e5 \\ud83c\\udf89');
    const settings = { oirPaymentName: 'Åbent Overblik' };
    expect(tagOf(arranged({ settings }))).to.include('"&#197;bent Overblik"');
  });

  it('keeps the names in a style sheet', () => {
    const tokens = { '--ddb-debt-font': '"Blå Skrift", serif' };
    const css = cssOf(arranged({ tokens }));
    expect(css).to.include('Bl\\e5  Skrift');
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      css.replace('ddb-debt-overview', 'i').replace('--ddb-debt-font', 'font-family'),
    );
    expect((sheet.cssRules[0] as CSSStyleRule).style.fontFamily).to.equal('"Blå Skrift", serif');
  });
});

describe('Slots: phone numbers', () => {
  const linked = (html: string): string => {
    const box = document.createElement('div');
    box.append(slotFragment(html));
    return box.innerHTML;
  };

  for (const [html, expected] of [
    ['Ring 88 88 00 00.', 'Ring <a href="tel:+4588880000">88 88 00 00</a>.'],
    ['<p>+45 88 88 00 00</p>', '<p><a href="tel:+4588880000">+45 88 88 00 00</a></p>'],
    ['+4588880000', '<a href="tel:+4588880000">+4588880000</a>'],
    [
      '88 88 00 00 og 22 33 44 55',
      '<a href="tel:+4588880000">88 88 00 00</a> og <a href="tel:+4522334455">22 33 44 55</a>',
    ],
  ] as const) {
    it(`are links: ${html}`, () => expect(linked(html)).to.equal(expected));
  }

  for (const html of [
    '<a href="/kontakt">88 88 00 00</a>',
    'CVR 88880000',
    '88 88 00 00 11',
    '1288 88 00 00 1',
    '08 88 00 00',
    '2026 2027',
    '88-88-00-00',
  ]) {
    it(`are left: ${html}`, () => expect(linked(html)).to.equal(html));
  }
});
