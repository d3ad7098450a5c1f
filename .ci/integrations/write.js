/** The settings' JSON Schema and the archives of the CMS modules, in dist/integrations/. Needs the rest of the build. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dist, element, version } from '../api/manifest.js';
import { archives } from './archives.js';
import { source } from './source.js';

const { settingsSchema } = await source('.ci/integrations/schema.ts');
/** JSON, with invisible characters as escapes. */
const visible = (json) =>
  json.replace(/[\p{DI}\p{Cf}]/gu, (character) =>
    Array.from(
      { length: character.length },
      (_, at) => String.raw`\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
    ).join(''),
  );

const schema = `${visible(JSON.stringify(settingsSchema(element.attributes), null, 2))}\n`;

rmSync(dist('integrations'), { recursive: true, force: true });
mkdirSync(dist('integrations'), { recursive: true });
for (const [name, bytes] of Object.entries({
  'settings.schema.json': schema,
  ...archives(version, schema),
})) {
  writeFileSync(dist(`integrations/${name}`), bytes);
}
