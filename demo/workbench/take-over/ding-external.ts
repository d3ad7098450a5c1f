import { dingName, type DingBox, type DingVariables, type DingWords } from './ding-variables.js';
import { takeExtraInformation } from './extra-information.js';
import { takePaymentSite } from './payment-site.js';
import { say, type Taking } from './taking.js';

const BUTTON = ['external_button_text', 'external_button_url'] as const;
const INFORMATION = ['external_extra_information', 'external_show_extra_information'] as const;

const NO_LIST = say(
  'Listen over det, der betales et andet sted, var slået fra, så det her blev ikke vist.',
  'The list of what is paid elsewhere was off, so this was not shown.',
);

const NO_BUTTON = say(
  'Knappen til betalingssiden var slået fra, så det her blev ikke vist. Skal låneren have en knap, så skriv det i opsætningen.',
  'The button to the payment site was off, so this was not shown. If patrons are to have a button, write it in the configuration.',
);

function leave(
  taking: Taking,
  old: DingVariables,
  names: readonly (DingBox | DingWords)[],
  why: typeof NO_LIST,
): void {
  for (const name of names) if (old.has(name)) taking.left(dingName(name), why);
}

function takeButton(taking: Taking, old: DingVariables): void {
  if (!old.box('enable_external_button')) {
    leave(taking, old, ['enable_external_button', ...BUTTON], NO_BUTTON);
    return;
  }
  const linkOf = (name: DingWords) => ({ from: dingName(name), is: old.words(name) });
  takePaymentSite(taking, {
    url: linkOf('external_button_url'),
    label: linkOf('external_button_text'),
  });
  const says = say(
    'Knappen var slået til. Overblikket viser den, når der er en adresse til betalingssiden.',
    'The button was on. The overview shows it where there is an address of the payment site.',
  );
  const from = dingName('enable_external_button');
  if (taking.arrangement.settings.oirPaymentUrl) taking.within(from, 'oir-payment-url', says);
  else taking.left(from, says);
  if (!old.words('external_button_text') && old.has('external_button_text')) {
    const own = say(
      'Knappen var uden ord. Overblikkets egne bruges.',
      'The button had no words. The overview’s own are used.',
    );
    taking.left(dingName('external_button_text'), own);
  }
}

function takeInformation(taking: Taking, old: DingVariables): void {
  const from = dingName('external_extra_information');
  if (old.has('external_extra_information')) {
    takeExtraInformation(taking, from, old.words('external_extra_information'));
  } else {
    const says = say(
      'Ingen har skrevet en tekst, så den gamle side viste sin egen. Overblikket har selv en tekst om, hvornår en betaling kan ses.',
      'Nobody has written a text, so the old page showed its own. The overview itself says when a payment shows.',
    );
    taking.left(from, says);
  }
  const ineffective = say(
    'Feltet gjorde ingen forskel: den gamle side viste teksten, når der var en.',
    'The box made no difference: the old page showed the text whenever there was one.',
  );
  leave(taking, old, ['external_show_extra_information'], ineffective);
}

/** The list of what is paid elsewhere, and what stood below it. */
export function takeExternal(taking: Taking, old: DingVariables): void {
  if (old.box('enable_external')) {
    takeButton(taking, old);
    takeInformation(taking, old);
  } else leave(taking, old, ['enable_external_button', ...BUTTON, ...INFORMATION], NO_LIST);
}
