import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { configure } from '../../src/config/configuration.js';
import { attributeOf, type SettingName } from '../../src/config/settings.js';
import { assignmentOf } from '../../src/config/problem.js';
import { configured, PAGE, present } from './given.js';

const WEB = [
  ...['feesUrl', 'dibsFeesUrl', 'oirFeesUrl', 'dibsPaymentUrl', 'fbiUrl'],
  ...['termsUrl', 'ratesUrl', 'helpUrl', 'overviewUrl'],
] as readonly SettingName[];

const absolute = [
  'https://library.example',
  'https://library.example/fees?a=1&b=%C3%B8#c',
  'HTTPS://LIBRARY.EXAMPLE/',
  'https://library.example:8443/x',
  'https://xn--brneavis-54a.dk/',
  'https://[2001:db8::1]/x',
];
const loopback = [
  ...['http://localhost', 'http://localhost:3000/x', 'http://cms.localhost/x'],
  ...['http://127.0.0.1:8080/', 'http://127.1.2.3/', 'http://[::1]:5000/x'],
];
const relative = [
  '/fees',
  '/fees?x=1#y',
  'fees',
  './fees',
  '../fees',
  '?fees',
  '#fees',
  '.',
  'a/b:c',
  'x&colon;y',
];

/** A host name without its scheme, or a phone number, is no path; and nobody sees these characters. */
const noPaths = [
  ...['www.fjordbib.dk', 'www.fjordbib.dk/gebyrer', 'fjordbib.dk/takster', 'fjordbib.dk'],
  ...['WWW.fjordbib.dk', 'bøger.fjordbib.dk/', 'library.museum/rates'],
  ...['tlf. 11 22 33 44', '11223344', '+4511223344', 'tlf.11223344', '11-22-33-44'],
  ...['mine gebyrer', '/mine gebyrer', '/geby\u00a0rer', '/geby\trer', '/fees\u200b', 'fe\u00ades'],
  ...['/fees\u2060', '/fees\u200e', 'https://library.example/\u200bfees', '/fees\ufe0f', '/\u3164'],
  ...['https://libr\u200bary.example/'],
];

/** These are paths. */
const paths = [
  ...[
    'gebyrer.php?id=1',
    'fees.json',
    './fjordbib.dk/gebyrer',
    '/fjordbib.dk/gebyrer',
    '/11223344',
  ],
  ...[
    'index.php/gebyrer',
    '?q=11223344',
    '.well-known/fees',
    '../fees/',
    '/gebyrer?til=https://fjordbib.dk/',
    'bøger',
  ],
];

/** None of these becomes a link or a request. */
const refused = [
  ...noPaths,
  ...[
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
  ],
  ...['\u0001javascript:alert(1)', '\u0000javascript:alert(1)'],
  ...['data:text/html,x', 'blob:https://library.example/x', 'vbscript:x', 'file:///etc/passwd'],
  ...['about:blank', 'sms:12345678', 'ftp://library.example/', 'ws://x/'],
  ...[
    '//evil.example',
    '//evil.example/x',
    '\\\\evil.example',
    '/\\evil.example',
    '\\/evil.example',
  ],
  ...['/\t/evil.example', '\t//evil.example', '///evil.example', '\u0001//evil.example'],
  ...[
    'https:evil.example',
    'https:/evil.example',
    'https:///evil.example',
    'https:\\\\evil.example',
  ],
  ...['https:', 'https://', 'https://:443', 'https://[::1/', 'https://%/'],
  ...['https://user@library.example/', 'https://user:pass@library.example/', 'https://:pass@x/'],
  ...[
    'http://library.example/',
    'http://localhost.evil.example/',
    'http://127.0.0.1.evil.example/',
  ],
  ...['http://evil.example/localhost', 'http://localhost@evil.example/', 'http://notlocalhost/'],
  ...['http://[::2]/', 'http://10.0.0.1/', 'http://192.168.1.1/', 'http://0.0.0.0/'],
];

