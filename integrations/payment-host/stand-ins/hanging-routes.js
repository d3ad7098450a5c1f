/**
 * Routes that do not respond while the path matches `hangsOn`. `onHang` is called when a request has come.
 * @param {{ hangsOn: RegExp | undefined, onHang: () => void }} server
 * @param {Record<string, import('../host/server.js').Route>} routes
 */
export const hangingRoutes = (server, routes) =>
  Object.fromEntries(
    Object.entries(routes).map(([name, route]) => [
      name,
      (exchange) =>
        server.hangsOn?.test(exchange.url.pathname) ? server.onHang() : route(exchange),
    ]),
  );
