import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { deflateSync, Inflate } from 'fflate';
import sinon from 'sinon';
import type { Bench } from '../../demo/workbench/bench.js';
import { lossOf, restore, saved, VERSION, type Restored } from '../../demo/workbench/saved.js';
import { fitsLink, fragmentOf, openFragment } from '../../demo/workbench/share.js';
import { present } from '../core/given.js';
import { BASE, benches } from './bench-given.js';

/** Written and read again, as a file is. */
const through = (written: unknown): unknown => JSON.parse(JSON.stringify(written));

const restored = (written: unknown, base = BASE): Restored => present(restore(written, base));

/** Another bench, none of whose own may stay. */
const OTHER: Bench = {
  arrangement: {
    settings: { feesUrl: '/other' },
    texts: { da: { heading: 'Andet' }, en: { heading: 'Other' } },
    slots: { intro: 'Andet' },
    tokens: { '--ddb-debt-muted': 'red' },
  },
  rehearsal: { ...BASE.rehearsal, scenario: 'many', answer: '[1]', dibs: 'offline' },
  surroundings: {
    ...BASE.surroundings,
    scheme: 'dark',
    page: { background: 'a', text: 'b', font: 'c' },
  },
};

/** Something of a bench, as another version might have written it. */
const part = (arrangement: object, others: object = {}) => ({
  workbench: VERSION,
  bench: { arrangement, ...others },
});

const withAnswer = (length: number): Bench => ({
  ...BASE,
  rehearsal: { ...BASE.rehearsal, answer: 'x'.repeat(length) },
});

const linkOf = (text: string): string => {
  const packed = deflateSync(new TextEncoder().encode(text));
  return `#1.${btoa(String.fromCharCode(...packed))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')}`;
};

/** It has all that the workbench goes by, and nothing that `restore` would refuse. */
function isBench(bench: Bench): void {
  const again = restored(through(saved(bench)));
  expect(again.lost).to.deep.equal([]);
  expect(again.bench.arrangement).to.deep.equal(bench.arrangement);
}

