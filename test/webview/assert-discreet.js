import assert from 'node:assert/strict';

/** All that a page's scripts can read of what it keeps. */
const kept = async () => {
  const databases = await indexedDB.databases();
  return JSON.stringify([
    { ...sessionStorage },
    { ...localStorage },
    document.cookie,
    location.href,
    history.state,
    window.name,
    databases,
  ]);
};

/**
 * CONTRACT 2 and 7, whatever has happened: a token is in no message, no address, nothing that is kept, and not in the
 * console; what has arrived natively is JSON of version 1; and nothing of the page has failed, or was kept from it.
 */
export async function assertDiscreet({ view, door, tokens }) {
  const places = {
    messages: view.messages,
    navigations: view.navigations,
    requests: door.asked.map(({ url }) => url),
    console: view.heard,
    kept: await view.evaluate(kept),
  };
  for (const [place, what] of Object.entries(places)) {
    for (const token of tokens) {
      assert.ok(!JSON.stringify(what).includes(token), `the token is not among ${place}`);
    }
  }
  for (const message of view.messages) {
    assert.equal(message.version, 1, JSON.stringify(message));
    assert.match(message.type, /^ddb-debt-/);
  }
  assert.deepEqual(
    view.heard.filter((line) => /^(error|policy):/.test(line)),
    [],
  );
}
