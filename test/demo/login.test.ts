import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { sanitizedHtml } from '../../demo/workbench/export/markup.js';
import { loginLink, loginUrlOf, problemWithLogin } from '../../demo/workbench/login.js';

describe('The workbench: the address of the login', () => {
  it('is read back from the slot, also after an import', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const login = loginLink(url);
        expect(loginUrlOf({ login })).to.equal(url);
        expect(loginUrlOf({ login: sanitizedHtml(login) })).to.equal(url);
      }),
    );
    expect(loginUrlOf({ login: loginLink('/a?b="1"&c=<2') })).to.equal('/a?b="1"&c=<2');
    expect([loginUrlOf({}), loginLink('')]).to.deep.equal(['', '']);
  });

  it('is not known where the library has its own HTML', () => {
    for (const login of ['<p>Ring</p>', '<a href="/login">Log på</a>', `${loginLink('/a')}!`]) {
      expect(loginUrlOf({ login })).to.equal(undefined);
    }
  });

  it('is an address as in the other fields', () => {
    for (const url of ['/login', 'https://bib.dk/login']) {
      expect(problemWithLogin({ login: loginLink(url) }), url).to.equal(undefined);
    }
    for (const url of ['www.bib.dk/login', 'http://bib.dk/', 'javascript:alert(1)']) {
      expect(problemWithLogin({ login: loginLink(url) })?.da, url).to.include('https://');
    }
  });
});
