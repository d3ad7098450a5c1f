import { expect } from '@open-wc/testing';
import sinon from 'sinon';
import { initialState } from '../../demo/workbench/initial-state.js';
import { ANNOUNCED_FOR, WorkbenchStore } from '../../demo/workbench/store.js';
import { day } from '../core/given.js';

const TODAY = day('2026-11-23');
const created = () =>
  new WorkbenchStore(
    initialState(TODAY),
    TODAY,
    () => undefined,
    () => undefined,
  );

describe('The workbench: messages', () => {
  const COPIED = { da: 'Kopieret.', en: 'Copied.' };

  it('go by themselves after some seconds, unless another one has come', () => {
    const clock = sinon.useFakeTimers();
    try {
      const store = created();
      store.announce(COPIED);
      clock.tick(ANNOUNCED_FOR - 1);
      expect(store.view.status).to.equal(COPIED);
      clock.tick(1);
      expect(store.view.status).to.equal(undefined);
      const lost = { da: 'Linket er ikke helt.', en: 'The link is not whole.' };
      store.announce(COPIED);
      store.updateView({ status: lost });
      clock.tick(ANNOUNCED_FOR);
      expect(store.view.status).to.equal(lost);
    } finally {
      clock.restore();
    }
  });
});

describe('The workbench: values of the example', () => {
  it('are the library’s own when they are changed, or kept', () => {
    const store = created();
    expect(store.state.project.examples).to.include.members(['feesUrl', 'helpUrl']);
    store.set('feesUrl', '/gebyrer');
    store.keepExample('helpUrl');
    expect(store.state.project.examples).not.to.include.members(['feesUrl', 'helpUrl']);
    expect(store.state.arrangement.settings).to.include({
      feesUrl: '/gebyrer',
      helpUrl: '/kontakt',
    });
  });
});
