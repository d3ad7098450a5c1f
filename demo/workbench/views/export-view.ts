import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { validTokens } from '../css-value.js';
import { download, packageZip } from '../download.js';
import type { WorkbenchStore } from '../store.js';
import { CMS_MODULES } from '../export/cms-modules.js';
import { exampleSettings, withExampleNote } from '../export/example-note.js';
import { jsonOf } from '../export/json.js';
import { cssOf, markupOf, ownSlots, type ExtraAttributes } from '../export/markup.js';
import { reactOf } from '../export/react.js';
import { supplierLetter } from '../export/supplier-letter.js';
import { toSaved } from '../saved.js';
import { fitsLink, fragmentOf } from '../share.js';
import { chosenTheme } from '../themes.js';
import { localize, words } from '../ui-language.js';
import { tasksOf } from './check-view.js';

/** The attributes to export in addition to the library's own. */
function extraOf({ state, view: { exportOptions } }: WorkbenchStore): ExtraAttributes {
  return [
    ...(exportOptions.channel === 'app' ? [['channel', 'app'] as const] : []),
    ...(exportOptions.dated ? [['preview-date', state.simulation.date] as const] : []),
  ];
}

async function copy(store: WorkbenchStore, text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    store.announce({ da: 'Kopieret.', en: 'Copied.' });
  } catch {
    store.updateView({
      status: {
        da: 'Browseren tillader ikke at kopiere. Markér teksten, og kopiér den selv.',
        en: 'The browser does not allow copying. Select the text and copy it yourself.',
      },
    });
  }
}

function codeView(store: WorkbenchStore, id: string, name: string, explains: string, code: string) {
  return html`<section class="code" aria-labelledby="code-${id}">
    <header>
      <h3 id="code-${id}">${name}</h3>
      <button type="button" class="secondary" @click=${() => copy(store, code)}>
        ${words('Kopiér', 'Copy')}<span class="hidden">: ${name}</span>
      </button>
    </header>
    <p class="explains">${explains}</p>
    <textarea
      readonly
      data-code=${id}
      aria-labelledby="code-${id}"
      rows=${Math.min(16, code.split('\n').length + 1)}
      spellcheck="false"
      .value=${code}
    ></textarea>
  </section>`;
}

function save(store: WorkbenchStore): void {
  const text = JSON.stringify(toSaved(store.state), null, 2);
  download(`mellemvaerender-${store.today}.json`, text, 'application/json');
}

async function downloadPackage(store: WorkbenchStore): Promise<void> {
  const { state, configuration, today } = store;
  const { must } = tasksOf(store);
  try {
    const theme = chosenTheme(state.arrangement.tokens);
    const extra = extraOf(store);
    const zip = await packageZip({ state, configuration, today, must, extra, theme });
    download(`mellemvaerender-${today}.zip`, zip, 'application/zip');
    store.announce({ da: 'Pakken er hentet.', en: 'The package is downloaded.' });
  } catch {
    store.updateView({
      status: {
        da: 'Pakken kan ikke hentes, for programmet mangler her. Hent koden nedenfor, og spørg den, der driver prøvebordet.',
        en: 'The package cannot be downloaded, because the script is missing here. Get the code below, and ask whoever runs the workbench.',
      },
    });
  }
}

/** What must be corrected before the code is used. */
function unfinishedView(store: WorkbenchStore): TemplateResult | '' {
  const { must } = tasksOf(store);
  if (!must.length) return '';
  const one = must.length === 1;
  return html`<div class="example">
    <p>
      ${words(
        `Koden er ikke færdig: ${one ? 'Én ting' : `${must.length} ting`} skal rettes først.`,
        `The code is not finished: ${one ? 'one thing' : `${must.length} things`} must be corrected first.`,
      )}
      <button type="button" class="tertiary" @click=${() => store.updateView({ tab: 'check' })}>
        ${words('Se tjeklisten', 'See the checklist')}
      </button>
    </p>
  </div>`;
}

