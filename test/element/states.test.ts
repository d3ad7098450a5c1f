import { expect } from '@open-wc/testing';
import { pathOf, states } from '../../demo/states.js';
import { resetFixture, mount, settled } from './fixture.js';

describe('every state', () => {
  afterEach(resetFixture);

  for (const state of states()) {
    it(`${state.name} is accessible`, async () => {
      const element = mount({
        attributes: state.attributes,
        answers: state.answers,
        properties: { config: state.config },
      });
      if (state.name === 'loading') await element.updateComplete;
      else await settled(element);
      await expect(element).to.be.accessible();
    });
  }

  it('has its own endpoint in the demo', () => {
    const paths = states().flatMap((state) =>
      Object.keys(state.answers).map((endpoint) => pathOf(state, endpoint)),
    );
    expect(new Set(paths).size).to.equal(paths.length);
  });
});
