import { expect } from '@open-wc/testing';
import { endpointsOf } from '../../src/fees/endpoints.js';
import { settingsOf, type Attributes } from './given.js';

/** `/fees dibs+oir shared`, one per request. */
const requests = (attributes: Attributes): readonly string[] =>
  endpointsOf(settingsOf(attributes)).map(({ url, systems, shared }) =>
    [url ?? 'no address', systems.join('+'), shared ? 'shared' : 'own'].join(' '),
  );

describe('CONTRACT 3.1: fees-url is read once, however many systems are shown', () => {
  const all = { 'fees-url': '/fees', 'dibs-fees-url': '/dibs', 'oir-fees-url': '/oir' };
  const rows: readonly [Attributes, readonly string[]][] = [
    [{ 'fees-url': '/fees' }, ['/fees dibs+oir shared']],
    [{ 'fees-url': '/fees', systems: 'dibs' }, ['/fees dibs shared']],
    [{ 'fees-url': '/fees', systems: 'oir' }, ['/fees oir shared']],
    [all, ['/dibs dibs own', '/oir oir own']],
    [{ ...all, systems: 'dibs' }, ['/dibs dibs own']],
    [{ ...all, systems: 'oir' }, ['/oir oir own']],
    [{ 'fees-url': '/fees', 'dibs-fees-url': '/dibs' }, ['/dibs dibs own', '/fees oir shared']],
    [{ 'fees-url': '/fees', 'oir-fees-url': '/oir' }, ['/oir oir own', '/fees dibs shared']],
    [{ 'oir-fees-url': '/oir', systems: 'oir' }, ['/oir oir own']],
    [{ 'oir-fees-url': '/oir' }, ['/oir oir own', 'no address dibs shared']],
    [{}, ['no address dibs+oir shared']],
  ];
  for (const [attributes, expected] of rows) {
    it(`${JSON.stringify(attributes)}: ${expected.join(', ')}`, () => {
      expect(requests(attributes)).to.have.members(expected);
    });
  }

  it('is requested exactly as written', () => {
    const url =
      'https://fbs.example:443/external/DK-1/patron/patronid/fees/v2?includepaid=false&x=%7E~';
    expect(endpointsOf(settingsOf({ 'fees-url': url }))[0]?.url).to.equal(url);
  });
});
