import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openWorkspace } from './workspace.js';

let workspace;
before(async () => {
  workspace = await openWorkspace(['editors']);
});
after(() => workspace?.close());

const installed = (file) => JSON.parse(workspace.read(file));

/** The completions of a VS Code language service at `|`. */
function offeredBy(service, { TextDocument }, language, parse) {
  return (written) => {
    const document = TextDocument.create(`a.${language}`, language, 1, written.replace('|', ''));
    const at = document.positionAt(written.indexOf('|'));
    const { items } = service.doComplete(document, at, parse(document));
    return items.map(({ label }) => label);
  };
}

test('VS Code completes the tag, its attributes, and the values of enumerated attributes', async () => {
  const html = await workspace.tool('editors', 'vscode-html-languageservice');
  const data = installed('dist/vscode.html-custom-data.json');
  const customDataProviders = [html.newHTMLDataProvider('ddb', data)];
  const service = html.getLanguageService({ customDataProviders });
  const offered = offeredBy(service, html, 'html', (page) => service.parseHTMLDocument(page));

  assert.ok(offered('<ddb|').includes('ddb-debt-overview'));
  const attributes = offered('<ddb-debt-overview |');
  for (const name of ['fees-url', 'mobilepay', 'preview-date']) {
    assert.ok(attributes.includes(name), name);
  }
  assert.deepEqual(offered('<ddb-debt-overview systems="|"'), ['both', 'dibs', 'oir']);
  assert.deepEqual(offered('<ddb-debt-overview heading-level="|"'), [...'123456']);
  assert.deepEqual(offered('<ddb-debt-overview fees-url="|"'), []);
});

test('VS Code completes the custom properties and the parts', async () => {
  const css = await workspace.tool('editors', 'vscode-css-languageservice');
  const data = installed('dist/vscode.css-custom-data.json');
  const customDataProviders = [css.newCSSDataProvider(data)];
  const service = css.getCSSLanguageService({ customDataProviders });
  const offered = offeredBy(service, css, 'css', (sheet) => service.parseStylesheet(sheet));

  assert.ok(offered('ddb-debt-overview { | }').includes('--ddb-debt-on-action'));
  assert.ok(offered('ddb-debt-overview::| {}').includes('::part(pay-button)'));
  const described = ({ name }) => name === '--ddb-debt-on-action';
  assert.match(data.properties.find(described).description, /\(default: #fff\)$/);
});

test('JetBrains’ editors find their data by package.json, with the package’s own name and version', () => {
  const { name, version, 'web-types': file } = installed('package.json');
  const types = installed(file);
  assert.deepEqual([types.name, types.version], [name, version]);
  const [element] = types.contributions.html.elements;
  const valueOf = (wanted) => element.attributes.find((one) => one.name === wanted).value;
  assert.deepEqual(valueOf('mobilepay'), { kind: 'no-value', type: 'boolean' });
  assert.deepEqual(valueOf('systems'), { type: "'both' | 'dibs' | 'oir'", default: 'both' });
  assert.equal(element.js.events.length, 5);
});
