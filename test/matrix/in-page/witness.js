/**
 * Hears what the page throws and complains of, counts what it asks for, and knows what is on its way. Before everything
 * else in the page.
 */
{
  /** The widget's own time-out, in milliseconds: what takes longer may run into it. */
  const TIME_OUT = 15_000;
  const READERS = ['text', 'json', 'arrayBuffer', 'blob'];
  /** How each endpoint comes, until all is well: it `answers`, `drips`, or is waited for `in vain`. */
  const paces = JSON.parse(document.currentScript.dataset.paces);
  const fetch = window.fetch.bind(window);
  const thrown = [];
  const asked = {};
  /** Where the browser has said that an answer broke off. */
  const broke = {};
  const onTheWay = new Set();

  addEventListener('error', ({ message }) => thrown.push(message));
  addEventListener('unhandledrejection', ({ reason }) => thrown.push(`${reason}`));
  for (const level of ['error', 'warn']) {
    console[level] = (...words) => thrown.push(`console.${level}: ${words.join(' ')}`);
  }

  window.fetch = async (url, init) => {
    const [, endpoint] = /\/fees\/(\w+)\//.exec(url);
    asked[endpoint] = (asked[endpoint] ?? 0) + 1;
    const request = { pace: paces[endpoint], since: performance.now() };
    const arrived = () => onTheWay.delete(request);
    const breaks = (error) => {
      broke[endpoint] = true;
      throw error;
    };
    onTheWay.add(request);
    try {
      const response = await fetch(url, init).catch(breaks);
      if (!response.ok) arrived();
      for (const name of READERS) {
        response[name] = () =>
          Response.prototype[name].call(response).catch(breaks).finally(arrived);
      }
      return response;
    } catch (error) {
      arrived();
      throw error;
    }
  };

  const isFresh = ({ since }) => performance.now() - since < TIME_OUT;
  window.witness = {
    thrown,
    asked,
    broke,
    fetch,
    setTimeout: window.setTimeout.bind(window),
    isWaitingFor: (pace) => [...onTheWay].some((one) => one.pace === pace && isFresh(one)),
    allIsWell: () => {
      for (const endpoint of Object.keys(paces)) paces[endpoint] = 'answers';
    },
  };
}
