import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { literalsHtmlCssMinifier as minifyLiterals } from '@literals/rollup-plugin-html-css-minifier';
import { build, type Plugin, type Rolldown } from 'vite';
import { path } from './path.js';

const hashOf = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The element's own styles: browsers without adopted sheets get them as an element, which the policy must know. */
async function elementStyles(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [minifyLiterals()],
    build: { write: false, lib: { entry: path('src/views/styles.ts'), formats: ['es'] } },
  });
  const [{ output }] = built as [Rolldown.RolldownOutput];
  const module = `data:text/javascript,${encodeURIComponent(output[0].code)}`;
  return ((await import(module)) as { styles: string }).styles;
}

/** Puts the built script into the webview's page, which allows itself that script and nothing else. */
export const inPage = (): Plugin => ({
  name: 'in-page',
  apply: 'build',
  async generateBundle(_, bundle) {
    const chunk = Object.values(bundle).find((file) => file.type === 'chunk');
    if (!chunk) throw new Error('There is no script for the webview.');
    const script = chunk.code.trim();
    if (/<\/script|<!--/i.test(script)) throw new Error('The script would end the script element.');
    const html = readFileSync(path('src/webview/page.html'), 'utf8');
    const [, style = ''] = /<style>([^]*?)<\/style>/.exec(html) ?? [];
    const loopback = 'http://localhost:* http://127.0.0.1:*';
    const policy = [
      "default-src 'none'",
      `script-src ${hashOf(script)}`,
      `style-src ${hashOf(style)} ${hashOf(await elementStyles())}`,
      `connect-src https: ${loopback}`,
      `form-action https: ${loopback}`,
      'img-src https:',
      "base-uri 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types lit-html',
    ].join('; ');
    const page = html
      .replace('<meta charset="utf-8" />', (charset) =>
        [charset, `<meta http-equiv="Content-Security-Policy" content="${policy}" />`].join(
          '\n    ',
        ),
      )
      .replace('</body>', () => `<script>${script}</script></body>`);
    for (const name of Object.keys(bundle)) Reflect.deleteProperty(bundle, name);
    this.emitFile({ type: 'asset', fileName: 'webview.html', source: page });
  },
});
