import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { TextKey } from '../../../src/i18n/locales.js';
import {
  COLLECTION_KEYS,
  collectionOf,
  COLLECTIONS,
  oldCollectionOf,
  sentenceOf,
  withCollection,
  type Collection,
} from '../collection.js';
import type { WorkbenchStore } from '../store.js';
import { uiLanguage, words } from '../ui-language.js';
import { dayName } from './timeline-view.js';

const collectionName = (collection: Collection | 'own'): string =>
  ({
    municipality: words('Opkræves af kommunen', 'Collected by the municipality'),
    form: words('Indbetalingskort i Digital Post', 'Giro form in Digital Post'),
    invoice: words('Faktura', 'Invoice'),
    own: words('Med egne ord', 'In your own words'),
  })[collection];

function showText(store: WorkbenchStore, key: TextKey): void {
  store.updateView({ tab: 'texts', highlighted: key });
  requestAnimationFrame(() =>
    document.getElementById(`words-${key}`)?.querySelector('summary')?.focus(),
  );
}

/** The sentences that the choice fills in. */
const sentencesView = (store: WorkbenchStore, keys: readonly TextKey[]): TemplateResult =>
  html`<ul class="sentences">
    ${keys.map((key) => {
      const { switchDate } = store.configuration.settings;
      const date = switchDate ? dayName(switchDate) : '…';
      const { texts } = store.state.arrangement;
      const sentence = sentenceOf(texts, key, uiLanguage).replaceAll('{date}', date);
      return html`<li>
        ${sentence}
        <button type="button" class="tertiary" @click=${() => showText(store, key)}>
          ${words('Ret', 'Edit')}<span class="hidden">: ${sentence}</span>
        </button>
      </li>`;
    })}
  </ul>`;

/** How new debts are paid where there is no payment site, and whether old debts are too. */
export function collectionView(store: WorkbenchStore): TemplateResult | '' {
  const { settings } = store.configuration;
  if (settings.oirPaymentUrl || settings.systems === 'dibs') return '';
  const { texts } = store.state.arrangement;
  const now = collectionOf({ texts });
  const old = oldCollectionOf({ texts });
  const choose = (chosen: string): void => {
    const collection = COLLECTIONS.find((one) => one === chosen);
    if (!collection) return showText(store, 'oir.noSite');
    const next = withCollection(texts, 'new', collection);
    const withOld =
      old === 'none' || old === 'own' ? next : withCollection(next, 'old', collection);
    const { state } = store;
    // The library's own words are lost, so the Back button must restore them.
    if (now === 'own') {
      store.loadState({ ...state, arrangement: { ...state.arrangement, texts: withOld } });
    } else store.updateArrangement({ texts: withOld });
  };
  // Old debts cannot follow words that are not known.
  const followed = now === 'own' ? undefined : now;
  return html`<div class="field choice">
      <label for="collection"
        >${words('Sådan betales nye mellemværender', 'How new debts are paid')}</label
      >
      <select
        id="collection"
        aria-describedby="collection-explains"
        @change=${({ target }: Event) => choose((target as HTMLSelectElement).value)}
      >
        ${[...COLLECTIONS, 'own' as const].map(
          (one) =>
            html`<option value=${one} ?selected=${live(one === now)}>
              ${collectionName(one)}
            </option>`,
        )}
      </select>
      <p id="collection-explains" class="explains">
        ${words(
          'Der er ikke noget betalingssted, så låneren læser disse sætninger. Valget udfylder dem på dansk og engelsk; I kan rette hver af dem.',
          'There is no payment site, so patrons read these sentences. The choice fills them in, in Danish and English; you can edit each of them.',
        )}
      </p>
      ${sentencesView(store, COLLECTION_KEYS.new)}
    </div>
    ${
      settings.systems === 'both' && ((followed && !settings.dibsPaymentUrl) || old !== 'none')
        ? html`<div class="field flag">
            <input
              id="collection-old"
              type="checkbox"
              aria-describedby="collection-old-explains"
              .checked=${live(old !== 'none')}
              @change=${({ target }: Event) =>
                store.updateArrangement({
                  texts: withCollection(
                    texts,
                    'old',
                    (target as HTMLInputElement).checked ? followed : undefined,
                  ),
                })}
            />
            <label for="collection-old"
              >${words('Gamle mellemværender betales på samme måde', 'Old debts are paid in the same way')}</label
            >
            <p id="collection-old-explains" class="explains">
              ${words(
                'Sæt kryds, hvis gamle mellemværender heller ikke kan betales hos jer. Låneren læser den første sætning, til den gamle betaling slutter, og derefter den anden.',
                'Tick it if old debts cannot be paid with you either. Patrons read the first sentence until the old payment ends, and then the second.',
              )}
            </p>
            ${old === 'none' ? '' : sentencesView(store, COLLECTION_KEYS.old.slice(0, 2))}
          </div>`
        : ''
    }`;
}