describe('The workbench: saved and restored', () => {
  it('is the bench', () => {
    fc.assert(
      fc.property(benches, (bench) => {
        expect(restore(through(saved(bench)), BASE)).to.deep.equal({ bench, lost: [] });
      }),
    );
  });

  it('is the bench, whatever lies there already', () => {
    fc.assert(
      fc.property(benches, (bench) => {
        expect(restored(through(saved(bench)), OTHER).bench).to.deep.equal(bench);
      }),
    );
  });

  it('is none', () => {
    const none = [null, undefined, 7, 'x', [], {}, { workbench: 1 }, { bench: {} }];
    const odd = [
      { workbench: '1', bench: {} },
      { workbench: 1, bench: null },
      { workbench: 1, bench: 'x' },
    ];
    for (const one of [...none, ...odd]) expect(restore(one, BASE)).to.equal(undefined);
  });

  it('keeps what is there for what is not written', () => {
    const { bench, lost } = restored({ workbench: VERSION, bench: {} });
    expect(lost).to.deep.equal([]);
    expect(bench.rehearsal).to.deep.equal(BASE.rehearsal);
    expect(bench.surroundings).to.deep.equal(BASE.surroundings);
    expect(present(bench).arrangement.settings).to.deep.equal({});
  });

  const unknown: readonly (readonly [what: string, written: object, lost: readonly string[]])[] = [
    ['a setting', part({ settings: { wine: 'red' } }), ['settings.wine']],
    ['a text', part({ texts: { da: { 'oir.gone': 'x' } } }), ['texts.da.oir.gone']],
    [
      'a variant, which is no text',
      part({ texts: { en: { 'pay.open/paid': 'x' } } }),
      ['texts.en.pay.open/paid'],
    ],
    ['a language', part({ texts: { de: { heading: 'x' } } }), ['texts.de']],
    ['a slot', part({ slots: { header: 'x' } }), ['slots.header']],
    [
      'a token',
      part({ tokens: { '--other': 'x', color: 'red' } }),
      ['tokens.--other', 'tokens.color'],
    ],
    ['a scenario', part({}, { rehearsal: { scenario: 'rain' } }), ['rehearsal.scenario']],
    ['a fault', part({}, { rehearsal: { dibs: 'rain', oir: 'ok' } }), ['rehearsal.dibs']],
    ['a day', part({}, { rehearsal: { date: '2022-02-30' } }), ['rehearsal.date']],
    ['a rehearsal', part({}, { rehearsal: { weather: 1 } }), ['rehearsal.weather']],
    ['a width', part({}, { surroundings: { width: 391 } }), ['surroundings.width']],
    ['a page', part({}, { surroundings: { page: { text: 7 } } }), ['page.text']],
    ['a part of the bench', part({}, { weather: {} }), ['weather']],
    ['a part of the arrangement', part({ scripts: {} }), ['scripts']],
    [
      'a setting that is no text',
      part({ settings: { headingLevel: 3 } }),
      ['settings.headingLevel'],
    ],
    [
      'a setting that is very long',
      part({ settings: { lang: 'x'.repeat(20_001) } }),
      ['settings.lang'],
    ],
    ['settings that are none', part({ settings: 'x' }), ['settings']],
    ['texts that are none', part({ texts: 'x' }), ['texts']],
    ['texts of a language that are none', part({ texts: { da: 'x' } }), ['texts.da']],
    ['an arrangement that is none', { workbench: 1, bench: { arrangement: 'x' } }, ['arrangement']],
    ['surroundings that are none', part({}, { surroundings: 'x' }), ['surroundings']],
    ['a rehearsal that is none', part({}, { rehearsal: 'x' }), ['rehearsal']],
  ];
  for (const [what, written, lost] of unknown) {
    it(`names what it does not know: ${what}`, () => {
      const outcome = restored(through(written));
      expect(outcome.lost).to.deep.equal(lost);
      isBench(outcome.bench);
    });
  }

  it('keeps all the rest', () => {
    const settings = { feesUrl: '/fees', wine: 'red', helpUrl: 7, switchDate: '2021-12-01' };
    const { bench, lost } = restored(
      part(
        { settings, texts: { da: { heading: '', wine: 'x' } } },
        { rehearsal: { scenario: 'rain', pace: 'slow' } },
      ),
    );
    expect(present(bench).arrangement.settings).to.deep.equal({
      feesUrl: '/fees',
      switchDate: '2021-12-01',
    });
    expect(bench.arrangement.texts).to.deep.equal({ da: { heading: '' }, en: {} });
    expect(bench.rehearsal).to.deep.equal({ ...BASE.rehearsal, pace: 'slow' });
    expect(lost).to.have.members([
      'settings.wine',
      'settings.helpUrl',
      'texts.da.wine',
      'rehearsal.scenario',
    ]);
  });

  it('is not harmed by names that objects have', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype'];
    const evil = `{${names.map((name) => `"${name}": {"polluted": "x"}`).join()}}`;
    const text = `{"workbench": 1, "__proto__": {"polluted": "x"}, "bench": {"__proto__": {"polluted": "x"}, "arrangement":
      {"__proto__": {"polluted": "x"}, "settings": ${evil}, "texts": {"da": ${evil}, "__proto__": ${evil}}, "slots": ${evil}, "tokens": ${evil}},
      "rehearsal": ${evil}, "surroundings": {"page": ${evil}, "constructor": ${evil}}}}`;
    const { bench, lost } = restored(JSON.parse(text));
    expect({}).not.to.have.property('polluted');
    expect(JSON.stringify(bench)).not.to.include('polluted');
    for (const one of [bench, bench.arrangement, bench.arrangement.settings, bench.rehearsal]) {
      expect(one).not.to.have.property('polluted');
      expect(Object.getPrototypeOf(one)).to.equal(Object.prototype);
    }
    for (const name of names.slice(1)) expect(lost).to.include(`settings.${name}`);
  });

  it('takes anything, and what it gives is a bench', () => {
    const anything = fc.oneof(fc.anything(), fc.dictionary(fc.string(), fc.anything()));
    const own = fc.record(
      {
        arrangement: fc.oneof(
          anything,
          fc.record({ settings: anything, texts: anything, slots: anything, tokens: anything }),
        ),
        rehearsal: anything,
        surroundings: fc.oneof(anything, fc.record({ page: anything })),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(own, (bench) => isBench(restored({ workbench: 1, bench }).bench)),
      { numRuns: 500 },
    );
    fc.assert(fc.property(fc.anything(), (written) => void restore(written, BASE)));
  });

  it('says what was lost, and that it is of another version', () => {
    expect(lossOf([], 2)).to.equal(undefined);
    const loss = present(lossOf(['a', 'b'], VERSION));
    expect(loss.da)
      .to.match(/kender: a, b\.$/)
      .and.not.to.include('anden udgave');
    expect(loss.en)
      .to.match(/know: a, b\.$/)
      .and.not.to.include('another version');
    expect(present(lossOf(['a'], VERSION + 1)).da).to.include('anden udgave');
    expect(present(lossOf(['a'], VERSION + 1)).en).to.include('another version');
    const many = present(lossOf(['a', 'b', 'c', 'd', 'e', 'f'], VERSION));
    expect(many.en).to.include('a, b, c, d, e …').and.not.to.include('f.');
  });
});

