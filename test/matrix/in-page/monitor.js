/**
 * Runs before all other scripts. Records errors and console messages, counts requests, and tracks pending responses.
 */
{
  /** The widget's timeout, in milliseconds. */
  const TIME_OUT = 15_000;
  const READERS = ['text', 'json', 'arrayBuffer', 'blob'];
  /** How each endpoint responds before the recovery: `answers`, `drips` or `timeout`. */
  const paces = JSON.parse(document.currentScript.dataset.paces);
  const fetch = window.fetch.bind(window);
  const thrown = [];
  const warned = [];
  const requested = {};
  /** The endpoints whose response the browser reported as interrupted. */
  const interrupted = {};
  const pending = new Set();

  addEventListener('error', ({ message }) => thrown.push(message));
  addEventListener('unhandledrejection', ({ reason }) => thrown.push(`${reason}`));
  console.error = (...words) => thrown.push(`console.error: ${words.join(' ')}`);
  console.warn = (...words) => warned.push(words.join(' '));
  // Browsers say that they are offline on a machine that has no network but its own.
  Object.defineProperty(navigator, 'onLine', { get: () => true });

  window.fetch = async (url, init) => {
    const [, endpoint] = /\/fees\/(\w+)\//.exec(url);
    requested[endpoint] = (requested[endpoint] ?? 0) + 1;
    const request = { pace: paces[endpoint], since: performance.now() };
    const arrived = () => pending.delete(request);
    const interrupt = (error) => {
      interrupted[endpoint] = true;
      throw error;
    };
    pending.add(request);
    try {
      const response = await fetch(url, init).catch(interrupt);
      if (!response.ok) arrived();
      for (const name of READERS) {
        response[name] = () =>
          Response.prototype[name].call(response).catch(interrupt).finally(arrived);
      }
      return response;
    } catch (error) {
      arrived();
      throw error;
    }
  };

  const isFresh = ({ since }) => performance.now() - since < TIME_OUT;
  window.monitor = {
    thrown,
    warned,
    requested,
    interrupted,
    fetch,
    setTimeout: window.setTimeout.bind(window),
    isWaitingFor: (pace) => [...pending].some((one) => one.pace === pace && isFresh(one)),
    allIsWell: () => {
      for (const endpoint of Object.keys(paces)) paces[endpoint] = 'answers';
    },
  };
}
