import { cleaned } from './html.js';
import { dingName, type DingVariables } from './ding-variables.js';
import { say, type Taking } from './taking.js';

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

function chosen(hasInternal: boolean, hasExternal: boolean): 'both' | 'dibs' | 'oir' | undefined {
  if (hasInternal) return hasExternal ? 'both' : 'dibs';
  return hasExternal ? 'oir' : undefined;
}

const NEITHER = say(
  'Begge lister var slået fra, men et overblik, der intet viser, hjælper ingen. Vælg, hvad låneren skal se.',
  'Both lists were off, but an overview that shows nothing helps nobody. Choose what the patron is to see.',
);

/** Which lists there were. */
export function takeSystems(taking: Taking, old: DingVariables): void {
  const systems = chosen(old.box('enable_internal'), old.box('enable_external'));
  for (const [name, da, en] of LISTS) {
    const from = dingName(name);
    if (!systems) {
      taking.decide(from, 'systems', NEITHER);
      continue;
    }
    const unset = old.has(name)
      ? say('', '')
      : say(' (det er den, når intet er valgt)', ' (it is, where nothing is chosen)');
    const later =
      systems === 'dibs' && name === 'enable_external'
        ? say(
            ' Når biblioteket går over, skal begge slags vises.',
            ' When the library goes over, both kinds have to be shown.',
          )
        : say('', '');
    const [til, on] = old.box(name) ? ['slået til', 'was on'] : ['slået fra', 'was off'];
    const says = say(
      `${da} var ${til}${unset.da}, og sådan er det stadig.${later.da}`,
      `${en} ${on}${unset.en}, and so it still is.${later.en}`,
    );
    taking.setting(from, 'systems', systems, says);
  }
}

/** The headings of the two lists. The old page had none where there was one list. */
export function takeTitles(taking: Taking, old: DingVariables): void {
  const hasBoth = old.box('enable_internal') && old.box('enable_external');
  for (const [name, key] of TITLES) {
    const { words } = cleaned(old.words(name));
    const from = dingName(name);
    if (!words) {
      if (old.has(name))
        taking.left(
          from,
          say(
            'Der stod ingen overskrift. Overblikkets egen bruges.',
            'There was no heading. The overview’s own is used.',
          ),
        );
    } else if (hasBoth) {
      taking.text(
        from,
        key,
        words,
        say('Overskriften er taget med på dansk.', 'The heading is taken in Danish.'),
      );
    } else {
      const says = say(
        `Overskriften »${words}« stod kun på den gamle side, når begge lister blev vist, og det gjorde de ikke. Overblikkets egen bruges.`,
        `The heading “${words}” was on the old page only where both lists were shown, and they were not. The overview’s own is used.`,
      );
      taking.left(from, says);
    }
  }
}

/** Whether one could pay on the library's own site. Where that begins, the old configuration does not say. */
export function takeOwnPayment(taking: Taking, old: DingVariables): void {
  const from = dingName('enable_internal_button');
  if (!old.box('enable_internal')) {
    if (old.has('enable_internal_button'))
      taking.left(
        from,
        say(
          'Listen, knappen hørte til, var slået fra.',
          'The list that the button belonged to was off.',
        ),
      );
    return;
  }
  const says = old.box('enable_internal_button')
    ? say(
        'Den gamle side havde en betalingsknap, men den gamle opsætning siger ikke, hvor betalingen begynder. Spørg jeres leverandør om adressen; indtil den er sat, er der ingen knap.',
        'The old page had a pay button, but the old configuration does not say where the payment starts. Ask your supplier for the address; until it is set there is no button.',
      )
    : say(
        'Den gamle side var uden betalingsknap. Skal det blive ved sådan, så lad adressen være tom.',
        'The old page had no pay button. If it is to stay so, leave the address empty.',
      );
  taking.decide(from, 'dibs-payment-url', says);
}