describe('The workbench: a link', () => {
  it('carries the bench', () => {
    fc.assert(
      fc.property(benches, (bench) => {
        const fragment = fragmentOf(bench);
        expect(fragment).to.match(/^#1\.[\w-]+$/);
        expect(openFragment(fragment, BASE)).to.deep.equal({ bench, says: undefined });
        expect(openFragment(fragment, OTHER).bench).to.deep.equal(bench);
      }),
      { numRuns: 60 },
    );
  });

  it('is short for what the workbench begins with', () => {
    expect(fragmentOf(BASE).length).to.be.below(1200);
  });

  it('leaves out an answer that is too long, and only that', () => {
    expect(fitsLink(BASE)).to.equal(true);
    expect(fitsLink(withAnswer(60_000))).to.equal(true);
    expect(fitsLink(withAnswer(60_001))).to.equal(false);
    expect(openFragment(fragmentOf(withAnswer(60_000)), OTHER).bench).to.deep.equal(
      withAnswer(60_000),
    );
    expect(openFragment(fragmentOf(withAnswer(60_001)), BASE)).to.deep.equal({
      bench: BASE,
      says: undefined,
    });
  });

  it('that is none is not spoken of', () => {
    for (const fragment of ['', '#', '#app', '#debts', '#.1']) {
      expect(openFragment(fragment, OTHER)).to.deep.equal({});
    }
  });

  it('that carries something else is refused', () => {
    const texts = ['null', '[]', '{}', '7', '', 'x', '{"workbench":1}', '{"workbench":1,"bench":'];
    for (const fragment of ['#1', '#1.', '#1.x', '#1.!', '#1.AAAA', '#7', ...texts.map(linkOf)]) {
      const { bench, says } = openFragment(fragment, OTHER);
      expect(bench, fragment).to.be.undefined;
      expect(present(says).da).to.include('ikke helt');
      expect(present(says).en).to.include('not whole');
    }
  });

  it('says what it carries that is not known', () => {
    const written = JSON.stringify(part({ settings: { feesUrl: '/x', wine: 'red' } }));
    const { bench, says } = openFragment(linkOf(written), BASE);
    expect(present(bench).arrangement.settings).to.deep.equal({ feesUrl: '/x' });
    expect(present(says).en).to.include('settings.wine').and.not.to.include('another version');
    const newer = openFragment(linkOf(written).replace('#1', '#2'), BASE);
    expect(present(newer.says).en).to.include('settings.wine').and.to.include('another version');
  });

  const whole = fragmentOf({
    ...OTHER,
    arrangement: { ...OTHER.arrangement, settings: BASE.arrangement.settings },
  });

  it('that is cut off anywhere is refused', () => {
    for (let length = 2; length < whole.length; length++) {
      const { bench, says } = openFragment(whole.slice(0, length), BASE);
      // Of the last sign some bits may not count.
      if (says || length < whole.length - 1) {
        expect(bench, `${length} of ${whole.length}`).to.be.undefined;
        expect(present(says).en).to.include('not whole');
      }
    }
  });

  it('that is changed anywhere is a bench, or refused', () => {
    const sign = fc.constantFrom(...'AZaz09-_+/=.#% ');
    const place = fc.integer({ min: 3, max: whole.length - 1 });
    fc.assert(
      fc.property(place, sign, (at, other) => {
        const { bench, says } = openFragment(
          whole.slice(0, at) + other + whole.slice(at + 1),
          BASE,
        );
        if (!bench) expect(present(says).da).to.include('ikke helt');
        else isBench(bench);
      }),
      { numRuns: 400 },
    );
  });

  it('that would unpack to more than any bench is refused before much of it is unpacked', () => {
    const bomb = deflateSync(new Uint8Array(20_000_000).fill(32), { level: 9 });
    let binary = '';
    for (const byte of bomb) binary += String.fromCharCode(byte);
    const fragment = `#1.${btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`;
    const push = sinon.spy(Inflate.prototype, 'push');
    const { bench, says } = openFragment(fragment, BASE);
    push.restore();
    const unpacked = push.args.reduce((sum, [piece]) => sum + piece.length, 0);
    expect(unpacked).to.be.within(1, bomb.length / 4);
    expect(bench).to.be.undefined;
    expect(present(says).en).to.include('not whole');
  }).timeout(20_000);
});
