import { execFile } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startService } from './service.js';

/** Folders that are not on an ordinary user's PATH. */
const DEBIANS = '/usr/sbin/mariadbd';

/**
 * Starts a database server with its data and socket in a folder, without a port or the machine's configuration.
 * @param {string} folder an empty folder
 */
export async function openMariadb(folder) {
  const data = join(folder, 'data');
  const socket = join(folder, 'socket');
  mkdirSync(data, { recursive: true });
  // As root it runs only with `--user`.
  const user = `--user=${userInfo().username}`;
  await promisify(execFile)('mariadb-install-db', [
    '--no-defaults',
    user,
    `--datadir=${data}`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
    '--skip-name-resolve',
  ]);
  const service = startService(
    existsSync(DEBIANS) ? DEBIANS : 'mariadbd',
    [
      '--no-defaults',
      user,
      `--datadir=${data}`,
      `--socket=${socket}`,
      `--pid-file=${join(folder, 'pid')}`,
      '--skip-networking',
      '--skip-log-bin',
      '--innodb-flush-log-at-trx-commit=0',
      '--innodb-buffer-pool-size=32M',
    ],
    { ready: /ready for connections/ },
  );
  await service.started;
  return { socket, stop: () => service.stop('SIGKILL') };
}
