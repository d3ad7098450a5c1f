/** The last step of the build: what editors, frameworks and sites need, made of what the steps before have built. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { dist } from './dist.js';
import { readElement } from './element.js';
import { frameworks } from './frameworks.js';
import { templates } from './templates.js';
import { versioned } from './versioned.js';
import { vsCodeCss, vsCodeHtml } from './vs-code.js';
import { webTypes } from './web-types.js';

const element = readElement();
const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

const files = {
  'templates.d.ts': templates(element),
  ...Object.fromEntries(
    Object.entries(frameworks).map(([name, typesFor]) => [`${name}.d.ts`, typesFor(element)]),
  ),
  'vscode.html-custom-data.json': json(vsCodeHtml(element)),
  'vscode.css-custom-data.json': json(vsCodeCss(element)),
  'web-types.json': json(webTypes(element)),
  ...versioned(element.version),
};
for (const [name, content] of Object.entries(files)) {
  mkdirSync(dirname(dist(name)), { recursive: true });
  writeFileSync(dist(name), content);
}
cpSync(new URL('../../themes', import.meta.url), dist('themes'), { recursive: true });
