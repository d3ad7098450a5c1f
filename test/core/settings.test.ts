import { expect } from '@open-wc/testing';
import {
  attributeOf,
  SETTING_NAMES,
  SETTINGS,
  type SettingName,
} from '../../src/config/settings.js';
import { configure } from '../../src/config/configuration.js';
import { configured, settingsOf } from './given.js';

/** Avoids problems other than those of the setting under test. */
const served = { 'fees-url': '/fees' };

/** The value of a setting, or `!` if it is a problem. */
function valueOf(name: SettingName, raw: string): unknown {
  const attribute = attributeOf(name);
  const { settings, problems } = configured({
    ...served,
    ...(name === 'view' && { 'overview-url': '/debts' }),
    [attribute]: raw,
  });
  if (!problems.length) return settings[name];
  expect(settings[name], 'the safe default').to.deep.equal(configured(served).settings[name]);
  expect(problems).to.have.length(1);
  expect(problems[0]).to.include({ setting: attribute, value: raw });
  expect(problems[0]?.message).to.include(SETTINGS[name].takes);
  return '!';
}

describe('CONTRACT 2: attributes', () => {
  it('have the names of the contract', () => {
    const names =
      'fees-url dibs-fees-url oir-fees-url credentials systems channel switch-date dibs-end-date dibs-payment-url payment-origins mobilepay selection oir-payment-url oir-payment-name registration-hours terms-url rates-url help-url heading-level view overview-url fbi-url preview-date lang';
    expect(SETTING_NAMES.map(attributeOf)).to.have.members(names.split(' '));
  });

  it('have defaults', () => {
    const { settings, problems } = configured(served);
    expect(problems).to.deep.equal([]);
    const set = Object.entries(settings).filter(([, value]) => value !== undefined);
    expect(Object.fromEntries(set)).to.deep.equal({
      feesUrl: '/fees',
      credentials: 'same-origin',
      systems: 'both',
      channel: 'cms',
      paymentOrigins: [],
      mobilepay: false,
      selection: 'any',
      registrationHours: 72,
      headingLevel: 2,
      view: 'full',
    });
  });

  type Row = readonly [SettingName, good: readonly string[], bad: readonly string[]];
  const keywords: readonly Row[] = [
    [
      'credentials',
      ['omit', 'same-origin', 'include'],
      ['Include', 'none', 'omit include', 'true'],
    ],
    ['systems', ['both', 'dibs', 'oir'], ['all', 'DIBS', 'dibs,oir', 'øir']],
    ['channel', ['cms', 'app'], ['web', 'App']],
    ['selection', ['any', 'all'], ['none', 'true']],
    ['view', ['full', 'summary'], ['compact']],
    ['switchDate', ['2021-12-01', '2020-02-29'], ['1/12-2021', '2021-02-30', '2021-13-40', 'soon']],
    ['dibsEndDate', ['2022-07-01'], ['2022-07', '1899-11-30', '2022-07-01T00:00:00Z']],
    ['previewDate', ['2022-07-01'], ['today', '0001-01-01']],
    ['oirPaymentName', ['Mit Betalingsoverblik', '<b>x</b>'], []],
    ['lang', ['da', 'en-GB', 'kl'], []],
  ];
  for (const [name, good, bad] of keywords) {
    for (const value of good) {
      it(`${attributeOf(name)}="${value}"`, () => {
        expect(valueOf(name, value)).to.equal(value);
        expect(valueOf(name, `\n ${value} `), 'as a template may indent it').to.equal(value);
      });
    }
    for (const value of bad) {
      it(`${attributeOf(name)}="${value}" is a problem`, () => {
        expect(valueOf(name, value)).to.equal('!');
      });
    }
  }

  type NumberRow = readonly [SettingName, raw: string, value: number | '!'];
  const numbers: readonly NumberRow[] = [
    ...['1', '2', '3', '4', '5', '6'].map((level) => ['headingLevel', level, +level] as NumberRow),
    ...['0', '7', '9', '-1', '2.5', 'h2', '1e0', '0x2', 'NaN', 'Infinity', '٣'].map(
      (level) => ['headingLevel', level, '!'] as NumberRow,
    ),
    ['registrationHours', '0', 0],
    ['registrationHours', '24', 24],
    ['registrationHours', '1.5', 1.5],
    ['registrationHours', '-24', '!'],
    ['registrationHours', '72 timer', '!'],
    ['registrationHours', '1000000', '!'],
  ];
  for (const [name, raw, value] of numbers) {
    it(`${attributeOf(name)}="${raw}" ${value === '!' ? 'is a problem' : `is ${value}`}`, () => {
      expect(valueOf(name, raw)).to.equal(value);
    });
  }

  it('mobilepay is set by an empty value, or by "true"', () => {
    for (const raw of ['', 'true', 'mobilepay']) {
      expect(valueOf('mobilepay', raw), raw).to.equal(true);
    }
    expect(settingsOf().mobilepay).to.be.false;
  });

  it('mobilepay="false" does not switch it on', () => {
    for (const raw of ['false', '0', 'no', 'nej']) {
      expect(valueOf('mobilepay', raw), raw).to.equal('!');
    }
  });

  it('half a surrogate pair is a problem, since browsers treat it differently in URLs', () => {
    expect(valueOf('helpUrl', '\ud800')).to.equal('!');
    expect(valueOf('oirPaymentName', 'Mit \udc00')).to.equal('!');
    expect(valueOf('oirPaymentName', 'Mit \u{1f4b8}')).to.equal('Mit \u{1f4b8}');
  });

  for (const name of SETTING_NAMES.filter((each) => each !== 'mobilepay')) {
    it(`${attributeOf(name)} left empty by a template is not set`, () => {
      for (const raw of ['', '  ', '\n']) {
        expect(configured({ ...served, [attributeOf(name)]: raw }).problems).to.deep.equal(
          name === 'feesUrl' ? configured().problems : [],
        );
      }
      expect(settingsOf({ [attributeOf(name)]: '' })[name]).to.deep.equal(settingsOf()[name]);
    });
  }

  it('selection is any on a web page and all in an app, by default', () => {
    expect(settingsOf({ channel: 'cms' }).selection).to.equal('any');
    expect(settingsOf({ channel: 'app' }).selection).to.equal('all');
    expect(settingsOf({ channel: 'cms', selection: 'all' }).selection).to.equal('all');
    expect(settingsOf({ channel: 'app', selection: 'any' }).selection).to.equal('any');
  });

  it('payment-origins is the origin of dibs-payment-url by default', () => {
    const origins = (url: string, set?: string) =>
      settingsOf({ 'dibs-payment-url': url, ...(set && { 'payment-origins': set }) })
        .paymentOrigins;
    expect(origins('/payment/start')).to.deep.equal(['https://library.example']);
    expect(origins('https://pay.example/start')).to.deep.equal(['https://pay.example']);
    expect(origins('http://localhost:3000/start')).to.deep.equal(['http://localhost:3000']);
    expect(origins('/payment/start', 'https://pay.example')).to.deep.equal(['https://pay.example']);
    expect(origins('javascript:alert(1)')).to.deep.equal([]);
    expect(settingsOf().paymentOrigins).to.deep.equal([]);
  });

  it('payment-origins is empty when the page itself is not secure', () => {
    const attribute = (name: string) => (name === 'dibs-payment-url' ? '/start' : null);
    const { settings } = configure({ attribute }, 'http://library.example/');
    expect(settings.dibsPaymentUrl).to.equal('/start');
    expect(settings.paymentOrigins).to.deep.equal([]);
  });

  it('payment-origins are origins and app links, separated by spaces', () => {
    const rows: readonly [string, unknown][] = [
      ['https://pay.example', ['https://pay.example']],
      ['https://pay.example/', ['https://pay.example']],
      ['HTTPS://Pay.Example:443', ['https://pay.example']],
      ['https://pay.example:8443', ['https://pay.example:8443']],
      [' https://a.example \n https://b.example', ['https://a.example', 'https://b.example']],
      ['https://a.example mobilepay:', ['https://a.example', 'mobilepay:']],
      ['MobilePay:', ['mobilepay:']],
      ['http://localhost:3000', ['http://localhost:3000']],
      ...[
        ...['http://pay.example', 'pay.example', '*', '//pay.example', '/pay', 'https:', 'http:'],
        ...['https://pay.example/start', 'https://pay.example?x', 'https://pay.example#x'],
        ...[
          'https://user@pay.example',
          'https://*.example/*',
          'https://a.example,https://b.example',
        ],
        ...['javascript:', 'JavaScript:', 'data:', 'blob:', 'file:', 'about:', 'vbscript:'],
        ...['intent:', 'mobilepay://', 'mobilepay', 'https://a.example javascript:'],
      ].map((bad) => [bad, '!'] as [string, string]),
    ];
    for (const [raw, value] of rows) {
      expect(valueOf('paymentOrigins', raw), raw).to.deep.equal(value);
    }
  });
});