/** The modules for a CMS, which take the settings as JSON. */
const modulesView = (json: string, store: WorkbenchStore): TemplateResult =>
  html`<section class="group" aria-labelledby="group-modules">
    <h2 id="group-modules">
      ${words('Til Drupal, DDB CMS, DPL CMS og WordPress', 'For Drupal, DDB CMS, DPL CMS and WordPress')}
    </h2>
    <p class="lead">
      ${words(
        'Her er der et modul med det hele. Den, der driver hjemmesiden, installerer det. Kopiér så opsætningen, og sæt den ind i modulets formular.',
        'There is a module with everything in it. Whoever runs the website installs it. Then copy the setup, and paste it into the module’s form.',
      )}
    </p>
    <dl class="modules">
      ${CMS_MODULES.map(
        ({ systems, archive, path, place }) =>
          html`<dt>${localize(systems)}</dt>
            <dd><code>${archive}-….zip</code></dd>
            <dd>
              ${words('Sæt ind under', 'Paste under')} ${localize(path)}:
              ${words(`»${place.da}«`, `“${place.en}”`)}
            </dd>`,
      )}
    </dl>
    <p class="explains">
      ${words(
        'Filerne ligger i projektets mappe dist/integrations, når det er bygget (npm run build).',
        'The files are in the project’s folder dist/integrations once it is built (npm run build).',
      )}
      ${
        ownSlots(store.state.arrangement).length
          ? words(
              'Jeres eget indhold er ikke med i opsætningen; modulet har selv linket til login.',
              'Your own content is not in the setup; the module has its own link to log in.',
            )
          : ''
      }
    </p>
    <p class="bar">
      <button type="button" data-copies="json" @click=${() => copy(store, json)}>
        ${words('Kopiér opsætningen', 'Copy the setup')}
      </button>
    </p>
  </section>`;

