import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { formatValue } from '../../src/config/problem.js';
import { attributeOf, SETTING_NAMES, type SettingName } from '../../src/config/settings.js';
import { configured } from './given.js';

const served = { 'fees-url': '/fees' };

/** The settings with a problem. */
const problemsOf = (config: unknown, json?: string, attributes = {}): readonly string[] =>
  configured({ ...served, ...attributes }, config, json).problems.map(({ setting }) => setting);

describe('CONTRACT 2, Configuration as JSON: attribute, then config, then JSON child, then default', () => {
  const rows: readonly [SettingName, attribute: string, config: unknown, json: unknown][] = [
    ['systems', 'oir', 'dibs', 'both'],
    ['oirPaymentName', 'A', 'B', 'C'],
    ['switchDate', '2021-01-01', '2022-01-01', '2023-01-01'],
    ['helpUrl', '/a', '/b', '/c'],
    ['headingLevel', '3', 4, 5],
    ['registrationHours', '1', '2', 3],
  ];
  for (const [name, attribute, config, json] of rows) {
    it(`${name}`, () => {
      const child = JSON.stringify({ [name]: json });
      const value = (...raw: Parameters<typeof configured>): unknown =>
        configured(...raw).settings[name];
      const number = typeof json === 'number';
      const attributes = { [attributeOf(name)]: attribute };
      expect(value(attributes, { [name]: config }, child)).to.equal(
        number ? +attribute : attribute,
      );
      expect(value({}, { [name]: config }, child)).to.equal(number ? Number(config) : config);
      expect(value({}, {}, child)).to.equal(json);
      expect(value({}, undefined, child)).to.equal(json);
    });
  }

  it('accepts every setting in camelCase', () => {
    const config = { headingLevel: 5, mobilepay: true, paymentOrigins: 'https://pay.example' };
    const { settings, problems } = configured(served, config);
    expect(problems).to.deep.equal([]);
    expect(settings.paymentOrigins).to.deep.equal(['https://pay.example']);
    expect(settings).to.include({ headingLevel: 5, mobilepay: true });
  });

  it('empty, null or undefined means not set, and the next source is used', () => {
    for (const nothing of ['', '  ', null, undefined]) {
      const { settings, problems } = configured(
        { ...served, 'oir-payment-name': '' },
        { oirPaymentName: nothing },
        '{"oirPaymentName":"C"}',
      );
      expect(settings.oirPaymentName).to.equal('C');
      expect(problems).to.deep.equal([]);
    }
  });

  it('a bad value falls back to the default, not to the next source', () => {
    const { settings, problems } = configured(
      { ...served, 'dibs-payment-url': 'javascript:alert(1)', systems: 'all' },
      { dibsPaymentUrl: '/pay', systems: 'oir' },
    );
    expect(settings.dibsPaymentUrl).to.be.undefined;
    expect(settings.systems).to.equal('both');
    expect(problems).to.have.length(2);
  });

  it('mobilepay: false in config overrides the JSON child, and the attribute overrides both', () => {
    const mobilepay = (attributes: object, config: unknown): boolean =>
      configured({ ...served, ...attributes }, config, '{"mobilepay":true}').settings.mobilepay;
    expect(mobilepay({}, { mobilepay: false })).to.be.false;
    expect(mobilepay({}, {})).to.be.true;
    expect(mobilepay({ mobilepay: '' }, { mobilepay: false })).to.be.true;
    expect(problemsOf({ mobilepay: false })).to.deep.equal([]);
  });

  it('an object or a function as a value is a problem', () => {
    for (const value of [{}, [], ['https://pay.example'], () => '/fees', new Date()]) {
      const { settings, problems } = configured(served, { helpUrl: value, oirPaymentName: value });
      expect(problems.map(({ setting }) => setting)).to.have.members([
        'help-url',
        'oir-payment-name',
      ]);
      expect(settings.oirPaymentName).to.be.undefined;
    }
  });
});