describe('CONTRACT 2: combinations that cannot work are problems', () => {
  const settingsAt = (attributes: Record<string, string>): readonly string[] =>
    configured(attributes).problems.map(({ setting }) => setting);

  it('no endpoint, reported once', () => {
    expect(settingsAt({})).to.deep.equal(['fees-url']);
    expect(settingsAt({ 'dibs-fees-url': '/dibs' })).to.deep.equal(['fees-url']);
    expect(settingsAt({ systems: 'oir', 'dibs-fees-url': '/dibs' })).to.deep.equal(['fees-url']);
    expect(settingsAt({ 'fees-url': 'javascript:' })).to.deep.equal(['fees-url']);
  });

  it('an endpoint for each system shown is enough', () => {
    expect(settingsAt({ systems: 'dibs', 'dibs-fees-url': '/dibs' })).to.deep.equal([]);
    expect(settingsAt({ 'dibs-fees-url': '/dibs', 'oir-fees-url': '/oir' })).to.deep.equal([]);
  });

  it('an end date before the switch date', () => {
    const dates = { ...served, 'switch-date': '2022-07-01' };
    expect(settingsAt({ ...dates, 'dibs-end-date': '2022-06-30' })).to.deep.equal([
      'dibs-end-date',
    ]);
    expect(settingsAt({ ...dates, 'dibs-end-date': '2022-07-01' })).to.deep.equal([]);
  });
});
