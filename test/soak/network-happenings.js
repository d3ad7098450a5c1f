import { MINUTE, SECOND } from './stage.js';

/** It is read again, and nobody waits for it. */
const refresh = ({ element }) => element((overview) => void overview.refresh());

const failure = ({ part }, state = 'attached') => part('failure').waitFor({ state });

/** It is read in vain; when all is well again the patron presses "Prøv igen". */
const inVain = (mood, patience) => async (stage) => {
  const { site, fast, tab, press } = stage;
  site.mood = mood;
  await tab.evaluate((hangs) => (window.fast.hangs = hangs), mood === 'hanging');
  await refresh(stage);
  await fast('pass', patience);
  await failure(stage);
  site.mood = 'well';
  await tab.evaluate(() => (window.fast.hangs = false));
  await press('retry-button');
  await failure(stage, 'detached');
};

/**
 * What networks and servers do in an hour. `asks`: so many requests for debts follow from it, no more and no fewer.
 * @type {import('./stage.js').Happening[]}
 */
export const NETWORK_HAPPENINGS = [
  { what: 'refresh()', asks: 1, does: refresh },
  { what: 'the server fails; “Prøv igen”', asks: 3 + 1, does: inVain('failing', 10 * SECOND) },
  { what: 'it wants a minute; “Prøv igen”', asks: 1 + 1, does: inVain('busy', SECOND) },
  { what: 'its answers do not end; “Prøv igen”', asks: 3 + 1, does: inVain('hanging', MINUTE) },
  {
    what: 'the network goes and comes',
    asks: 0,
    async does({ network }) {
      await network(false);
      await network(true);
    },
  },
  {
    what: 'the network goes, it is read, the network comes',
    asks: 3 + 1,
    lost: 3,
    async does(stage) {
      await stage.network(false);
      await refresh(stage);
      await stage.fast('pass', 10 * SECOND);
      await failure(stage);
      await stage.network(true);
      await failure(stage, 'detached');
    },
  },
  {
    what: 'the server fails, and the tab is left before it is asked again',
    asks: 1 + 1,
    async does(stage) {
      const { site, fast } = stage;
      site.mood = 'failing';
      await refresh(stage);
      await fast('settle');
      await fast('show', false);
      await fast('pass', 30 * MINUTE);
      site.mood = 'well';
      await fast('show', true);
    },
  },
  {
    what: 'the login has expired; somebody logs in',
    asks: 1 + 1,
    async does(stage) {
      stage.site.mood = 'logged out';
      await refresh(stage);
      await stage.fast('settle');
      await failure(stage);
      stage.site.mood = 'well';
      await refresh(stage);
    },
  },
];
