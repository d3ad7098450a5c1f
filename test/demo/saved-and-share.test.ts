import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { deflateSync, Inflate } from 'fflate';
import sinon from 'sinon';
import type { WorkbenchState } from '../../demo/workbench/state.js';
import {
  lossMessage,
  fromSaved,
  toSaved,
  VERSION,
  type Restored,
} from '../../demo/workbench/saved.js';
import { fitsLink, fragmentOf, openFragment } from '../../demo/workbench/share.js';
import { present } from '../core/given.js';
import { BASE, workbenchStates } from './state-fixtures.js';

/** Serialises and parses a value, as for a file. */
const roundTrip = (saved: unknown): unknown => JSON.parse(JSON.stringify(saved));

const restored = (saved: unknown, base = BASE): Restored => present(fromSaved(saved, base));

/** Another state, of which nothing may remain. */
const OTHER: WorkbenchState = {
  project: { library: 'Andet', examples: ['feesUrl'], ticked: [7] },
  arrangement: {
    settings: { feesUrl: '/other' },
    texts: { da: { heading: 'Andet' }, en: { heading: 'Other' } },
    slots: { intro: 'Andet' },
    tokens: { '--ddb-debt-muted': 'red' },
  },
  simulation: { ...BASE.simulation, scenario: 'many', answer: '[1]', dibs: 'network' },
  pageOptions: {
    ...BASE.pageOptions,
    scheme: 'dark',
    page: { background: 'a', text: 'b', font: 'c' },
  },
};

/** A part of a saved state, as another version might have saved it. */
const part = (arrangement: object, others: object = {}) => ({
  workbench: VERSION,
  bench: { arrangement, ...others },
});

const withAnswer = (length: number): WorkbenchState => ({
  ...BASE,
  simulation: { ...BASE.simulation, answer: 'x'.repeat(length) },
});

const linkOf = (text: string): string => {
  const packed = deflateSync(new TextEncoder().encode(text));
  return `#1.${btoa(String.fromCharCode(...packed))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')}`;
};

/** Expects that the state is complete, and contains nothing that `fromSaved` would reject. */
function isValidState(state: WorkbenchState): void {
  const again = restored(roundTrip(toSaved(state)));
  expect(again.lost).to.deep.equal([]);
  expect(again.state.arrangement).to.deep.equal(state.arrangement);
}

describe('The workbench: saved and restored', () => {
  it('restores the state', () => {
    fc.assert(
      fc.property(workbenchStates, (state) => {
        expect(fromSaved(roundTrip(toSaved(state)), BASE)).to.deep.equal({ state, lost: [] });
      }),
    );
  });

  it('restores the state over any other', () => {
    fc.assert(
      fc.property(workbenchStates, (state) => {
        expect(restored(roundTrip(toSaved(state)), OTHER).state).to.deep.equal(state);
      }),
    );
  });

  it('returns undefined for anything else', () => {
    const none = [null, undefined, 7, 'x', [], {}, { workbench: 1 }, { bench: {} }];
    const odd = [
      { workbench: '1', bench: {} },
      { workbench: 1, bench: null },
      { workbench: 1, bench: 'x' },
    ];
    for (const one of [...none, ...odd]) expect(fromSaved(one, BASE)).to.equal(undefined);
  });

  it('keeps the current values of parts that are not saved', () => {
    const { state, lost } = restored({ workbench: VERSION, bench: {} });
    expect(lost).to.deep.equal([]);
    expect(state.simulation).to.deep.equal(BASE.simulation);
    expect(state.pageOptions).to.deep.equal(BASE.pageOptions);
    expect(present(state).arrangement.settings).to.deep.equal({});
  });

  const unknown: readonly (readonly [what: string, saved: object, lost: readonly string[]])[] = [
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
    ['a part of the state', part({}, { weather: {} }), ['weather']],
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
  for (const [what, saved, lost] of unknown) {
    it(`lists unknown parts: ${what}`, () => {
      const outcome = restored(roundTrip(saved));
      expect(outcome.lost).to.deep.equal(lost);
      isValidState(outcome.state);
    });
  }

  it('has no examples in a link from before examples were saved', () => {
    expect(restored(part({})).state.project).to.deep.equal({
      library: '',
      examples: [],
      ticked: [],
    });
  });

  it('restores the known parts', () => {
    const settings = { feesUrl: '/fees', wine: 'red', helpUrl: 7, switchDate: '2021-12-01' };
    const { state, lost } = restored(
      part(
        { settings, texts: { da: { heading: '', wine: 'x' } } },
        { rehearsal: { scenario: 'rain', pace: 'slow' } },
      ),
    );
    expect(present(state).arrangement.settings).to.deep.equal({
      feesUrl: '/fees',
      switchDate: '2021-12-01',
    });
    expect(state.arrangement.texts).to.deep.equal({ da: { heading: '' }, en: {} });
    expect(state.simulation).to.deep.equal({ ...BASE.simulation, pace: 'slow' });
    expect(lost).to.have.members([
      'settings.wine',
      'settings.helpUrl',
      'texts.da.wine',
      'rehearsal.scenario',
    ]);
  });

  it('is safe from prototype pollution', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype'];
    const evil = `{${names.map((name) => `"${name}": {"polluted": "x"}`).join()}}`;
    const text = `{"workbench": 1, "__proto__": {"polluted": "x"}, "bench": {"__proto__": {"polluted": "x"}, "arrangement":
      {"__proto__": {"polluted": "x"}, "settings": ${evil}, "texts": {"da": ${evil}, "__proto__": ${evil}}, "slots": ${evil}, "tokens": ${evil}},
      "rehearsal": ${evil}, "surroundings": {"page": ${evil}, "constructor": ${evil}}}}`;
    const { state, lost } = restored(JSON.parse(text));
    expect({}).not.to.have.property('polluted');
    expect(JSON.stringify(state)).not.to.include('polluted');
    for (const one of [state, state.arrangement, state.arrangement.settings, state.simulation]) {
      expect(one).not.to.have.property('polluted');
      expect(Object.getPrototypeOf(one)).to.equal(Object.prototype);
    }
    for (const name of names.slice(1)) expect(lost).to.include(`settings.${name}`);
  });

  it('accepts anything, and returns a valid state', () => {
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
      fc.property(own, (bench) => isValidState(restored({ workbench: 1, bench }).state)),
      { numRuns: 500 },
    );
    fc.assert(fc.property(fc.anything(), (saved) => void fromSaved(saved, BASE)));
  });

  it('reports what was lost, and that another version saved it', () => {
    expect(lossMessage([], 2)).to.equal(undefined);
    const loss = present(lossMessage(['a', 'b'], VERSION));
    expect(loss.da)
      .to.match(/kender: a, b\.$/)
      .and.not.to.include('anden udgave');
    expect(loss.en)
      .to.match(/know: a, b\.$/)
      .and.not.to.include('another version');
    expect(present(lossMessage(['a'], VERSION + 1)).da).to.include('anden udgave');
    expect(present(lossMessage(['a'], VERSION + 1)).en).to.include('another version');
    const many = present(lossMessage(['a', 'b', 'c', 'd', 'e', 'f'], VERSION));
    expect(many.en).to.include('a, b, c, d, e …').and.not.to.include('f.');
  });
});

