import type { Configuration } from '../../../src/config/configuration.js';
import { formatsOf } from '../../../src/i18n/formats.js';
import type { CalendarDate } from '../../../src/util/time.js';
import type { ChecklistItem } from '../checklist.js';
import { toSaved } from '../saved.js';
import type { WorkbenchState } from '../state.js';
import { CMS_MODULES } from './cms-modules.js';
import { exampleSettings, withExampleNote } from './example-note.js';
import { jsonOf } from './json.js';
import { cssOf, markupOf, ownSlots, type ExtraAttributes, type ScriptFile } from './markup.js';
import { supplierLetter } from './supplier-letter.js';

/** What the files of a package are made of. */
export interface PackageContent {
  readonly state: WorkbenchState;
  readonly configuration: Configuration;
  readonly today: CalendarDate;
  readonly extra: ExtraAttributes;
  readonly script: Required<ScriptFile>;
  /** The shipped theme, if one is chosen as it is. */
  readonly theme?: { readonly id: string; readonly css?: string } | undefined;
  /** What must still be corrected. */
  readonly must: readonly ChecklistItem[];
}

/** Some editors read a file without it in another encoding. */
const BYTE_ORDER_MARK = '\ufeff';

export const LICENCE = 'ddb-debt-overview.js.LICENSE.txt';

/** The style sheet: the theme, or a rule with the library's own values. */
function styleSheet({
  state,
  theme,
}: PackageContent): readonly [name: string, css: string] | undefined {
  if (theme?.css) return [`${theme.id}.css`, theme.css];
  const css = cssOf(state.arrangement);
  return css ? ['mellemvaerender.css', css] : undefined;
}

function instructions(content: PackageContent, css: string | undefined): string {
  const { state, today, script, must } = content;
  const { library } = state.project;
  const hasLogin = ownSlots(state.arrangement).some(([slot]) => slot === 'login');
  const files: readonly (readonly [name: string, what: string])[] = [
    ['indsaet.html', 'koden til den side, hvor låneren ser sine mellemværender'],
    [script.name, 'programmet; udgavens nummer står i navnet, så en ny udgave får et nyt navn'],
    [LICENCE, 'licenserne; filen skal ligge ved siden af programmet'],
    ...(css ? [[css, 'udseendet'] as const] : []),
    ['config.json', 'den samme opsætning som JSON, til modulet i et CMS'],
    ['opsaetning.json', 'åbner opsætningen igen i prøvebordet, under Importér'],
    ['brev-til-appens-leverandoer.txt', 'oplysninger og tekster til appen'],
  ];
  const steps = [
    `Læg ${script.name} og ${LICENCE} på jeres server.`,
    `Ret src="${script.name}" i indsaet.html, så adressen passer.`,
    ...(css
      ? [
          `Læg ${css} på serveren, og sæt <link rel="stylesheet" href="${css}"> ind i sidens <head>.`,
        ]
      : []),
    hasLogin
      ? 'Se efter, at linket til login i indsaet.html er rigtigt.'
      : 'Skriv et link til jeres login i indsaet.html: <a slot="login" href="...">Log ind</a>. Det skal stå mellem <ddb-debt-overview ...> og </ddb-debt-overview>.',
    'Sæt indholdet af indsaet.html ind på siden.',
    'Åbn siden, og sammenlign med forhåndsvisningen. Vil I se en anden dag, så skriv fx preview-date="2027-03-01" lige efter <ddb-debt-overview, og fjern det igen.',
  ];
  const unfinished = must.length
    ? `\nSKAL RETTES FØRST\n${must.map(({ message }) => `- ${message.da}\n`).join('')}`
    : '';
  return `Mellemværender${library.trim() && ` – ${library.trim()}`}
Hentet den ${formatsOf('da').dayOf(today)}
${unfinished}
FILERNE
${files.map(([name, what]) => `- ${name}: ${what}.\n`).join('')}
HAR I DRUPAL, DDB CMS, DPL CMS ELLER WORDPRESS?
Så brug modulet. Installér det, og sæt config.json ind i dets formular:
${CMS_MODULES.map(({ systems, archive, path, place }) => `- ${systems.da}: ${archive}-….zip. ${path.da}, under »${place.da}«.\n`).join('')}
ELLERS GØR I SÅDAN
${steps.map((step, index) => `${index + 1}. ${step}\n`).join('')}
KONTROL AF PROGRAMMET
${script.integrity}
Det er programmets kontrolsum. Den står også i indsaet.html. Browseren afviser filen, hvis den er ændret, så den må
ikke pakkes eller minificeres igen.
`;
}

/** The text files of a package, by name. The code is in ASCII; the script is added to them. */
export function packageFiles(content: PackageContent): Readonly<Record<string, string>> {
  const { state, configuration, today, extra, script } = content;
  const { arrangement, project } = state;
  const examples = exampleSettings(state);
  const sheet = styleSheet(content);
  return {
    'LAESMIG.txt': BYTE_ORDER_MARK + instructions(content, sheet?.[0]),
    'indsaet.html': withExampleNote(markupOf(arrangement, extra, script), 'html', examples),
    'config.json': jsonOf(arrangement, extra, examples),
    'opsaetning.json': JSON.stringify(toSaved(state), null, 2),
    'brev-til-appens-leverandoer.txt':
      BYTE_ORDER_MARK + supplierLetter(arrangement, configuration, today, project),
    ...(sheet && { [sheet[0]]: sheet[1] }),
  };
}
