import { MINUTE, SECOND } from './fixture.js';

/** It is read again, and nobody waits for it. */
const refresh = ({ element }) => element((overview) => void overview.refresh());

const failure = ({ part }, state = 'attached') => part('failure').waitFor({ state });

/** It is read in vain; when all is well again the patron presses "Prøv igen". */
const failingRefresh = (mode, timeout) => async (fixture) => {
  const { site, controls, tab, press } = fixture;
  site.mode = mode;
  await tab.evaluate((hangs) => (window.controls.hangs = hangs), mode === 'hanging');
  await refresh(fixture);
  await controls('advance', timeout);
  await failure(fixture);
  site.mode = 'well';
  await tab.evaluate(() => (window.controls.hangs = false));
  await press('retry-button');
  await failure(fixture, 'detached');
};

/**
 * What networks and servers do in an hour. `asks`: so many requests for debts track from it, no more and no fewer.
 * @type {import('./fixture.js').Activity[]}
 */
export const NETWORK_ACTIVITIES = [
  { what: 'refresh()', expectedRequests: 1, run: refresh },
  { what: 'the server fails; “Prøv igen”', expectedRequests: 3 + 1, run: failingRefresh('failing', 10 * SECOND) },
  { what: 'it wants a minute; “Prøv igen”', expectedRequests: 1 + 1, run: failingRefresh('busy', SECOND) },
  { what: 'its answers do not end; “Prøv igen”', expectedRequests: 3 + 1, run: failingRefresh('hanging', MINUTE) },
  {
    what: 'the network goes and comes',
    expectedRequests: 0,
    async run({ network }) {
      await network(false);
      await network(true);
    },
  },
  {
    what: 'the network goes, it is read, the network comes',
    expectedRequests: 3 + 1,
    lost: 3,
    async run(fixture) {
      await fixture.network(false);
      await refresh(fixture);
      await fixture.controls('advance', 10 * SECOND);
      await failure(fixture);
      await fixture.network(true);
      await failure(fixture, 'detached');
    },
  },
  {
    what: 'the server fails, and the tab is left before it is asked again',
    expectedRequests: 1 + 1,
    async run(fixture) {
      const { site, controls } = fixture;
      site.mode = 'failing';
      await refresh(fixture);
      await controls('settle');
      await controls('setVisible', false);
      await controls('advance', 30 * MINUTE);
      site.mode = 'well';
      await controls('setVisible', true);
    },
  },
  {
    what: 'the login has expired; somebody logs in',
    expectedRequests: 1 + 1,
    async run(fixture) {
      fixture.site.mode = 'logged out';
      await refresh(fixture);
      await fixture.controls('settle');
      await failure(fixture);
      fixture.site.mode = 'well';
      await refresh(fixture);
    },
  },
];