describe('CONTRACT 2: a problem has the setting, the value and what is accepted', () => {
  it('for a bad attribute', () => {
    expect(configured({ ...served, 'switch-date': '1/12-2021' }).problems).to.deep.equal([
      {
        setting: 'switch-date',
        value: '1/12-2021',
        message: 'takes a date as YYYY-MM-DD, e.g. 2021-12-01; it is ignored',
      },
    ]);
  });

  it('for an unknown setting', () => {
    expect(problemsOf({ 'fees-url': '/x', feesURL: '/x' })).to.deep.equal(['config', 'config']);
    expect(problemsOf(undefined, '{"feesURL":"/x"}')).to.deep.equal(['JSON child']);
    expect(problemsOf(undefined, '{"__proto__":{"helpUrl":"/x"}}')).to.deep.equal(['JSON child']);
    const [problem] = configured(served, { feesURL: '/x' }).problems;
    expect(problem?.value).to.equal('feesURL');
  });

  it('for broken JSON, with the reason of the browser', () => {
    const [problem] = configured(served, undefined, '{"systems": "oir",}').problems;
    expect(problem?.message).to.match(/^cannot be read: \S.* JSON.*; it is ignored$/);
  });

  it('for a token in the configuration, without the token', () => {
    const { problems } = configured(served, { token: 'secret', getToken: () => 'secret' });
    expect(problems.map(({ value }) => value)).to.deep.equal(['token', 'getToken']);
    expect(JSON.stringify(problems)).not.to.include('secret');
  });

  for (const json of ['{', '{"systems": "oir",}', 'systems: oir', '[1]', '5', '"x"', 'true']) {
    it(`for the JSON child ${json}`, () => {
      expect(problemsOf(undefined, json)).to.deep.equal(['JSON child']);
      expect(configured({ systems: 'oir' }, { view: 'summary' }, json).settings).to.include({
        systems: 'oir',
        view: 'summary',
      });
    });
  }

  for (const json of [undefined, '', ' \n ', 'null', '{}']) {
    it(`but not for the JSON child ${JSON.stringify(json)}`, () => {
      expect(problemsOf(undefined, json)).to.deep.equal([]);
    });
  }

  for (const config of ['{"systems":"oir"}', 5, true, [], () => ({}), Symbol('x')]) {
    it(`for config that is ${typeof config} ${String(config)}`, () => {
      expect(problemsOf(config)).to.deep.equal(['config']);
    });
  }
});

describe('CONTRACT 2: a bad value never throws', () => {
  const thrown = (): never => {
    throw new Error('hostile');
  };
  const loop: Record<string, unknown> = {};
  loop.loop = loop.texts = loop.helpUrl = loop;
  const trap = new Proxy({}, { ownKeys: thrown, get: thrown, getOwnPropertyDescriptor: thrown });
  const { proxy: revoked, revoke } = Proxy.revocable({}, {});
  revoke();
  const hostile: Record<string, unknown> = {
    'a getter': Object.defineProperty({}, 'systems', { enumerable: true, get: thrown }),
    'a getter among texts': {
      texts: Object.defineProperty({}, 'heading', { enumerable: true, get: thrown }),
    },
    'a getter in a language': {
      texts: { da: Object.defineProperty({}, 'heading', { enumerable: true, get: thrown }) },
    },
    'a proxy': trap,
    'a proxy that is gone': revoked,
    'a proxy for a value': { helpUrl: trap },
    'a proxy for texts': { texts: trap },
    'a proxy that is gone for texts': { texts: revoked },
    'a proxy for a language': { texts: { en: trap } },
    'a loop': loop,
    'a value that is no text': {
      helpUrl: { toString: thrown },
      view: { [Symbol.toPrimitive]: thrown },
    },
    symbols: {
      helpUrl: Symbol('x'),
      texts: { heading: Symbol('x'), da: Symbol('x') },
      [Symbol('x')]: 1,
    },
    'big integers': { headingLevel: 3n, texts: 5n },
    'no prototype': Object.assign(Object.create(null), { helpUrl: Object.create(null) }),
  };
  for (const [name, config] of Object.entries(hostile)) {
    it(`${name}`, () => {
      expect(() => configured(served, config)).not.to.throw();
      for (const { value } of configured(served, config).problems) {
        expect(formatValue(value)).to.be.a('string');
      }
    });
  }

  it('for any config', () => {
    const known = fc.dictionary(fc.constantFrom(...SETTING_NAMES, 'texts'), fc.anything());
    const texts = fc.dictionary(fc.constantFrom('da', 'en', 'heading', 'nonsense'), fc.anything());
    const config = fc.oneof(fc.anything(), known, fc.record({ texts }));
    fc.assert(
      fc.property(config, fc.oneof(fc.string(), fc.json()), (raw, json) => {
        const { settings, problems } = configured(served, raw, json);
        expect(Object.keys(settings)).to.have.members([...SETTING_NAMES]);
        for (const { value } of problems) expect(formatValue(value).length).to.be.at.most(81);
      }),
      { numRuns: 1000 },
    );
  });

  it('for any attribute, and a bad one is named', () => {
    const attribute = fc.constantFrom(...SETTING_NAMES).map(attributeOf);
    fc.assert(
      fc.property(attribute, fc.string(), (name, raw) => {
        const { problems } = configured({ ...served, [name]: raw });
        for (const { setting, value } of problems) {
          expect(setting).to.equal(name);
          expect(value).to.equal(raw.trim() || name === 'mobilepay' ? raw : null);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('every value can be formatted, in at most one line’s length', () => {
    expect(formatValue('x'.repeat(81))).to.equal(`${'x'.repeat(80)}…`);
    expect(formatValue('x'.repeat(80))).to.equal('x'.repeat(80));
    expect(formatValue({ a: [1, null] })).to.equal('{"a":[1,null]}');
    expect(formatValue(undefined)).to.equal('undefined');
    for (const value of [loop, trap, revoked, 5n, Symbol('x'), thrown, { toJSON: thrown }]) {
      expect(formatValue(value)).to.be.a('string');
    }
    fc.assert(fc.property(fc.anything(), (value) => formatValue(value).length <= 81));
  });
});
