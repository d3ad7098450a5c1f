import { MINUTE, SECOND } from './fixture.js';

/** Starts a refresh, and does not wait for it. */
const refresh = ({ element }) => element((overview) => void overview.refresh());

const failure = ({ part }, state = 'attached') => part('failure').waitFor({ state });

/** A refresh fails. When the server works again, the patron presses "Prøv igen". */
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
 * Activities of networks and servers within an hour.
 * @type {import('./fixture.js').Activity[]}
 */
export const NETWORK_ACTIVITIES = [
  { what: 'refresh()', expectedRequests: 1, run: refresh },
  {
    what: 'the server fails; “Prøv igen”',
    expectedRequests: 3 + 1,
    run: failingRefresh('failing', 10 * SECOND),
  },
  {
    what: 'the server asks to wait a minute; “Prøv igen”',
    expectedRequests: 1 + 1,
    run: failingRefresh('busy', SECOND),
  },
  {
    what: 'the responses do not end; “Prøv igen”',
    expectedRequests: 3 + 1,
    run: failingRefresh('hanging', MINUTE),
  },
  {
    what: 'the network is lost and restored',
    expectedRequests: 0,
    async run({ setOnline }) {
      await setOnline(false);
      await setOnline(true);
    },
  },
  {
    what: 'a refresh without a network, which is then restored',
    expectedRequests: 3 + 1,
    lost: 3,
    async run(fixture) {
      await fixture.setOnline(false);
      await refresh(fixture);
      await fixture.controls('advance', 10 * SECOND);
      await failure(fixture);
      await fixture.setOnline(true);
      await failure(fixture, 'detached');
    },
  },
  {
    what: 'the server fails, and the tab is hidden before the retry',
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
    what: 'the login expires, and the patron logs in',
    expectedRequests: 1 + 1,
    async run(fixture) {
      fixture.site.mode = 'logged out';
      await refresh(fixture);
      await fixture.controls('settle');
      await fixture.part('login').waitFor();
      fixture.site.mode = 'well';
      await refresh(fixture);
    },
  },
];