describe('CONTRACT 2, URLs: no other URL becomes a link or a request', () => {
  const keeps = (name: SettingName, raw: string): boolean => {
    const attribute = attributeOf(name);
    const { settings, problems } = configured({ 'fees-url': '/fees', [attribute]: raw });
    const kept = settings[name] === raw;
    if (!kept) expect(settings[name], 'no link').to.be.undefined;
    const named = problems.filter(({ setting }) => setting === attribute);
    expect(named, raw).to.have.length(kept ? 0 : 1);
    return kept;
  };

  for (const name of WEB) {
    it(`${attributeOf(name)} accepts https, http on a loopback address, and relative URLs`, () => {
      for (const raw of [...absolute, ...loopback, ...relative, ...paths]) {
        expect(keeps(name, raw), raw).to.be.true;
      }
      for (const raw of refused) {
        expect(keeps(name, raw), JSON.stringify(raw)).to.be.false;
      }
    });
  }

  it('help-url alone may be a phone number or a mail address', () => {
    const contacts = ['tel:+4512345678', 'TEL:12345678', 'mailto:biblioteket@fjordbib.dk'];
    for (const raw of contacts) expect(keeps('helpUrl', raw), raw).to.be.true;
    for (const raw of ['tel:', 'mailto:', 'tel:12 34 56 78', 'mailto:x@y.dk\u200b']) {
      expect(keeps('helpUrl', raw), raw).to.be.false;
    }
    for (const name of WEB.filter((one) => one !== 'helpUrl')) {
      for (const raw of contacts) expect(keeps(name, raw), raw).to.be.false;
    }
  });

  it('an origin with a character that nobody sees is a problem, which shows it', () => {
    for (const raw of [
      'https://pay\u200b.example',
      'mobilepay:\u200b',
      'https://pay.example\u2060',
    ]) {
      const { problems } = configured({ 'fees-url': '/fees', 'payment-origins': raw });
      expect(problems.map(({ setting }) => setting)).to.deep.equal(['payment-origins']);
      expect(assignmentOf(present(problems[0]))).to.match(/\\u\{2\d\d\w\}/);
    }
  });

  it('a URL of this page’s host is accepted without its scheme, but not with a user name', () => {
    expect(keeps('helpUrl', '//library.example/help')).to.be.true;
    for (const raw of ['//me@library.example/help', '//me:secret@library.example/help']) {
      expect(keeps('helpUrl', raw), raw).to.be.false;
    }
  });

  it('oir-payment-url must start with https://', () => {
    for (const raw of absolute) expect(keeps('oirPaymentUrl', raw), raw).to.be.true;
    for (const raw of [...loopback, ...relative, ...refused, '//library.example/']) {
      expect(keeps('oirPaymentUrl', raw), JSON.stringify(raw)).to.be.false;
    }
  });

  it('every accepted URL leads to https, to loopback or to this host', () => {
    const schemes = fc.constantFrom(
      'javascript',
      'data',
      'https',
      'http',
      '',
      'blob',
      'java\tscript',
    );
    const pieces = fc.array(
      fc.constantFrom(
        ...':/\\\t\n@?#. aåx',
        'evil.example',
        '127.0.0.1',
        'library.example',
        '\u0001',
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(schemes, pieces, (scheme, rest) => {
        const { helpUrl, oirPaymentUrl } = configured({
          'help-url': scheme + rest.join(''),
          'oir-payment-url': scheme + rest.join(''),
        }).settings;
        if (helpUrl !== undefined) {
          const { protocol, hostname, host } = new URL(helpUrl, PAGE);
          const local = protocol === 'http:' && hostname === '127.0.0.1';
          const safe =
            protocol === 'https:' && (/^https:\/\//i.test(helpUrl) || host === new URL(PAGE).host);
          expect(local || safe, JSON.stringify(helpUrl)).to.be.true;
        }
        if (oirPaymentUrl !== undefined) {
          const { protocol, username, password } = new URL(oirPaymentUrl, PAGE);
          expect([protocol, username, password]).to.deep.equal(['https:', '', '']);
          expect(oirPaymentUrl).to.match(/^https:\/\//i);
        }
      }),
      { numRuns: 5000 },
    );
  });

  it('a relative URL is relative to the page, in an app’s file as well', () => {
    const at = (page: string, raw: string): string | undefined =>
      configure({ attribute: (name) => (name === 'help-url' ? raw : null) }, page).settings.helpUrl;
    expect(at('file:///android_asset/index.html', 'help.html')).to.equal('help.html');
    expect(at('http://library.example/', '/help')).to.equal('/help');
    expect(at('http://library.example/', 'http://library.example/help'), 'plain http').to.be
      .undefined;
    for (const script of ['javascript:alert(1)', 'java\tscript:alert(1)', '\u0001javascript:x']) {
      expect(at('file:///android_asset/index.html', script), JSON.stringify(script)).to.be
        .undefined;
    }
    expect(at('about:blank', 'help.html'), 'no page to start from').to.be.undefined;
    expect(at('', '/help'), 'no page at all').to.be.undefined;
  });
});
