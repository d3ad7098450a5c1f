import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { extraStates } from './extra-states.js';
import { paymentStates } from './payment-states.js';

/** The fixed time of every page in the gallery. */
export const NOW = '2022-01-10T10:00:00+01:00';

/**
 * A state of the widget, with the steps that lead to it.
 * @typedef {object} State
 * @property {string} name
 * @property {string} title in Danish
 * @property {Record<string, string>} attributes
 * @property {object} [config]
 * @property {Record<string, Answer | Answer[]>} answers of the fees endpoints, by attribute; the last of several is repeated
 * @property {(number | 'ok' | 'never')[]} [starts] the responses of the payment endpoint: an error status, or `ok` for a redirect to the gateway
 * @property {Step[]} [steps] what the patron does, and what must be visible then (in-page/reach.js)
 * @property {string} [orderId] the gateway's order number, if not the default
 * @property {boolean} [storageFails] whether session storage throws
 *
 * @typedef {{ status?: number, headers?: Record<string, string>, body?: unknown, text?: string,
 *   delay?: number | 'infinite', hangUp?: boolean }} Answer
 * @typedef {{ press: string } | { tick: number } | { see: string } | { match: string, like: string } | { refresh: true } | { back: string,
 *   attributes?: Record<string, string> } | { otherTabPays: true } | { advance: number }} Step
 */

const load = async (name) => {
  const path = fileURLToPath(new URL(`../../demo/${name}.ts`, import.meta.url));
  const { module } = await runnerImport(path, { configFile: false, logLevel: 'error' });
  return module;
};

/** Runs `make` with a fixed clock, because the dates of the demo's states depend on today. */
function withFixedClock(make) {
  const { now } = Date;
  Date.now = () => Date.parse(NOW);
  try {
    return make();
  } finally {
    Date.now = now;
  }
}

const demo = await load('states');
const fixtures = await load('fixtures');

/** @type {readonly State[]} */
export const states = withFixedClock(() => [
  // In the gallery, Arabic is an option of every state.
  ...demo.states().filter(({ name }) => name !== 'both-arabic'),
  ...extraStates(demo.library, fixtures),
  ...paymentStates(demo.library, fixtures),
]);
