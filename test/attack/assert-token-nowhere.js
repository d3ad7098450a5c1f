import assert from 'node:assert/strict';

/** In part, too, and as it is often wrapped. */
const needlesOf = (token) => [token.slice(0, 13), token.slice(-12), btoa(token).slice(0, 16)];

/**
 * The token is in `Authorization`, of requests to these paths of the library's own origin, and nowhere else.
 * @param {object} of
 * @param {readonly string[]} of.tokens all there have been
 * @param {import('playwright-core').Request[]} of.requests everything the browser has asked for, of whomever
 * @param {string} of.origin
 * @param {readonly string[]} of.paths
 * @param {Record<string, unknown>} of.places what else there is to be looked through
 */
export async function assertTokenNowhere({ tokens, requests, origin, paths, places }) {
  let shown = 0;
  const sent = [];
  for (const request of requests) {
    const { authorization, ...headers } = await request.allHeaders();
    const url = new URL(request.url());
    if (authorization) {
      const mayHave = url.origin === origin && paths.includes(url.pathname);
      assert.ok(mayHave, `a token is sent to ${request.url()}`);
      if (tokens.includes(authorization.replace('Bearer ', ''))) shown++;
    }
    sent.push([request.url(), request.postData(), headers]);
  }
  assert.ok(shown, 'a token has been sent');
  for (const needle of tokens.flatMap(needlesOf)) {
    for (const [place, what] of Object.entries({ ...places, sent })) {
      assert.ok(!JSON.stringify(what).includes(needle), `the token is ${place}`);
    }
  }
}
