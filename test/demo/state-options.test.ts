import { expect } from '@open-wc/testing';
import { readOptions, SELECTS, tagOf } from '../../demo/state-options.js';
import { states } from '../../demo/states.js';
import { present } from '../core/given.js';

describe('The page of all states', () => {
  it('reads each option from its address, and takes unknown values as the default', () => {
    for (const { name, choices } of SELECTS) {
      for (const [value] of choices) {
        expect(readOptions(new URLSearchParams({ [name]: value }))[name]).to.equal(value);
      }
    }
    const unknown = readOptions(new URLSearchParams('width=7&theme=wine&x=1'));
    expect(unknown).to.deep.equal({ width: '', theme: '', lang: '', scheme: '', text: '' });
  });

  it('offers the widths of a small phone, a phone, a tablet and a screen', () => {
    const { choices } = present(SELECTS.find(({ name }) => name === 'width'));
    expect(choices.map(([value]) => value)).to.deep.equal(['', '280', '390', '768', '1280']);
  });

  it('has the tag of each state, which a browser parses to its attributes', () => {
    for (const state of states()) {
      const page = new DOMParser().parseFromString(tagOf(state), 'text/html');
      const element = present(page.querySelector('ddb-debt-overview'));
      const own = Object.fromEntries(
        [...element.attributes].map(({ name, value }) => [name, value]),
      );
      const endpoints = Object.fromEntries(Object.keys(state.answers).map((name) => [name, '...']));
      expect(own, state.name).to.deep.equal({ ...state.attributes, ...endpoints });
      const json = element.querySelector('script')?.textContent;
      expect(json && JSON.parse(json), state.name).to.deep.equal(state.config);
    }
  });
});
