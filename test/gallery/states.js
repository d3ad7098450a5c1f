import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { extraStates } from './extra-states.js';
import { paymentStates } from './payment-states.js';

/** The day of the gallery: every page of it is opened at this moment, and time stands still there. */
export const NOW = '2022-01-10T10:00:00+01:00';

/**
 * A state of the widget and the way to it.
 * @typedef {object} State
 * @property {string} name
 * @property {string} title in Danish
 * @property {Record<string, string>} attributes
 * @property {object} [config]
 * @property {Record<string, Answer | Answer[]>} answers of the fees endpoints, by attribute; of several the last one stays
 * @property {(number | 'ok' | 'never')[]} [starts] how the payment endpoint answers: a status, or with a way to the gateway
 * @property {Step[]} [steps] what the patron does, and sees (in-page/reach.js)
 * @property {string} [orderId] the gateway's order number, where it is not an ordinary one
 * @property {boolean} [forgetful] the browser keeps nothing for the page
 *
 * @typedef {{ status?: number, headers?: Record<string, string>, body?: unknown, text?: string,
 *   delay?: number | 'infinite', hangUp?: boolean }} Answer
 * @typedef {{ press: string } | { tick: number } | { see: string } | { says: string, like: string } | { refresh: true } | { back: string,
 *   attributes?: Record<string, string> } | { otherTabPays: true } | { pass: number }} Step
 */

const load = async (name) => {
  const path = fileURLToPath(new URL(`../../demo/${name}.ts`, import.meta.url));
  const { module } = await runnerImport(path, { configFile: false, logLevel: 'error' });
  return module;
};

/** The demo's states count their days from today: here they are always made on the same one. */
function onTheDay(make) {
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
export const states = onTheDay(() => [
  // Here Arabic is a look, which every state has.
  ...demo.states().filter(({ name }) => name !== 'both-arabic'),
  ...extraStates(demo.library, fixtures),
  ...paymentStates(demo.library, fixtures),
]);
