/** Any page may ask, also one of an opaque origin. */
export const ANYBODY = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': 'Content-Type, Idempotency-Key',
  'Cache-Control': 'no-store',
};

export const answer =
  (type, body, headers = {}) =>
  (_, response) => {
    response.writeHead(200, { ...ANYBODY, 'Content-Type': type, ...headers });
    response.end(body);
  };

export async function bodyOf(request) {
  let body = '';
  for await (const piece of request) body += piece;
  return body;
}
