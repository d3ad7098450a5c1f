/*
 * Runs in a page of the library before other scripts, like an injected script. It listens to all events, messages and
 * channels, and passes them to `steal`. It does not replace functions of the page (README).
 */
export const eavesdropper = () => {
  const EVENTS = ['load', 'error', 'auth', 'pay', 'leave'].map((name) => `ddb-debt-${name}`);

  /** All data of an event, also inherited, and of its target. */
  const all = (event) => {
    const own = {};
    for (const name in event) {
      const value = event[name];
      if (!/^(function|object)$/.test(typeof value)) own[name] = value;
    }
    const [from] = event.composedPath();
    const { overview, problems, config } = from;
    return { ...own, ...event, overview, problems, config, attributes: from.outerHTML };
  };

  const take = (from, what) => window.steal?.(JSON.stringify([from, what]));

  for (const type of EVENTS) {
    for (const target of [window, document, document.documentElement]) {
      target?.addEventListener(type, (event) => take(type, all(event)), true);
    }
  }
  for (const type of [
    'message',
    'storage',
    'securitypolicyviolation',
    'unhandledrejection',
    'error',
  ]) {
    addEventListener(type, (event) => take(type, { ...all(event), data: event.data }), true);
  }
  for (const name of ['ddb-debt-payment', 'ddb-debt', 'ddb-debt-overview']) {
    new BroadcastChannel(name).onmessage = ({ data }) => take(`channel ${name}`, data);
  }
  // The bridge of an app, which receives the widget's messages to the app.
  window.appMessages = [];
  window.DdbDebtOverview = {
    postMessage(json) {
      window.appMessages.push(json);
      take('native', json);
    },
  };
  new PerformanceObserver((list) => take('performance', list.getEntries())).observe({
    entryTypes: ['resource', 'navigation', 'mark', 'measure'],
  });
};

/** All readable data of the page: its DOM, its storage, and the properties of the element. */
export const readableData = async () => {
  const element = document.querySelector('ddb-debt-overview');
  const { overview, problems, config, version } = element ?? {};
  const names = element ? Object.getOwnPropertyNames(element) : [];
  const own = names.filter((name) => !['getToken', 'fetcher'].includes(name));
  return JSON.stringify({
    html: document.documentElement.outerHTML,
    shadow: element?.shadowRoot.innerHTML,
    overview,
    problems,
    config,
    version,
    own: own.map((name) => [name, String(element[name])]),
    globals: Object.keys(window),
    href: location.href,
    history: history.state,
    name: window.name,
    cookie: document.cookie,
    session: { ...sessionStorage },
    local: { ...localStorage },
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    requests: performance.getEntries(),
    locks: await navigator.locks.query(),
  });
};
