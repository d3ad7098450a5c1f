import { createServer } from 'node:net';

/** Whether a port is free. */
const isFree = (port) =>
  new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

/**
 * A free port. Linux gives ports from 32768 on to outgoing connections and to servers that ask for any
 * port, so nothing but another call of this function is likely to take it. A caller that starts a program on it should
 * still be ready to try another.
 */
export async function freePort() {
  for (;;) {
    const port = 11_000 + Math.floor(Math.random() * 20_000);
    if (await isFree(port)) return port;
  }
}
