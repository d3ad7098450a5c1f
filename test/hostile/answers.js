import { send } from '../serve.js';

/** Allows requests from any page, also from an opaque origin. */
export const ANYBODY = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': 'Content-Type, Idempotency-Key',
  'Cache-Control': 'no-store',
};

export const answer = (type, body, headers = {}) => send(type, body, { ...ANYBODY, ...headers });
