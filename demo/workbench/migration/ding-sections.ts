import { sanitize } from './html.js';
import { dingName, type DingVariables } from './ding-variables.js';
import { bilingual, type Migration } from './migration.js';

const LISTS = [
  [
    'enable_internal',
    'Listen over det, der betales på jeres side,',
    'The list of what is paid on your site',
  ],
  [
    'enable_external',
    'Listen over det, der betales et andet sted,',
    'The list of what is paid elsewhere',
  ],
] as const;

const TITLES = [
  ['internal_title', 'dibs.heading'],
  ['external_title', 'oir.heading'],
] as const;

function systemsFor(
  hasInternal: boolean,
  hasExternal: boolean,
): 'both' | 'dibs' | 'oir' | undefined {
  if (hasInternal) return hasExternal ? 'both' : 'dibs';
  return hasExternal ? 'oir' : undefined;
}

const NEITHER = bilingual(
  'Begge lister var slået fra, men en oversigt, der intet viser, hjælper ingen. Vælg, hvad låneren skal se.',
  'Both lists were off, but an overview that shows nothing helps nobody. Choose what the patron is to see.',
);

/** Migrates which lists were shown. */
export function migrateSystems(migration: Migration, old: DingVariables): void {
  const systems = systemsFor(old.box('enable_internal'), old.box('enable_external'));
  for (const [name, da, en] of LISTS) {
    const from = dingName(name);
    if (!systems) {
      migration.decide(from, 'systems', NEITHER);
      continue;
    }
    const unset = old.has(name)
      ? bilingual('', '')
      : bilingual(' (det er den, når intet er valgt)', ' (it is, where nothing is chosen)');
    const later =
      systems === 'dibs' && name === 'enable_external'
        ? bilingual(
            ' Når biblioteket går over, skal begge slags vises.',
            ' When the library goes over, both kinds have to be shown.',
          )
        : bilingual('', '');
    const [til, on] = old.box(name) ? ['slået til', 'was on'] : ['slået fra', 'was off'];
    const message = bilingual(
      `${da} var ${til}${unset.da}, og sådan er det stadig.${later.da}`,
      `${en} ${on}${unset.en}, and so it still is.${later.en}`,
    );
    migration.setting(from, 'systems', systems, message);
  }
}

/** Migrates the headings of the two lists. The old page showed them only if it showed both lists. */
export function migrateTitles(migration: Migration, old: DingVariables): void {
  const hasBoth = old.box('enable_internal') && old.box('enable_external');
  for (const [name, key] of TITLES) {
    const { words } = sanitize(old.words(name));
    const from = dingName(name);
    if (!words) {
      if (old.has(name))
        migration.omit(
          from,
          bilingual(
            'Der stod ingen overskrift. Oversigtens egen bruges.',
            'There was no heading. The overview’s own is used.',
          ),
        );
    } else if (hasBoth) {
      migration.text(
        from,
        key,
        words,
        bilingual('Overskriften er taget med på dansk.', 'The heading is taken in Danish.'),
      );
    } else {
      const message = bilingual(
        `Overskriften »${words}« stod kun på den gamle side, når begge lister blev vist, og det gjorde de ikke. Oversigtens egen bruges.`,
        `The heading “${words}” was on the old page only where both lists were shown, and they were not. The overview’s own is used.`,
      );
      migration.omit(from, message);
    }
  }
}

/** Migrates payment on the library's own site. The old configuration has no URL for it. */
export function migrateOwnPayment(migration: Migration, old: DingVariables): void {
  const from = dingName('enable_internal_button');
  if (!old.box('enable_internal')) {
    if (old.has('enable_internal_button'))
      migration.omit(
        from,
        bilingual(
          'Listen, knappen hørte til, var slået fra.',
          'The list that the button belonged to was off.',
        ),
      );
    return;
  }
  const message = old.box('enable_internal_button')
    ? bilingual(
        'Den gamle side havde en betalingsknap, men den gamle opsætning siger ikke, hvor betalingen begynder. Spørg jeres leverandør om adressen; indtil den er sat, er der ingen knap.',
        'The old page had a pay button, but the old configuration does not say where the payment starts. Ask your supplier for the address; until it is set there is no button.',
      )
    : bilingual(
        'Den gamle side var uden betalingsknap. Skal det blive ved sådan, så lad adressen være tom.',
        'The old page had no pay button. If it is to stay so, leave the address empty.',
      );
  migration.decide(from, 'dibs-payment-url', message);
}