/** The tab for exporting: a link, code for the page, and a letter to the app's supplier. */
export function exportView(store: WorkbenchStore): TemplateResult {
  const { arrangement } = store.state;
  const { exportOptions } = store.view;
  const bad = Object.keys(arrangement.tokens).length - validTokens(arrangement.tokens).length;
  const extra = extraOf(store);
  const examples = exampleSettings(store.state);
  const css = cssOf(arrangement);
  const link = new URL(fragmentOf(store.state), location.href).href;
  return html`<section class="group" aria-labelledby="group-share">
      <h2 id="group-share">${words('Del opsætningen', 'Share the setup')}</h2>
      <p class="lead">
        ${words(
          'Linket genskaber hele opsætningen. Alt står i selve linket; intet bliver sendt nogen steder hen.',
          'The link restores the whole setup. All of it is in the link itself; nothing is sent anywhere.',
        )}
        ${
          fitsLink(store.state)
            ? ''
            : words(
                'Svaret fra FBS er for langt til et link og er ikke med. Gem det som fil i stedet.',
                'The answer of FBS is too long for a link and is left out. Save it as a file instead.',
              )
        }
      </p>
      <p class="bar">
        <button type="button" data-link=${link} @click=${() => copy(store, link)}>
          ${words('Kopiér link', 'Copy link')}
        </button>
        <button type="button" class="secondary" @click=${() => save(store)}>
          ${words('Gem som fil', 'Save as a file')}
        </button>
      </p>
    </section>
    <section class="group" aria-labelledby="group-package">
      <h2 id="group-package">${words('Det hele i én pakke', 'Everything in one package')}</h2>
      ${unfinishedView(store)}
      <p class="lead">
        ${words(
          'En zip-fil med programmet, koden til siden, udseendet, brevet til appens leverandør og en vejledning til den, der sætter det ind.',
          'A zip file with the script, the code for the page, the look, the letter to the app’s supplier, and instructions in Danish for whoever puts it in.',
        )}
      </p>
      <p class="bar">
        <button type="button" @click=${() => downloadPackage(store)}>
          ${words('Hent pakken', 'Download the package')}
        </button>
      </p>
    </section>
    ${modulesView(jsonOf(arrangement, [], examples), store)}
    <section class="group" aria-labelledby="group-code">
      <h2 id="group-code">${words('Kode til jeres side', 'Code for your page')}</h2>
      <p class="lead">
        ${words(
          'Til alle andre systemer. Giv koden til den, der passer hjemmesiden, eller sæt den selv ind.',
          'For any other system. Give the code to whoever looks after the website, or paste it yourself.',
        )}
      </p>
      <div class="bar">
        <label class="check"
          ><input
            type="checkbox"
            .checked=${live(exportOptions.channel === 'app')}
            @change=${({ target }: Event) => {
              const channel = (target as HTMLInputElement).checked ? 'app' : 'cms';
              store.updateView({ exportOptions: { ...exportOptions, channel } });
            }}
          />
          ${words('Til appen', 'For the app')} <code>channel</code></label
        >
        <label class="check"
          ><input
            type="checkbox"
            .checked=${live(exportOptions.dated)}
            @change=${({ target }: Event) =>
              store.updateView({
                exportOptions: { ...exportOptions, dated: (target as HTMLInputElement).checked },
              })}
          />
          ${words('Til en testside: vis altid denne dag', 'For a test page: always show this day')}
          <code>preview-date</code></label
        >
      </div>
      ${codeView(
        store,
        'html',
        'HTML',
        words(
          'Læg ddb-debt-overview.js på jeres server, og sæt dette ind, hvor oversigten skal stå.',
          'Put ddb-debt-overview.js on your server, and paste this where the overview belongs.',
        ),
        withExampleNote(markupOf(arrangement, extra), 'html', examples),
      )}
      ${
        css
          ? codeView(
              store,
              'css',
              'CSS',
              words('Til temaets stylesheet.', 'For the theme’s style sheet.') +
                (bad
                  ? words(
                      ` Det, der skal rettes under Udseende, er ikke med (${bad}).`,
                      ` What must be corrected under Look is left out (${bad}).`,
                    )
                  : ''),
              css,
            )
          : ''
      }
      ${codeView(
        store,
        'react',
        'React',
        words(
          'Til React 19, efter import af "ddb-debt-overview/define".',
          'For React 19, after importing "ddb-debt-overview/define".',
        ),
        withExampleNote(reactOf(arrangement, extra), 'jsx', examples),
      )}
      ${codeView(
        store,
        'json',
        'JSON',
        words(
          'Til egenskaben config, eller til et system, der selv skriver HTML.',
          'For the config property, or for a system that writes the HTML itself.',
        ) +
          (ownSlots(arrangement).length
            ? words(
                ' Jeres eget indhold (HTML i pladserne) er ikke med: Det skal stå inde i koden.',
                ' Your own content (HTML in slots) is not in it: it belongs inside the tag.',
              )
            : ''),
        jsonOf(arrangement, extra, examples),
      )}
    </section>
    <section class="group" aria-labelledby="group-supplier">
      <h2 id="group-supplier">
        ${words('Brev til appens leverandør', 'Letter to the app’s supplier')}
      </h2>
      <p class="lead">
        ${words(
          'Dato, betalingssted og tekster, klar til at sende i en mail.',
          'Date, payment site and texts, ready to send in an e-mail. It is in Danish.',
        )}
      </p>
      ${codeView(
        store,
        'supplier',
        words('Brev', 'Letter'),
        words(
          'Standardtekster er mærket STANDARD, til I godkender dem. Er der noget, der skal rettes først, står det øverst.',
          'Default texts are marked STANDARD until you approve them. What must be corrected first is at the top.',
        ),
        supplierLetter(arrangement, store.configuration, store.today, store.state.project),
      )}
    </section>`;
}
