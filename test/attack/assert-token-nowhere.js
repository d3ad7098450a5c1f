import assert from 'node:assert/strict';

/** Parts of the token, also in Base64. */
const fragmentsOf = (token) => [token.slice(0, 13), token.slice(-12), btoa(token).slice(0, 16)];

/**
 * Asserts that the token is only in `Authorization` headers of requests to these paths on the library's origin.
 * @param {object} of
 * @param {readonly string[]} of.tokens every token that was used
 * @param {import('playwright-core').Request[]} of.requests all requests of the browser
 * @param {string} of.origin
 * @param {readonly string[]} of.paths
 * @param {Record<string, unknown>} of.places other data to search
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
  for (const fragment of tokens.flatMap(fragmentsOf)) {
    for (const [place, what] of Object.entries({ ...places, sent })) {
      assert.ok(!JSON.stringify(what).includes(fragment), `the token is ${place}`);
    }
  }
}
