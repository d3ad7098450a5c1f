import assert from 'node:assert/strict';

/** Everything that the page stores and its scripts can read. */
const readStorage = async () => {
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
 * CONTRACT 2 and 7: no message, address, storage or console line contains a token. Every native message is JSON of
 * version 1. The page has no errors and its policy has blocked nothing.
 */
export async function assertTokenPrivate({ view, proxy, tokens }) {
  const places = {
    messages: view.messages,
    navigations: view.navigations,
    requests: proxy.requests.map(({ url }) => url),
    console: view.consoleLines,
    storage: await view.evaluate(readStorage),
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
    view.consoleLines.filter((line) => /^(error|policy):/.test(line)),
    [],
  );
}