describe('The workbench: a link', () => {
  it('contains the state', () => {
    fc.assert(
      fc.property(workbenchStates, (state) => {
        const fragment = fragmentOf(state);
        expect(fragment).to.match(/^#1\.[\w-]+$/);
        expect(openFragment(fragment, BASE)).to.deep.equal({ state, message: undefined });
        expect(openFragment(fragment, OTHER).state).to.deep.equal(state);
      }),
      { numRuns: 60 },
    );
  });

  it('is short for the initial state', () => {
    expect(fragmentOf(BASE).length).to.be.below(1200);
  });

  it('leaves out only an answer that is too long', () => {
    expect(fitsLink(BASE)).to.equal(true);
    expect(fitsLink(withAnswer(60_000))).to.equal(true);
    expect(fitsLink(withAnswer(60_001))).to.equal(false);
    expect(openFragment(fragmentOf(withAnswer(60_000)), OTHER).state).to.deep.equal(
      withAnswer(60_000),
    );
    expect(openFragment(fragmentOf(withAnswer(60_001)), BASE)).to.deep.equal({
      state: BASE,
      message: undefined,
    });
  });

  it('is ignored without a message if the fragment is something else', () => {
    for (const fragment of ['', '#', '#app', '#debts', '#.1']) {
      expect(openFragment(fragment, OTHER)).to.deep.equal({});
    }
  });

  it('is rejected if it contains something else', () => {
    const texts = ['null', '[]', '{}', '7', '', 'x', '{"workbench":1}', '{"workbench":1,"bench":'];
    for (const fragment of ['#1', '#1.', '#1.x', '#1.!', '#1.AAAA', '#7', ...texts.map(linkOf)]) {
      const { state, message } = openFragment(fragment, OTHER);
      expect(state, fragment).to.be.undefined;
      expect(present(message).da).to.include('ikke helt');
      expect(present(message).en).to.include('not whole');
    }
  });

  it('reports unknown parts', () => {
    const saved = JSON.stringify(part({ settings: { feesUrl: '/x', wine: 'red' } }));
    const { state, message } = openFragment(linkOf(saved), BASE);
    expect(present(state).arrangement.settings).to.deep.equal({ feesUrl: '/x' });
    expect(present(message).en).to.include('settings.wine').and.not.to.include('another version');
    const newer = openFragment(linkOf(saved).replace('#1', '#2'), BASE);
    expect(present(newer.message).en).to.include('settings.wine').and.to.include('another version');
  });

  const link = fragmentOf({
    ...OTHER,
    arrangement: { ...OTHER.arrangement, settings: BASE.arrangement.settings },
  });

  it('is rejected if it is truncated anywhere', () => {
    for (let length = 2; length < link.length; length++) {
      const { state, message } = openFragment(link.slice(0, length), BASE);
      // Some bits of the last character can be unused.
      if (message || length < link.length - 1) {
        expect(state, `${length} of ${link.length}`).to.be.undefined;
        expect(present(message).en).to.include('not whole');
      }
    }
  });

  it('is a valid state or rejected if it is changed anywhere', () => {
    const character = fc.constantFrom(...'AZaz09-_+/=.#% ');
    const place = fc.integer({ min: 3, max: link.length - 1 });
    fc.assert(
      fc.property(place, character, (at, other) => {
        const { state, message } = openFragment(
          link.slice(0, at) + other + link.slice(at + 1),
          BASE,
        );
        if (!state) expect(present(message).da).to.include('ikke helt');
        else isValidState(state);
      }),
      { numRuns: 400 },
    );
  });

  it('is rejected before it is fully unpacked if it is too large', () => {
    const bomb = deflateSync(new Uint8Array(20_000_000).fill(32), { level: 9 });
    let binary = '';
    for (const byte of bomb) binary += String.fromCharCode(byte);
    const fragment = `#1.${btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`;
    const push = sinon.spy(Inflate.prototype, 'push');
    const { state, message } = openFragment(fragment, BASE);
    push.restore();
    const unpacked = push.args.reduce((sum, [piece]) => sum + piece.length, 0);
    expect(unpacked).to.be.within(1, bomb.length / 4);
    expect(state).to.be.undefined;
    expect(present(message).en).to.include('not whole');
  }).timeout(20_000);
});
