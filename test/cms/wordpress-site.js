import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openMariadb } from './mariadb.js';
import { temporaryFolder } from './temporary-folder.js';
import { php, servePhp } from './php.js';

const here = (file) => fileURLToPath(new URL(file, import.meta.url));
const DEBIANS = '/usr/share/wordpress';

/**
 * Installs a real WordPress from Debian's files, with a database, in a temporary folder. The plugin is not in it.
 * @param {{ theme: string, pages: Record<string, { by: 'admin' | 'author', content: string }> }} made
 */
export async function openWordpress({ theme, pages }) {
  const folder = temporaryFolder();
  const site = join(folder, 'site');
  const content = join(site, 'wp-content');
  const open = [];
  const close = async () => {
    for (const service of open.reverse()) await service.stop();
  };
  try {
    // Symbolic links lead to files of other packages.
    cpSync(DEBIANS, site, { recursive: true, dereference: true });
    cpSync(here('wordpress/wp-config.php'), join(site, 'wp-config.php'));
    mkdirSync(join(content, 'mu-plugins'));
    cpSync(here('wordpress/library.php'), join(content, 'mu-plugins/library.php'));
    cpSync(here('fees.json'), join(content, 'mu-plugins/fees.json'));

    const database = await openMariadb(join(folder, 'database'));
    open.push(database);
    const server = await servePhp(site, here('wordpress/router.php'));
    open.push(server);
    const { origin, warnings } = server;
    const given = { folder: site, socket: database.socket, origin, theme, pages };
    const made = JSON.parse(await php(here('wordpress/install.php'), given));
    const plugin = join(content, 'plugins/ddb-debt-overview');
    /** What the plugin has stored, and its test of Site Health. */
    const state = async () =>
      JSON.parse(await php(here('wordpress/state.php'), { folder: site, origin }));
    return { origin, made, warnings, plugin, state, close };
  } catch (error) {
    await close();
    throw error;
  }
}
