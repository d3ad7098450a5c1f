import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport, type Plugin } from 'vite';

const source = (path: string): string =>
  fileURLToPath(new URL(`../../src/${path}`, import.meta.url));

const hashOf = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * The hash of each style sheet of the element. A browser without adopted style sheets gets them as <style> elements, which
 * the policy must allow.
 */
async function elementStyleHashes(minifyLiterals: Plugin): Promise<string[]> {
  const { module } = await runnerImport<{ styles: unknown }>(source('views/styles.ts'), {
    plugins: [minifyLiterals],
  });
  return [module.styles].flat(Infinity).map((sheet) => hashOf(String(sheet)));
}

/**
 * Writes dist/webview.html: the page of src/webview/ with the built script in it, and a Content-Security-Policy that allows
 * that script only. Plugins that inline scripts add no policy.
 *
 * @param minifyLiterals the plugin that minifies styles, since a hash is that of the minified style
 */
export const webviewPage = (minifyLiterals: Plugin): Plugin => ({
  name: 'webview-page',
  apply: 'build',
  async generateBundle(_, bundle) {
    const chunk = Object.values(bundle).find((file) => file.type === 'chunk');
    if (!chunk) throw new Error('There is no script for the webview.');
    const script = chunk.code.trim();
    if (/<\/script|<!--/i.test(script)) throw new Error('The script would end the script element.');
    const html = readFileSync(source('webview/page.html'), 'utf8');
    const [, style = ''] = /<style>([^]*?)<\/style>/.exec(html) ?? [];
    const loopback = 'http://localhost:* http://127.0.0.1:*';
    const policy = [
      "default-src 'none'",
      `script-src ${hashOf(script)}`,
      `style-src ${[hashOf(style), ...(await elementStyleHashes(minifyLiterals))].join(' ')}`,
      `connect-src https: ${loopback}`,
      `form-action https: ${loopback}`,
      'img-src https:',
      "base-uri 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types lit-html',
    ].join('; ');
    const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}" />`;
    const page = html
      .replace('<meta charset="utf-8" />', (charset) => `${charset}\n    ${meta}`)
      .replace('</body>', () => `<script>${script}</script></body>`);
    for (const name of Object.keys(bundle)) Reflect.deleteProperty(bundle, name);
    this.emitFile({ type: 'asset', fileName: 'webview.html', source: page });
  },
});
