import { dingName, type DingBox, type DingVariables, type DingText } from './ding-variables.js';
import { migrateExtraInformation } from './extra-information.js';
import { migratePaymentSite } from './payment-site.js';
import { bilingual, type Migration } from './migration.js';

const BUTTON = ['external_button_text', 'external_button_url'] as const;
const INFORMATION = ['external_extra_information', 'external_show_extra_information'] as const;

const NO_LIST = bilingual(
  'Listen over det, der betales et andet sted, var slået fra, så dette blev ikke vist.',
  'The list of what is paid elsewhere was off, so this was not shown.',
);

const NO_BUTTON = bilingual(
  'Knappen til betalingssiden var slået fra, så dette blev ikke vist. Skal låneren have en knap, så skriv det i opsætningen.',
  'The button to the payment site was off, so this was not shown. If patrons are to have a button, write it in the configuration.',
);

function omitAll(
  migration: Migration,
  old: DingVariables,
  names: readonly (DingBox | DingText)[],
  reason: typeof NO_LIST,
): void {
  for (const name of names) if (old.has(name)) migration.omit(dingName(name), reason);
}

function migrateButton(migration: Migration, old: DingVariables): void {
  if (!old.box('enable_external_button')) {
    omitAll(migration, old, ['enable_external_button', ...BUTTON], NO_BUTTON);
    return;
  }
  const linkOf = (name: DingText) => ({ from: dingName(name), value: old.words(name) });
  migratePaymentSite(migration, {
    url: linkOf('external_button_url'),
    label: linkOf('external_button_text'),
  });
  const message = bilingual(
    'Knappen var slået til. Oversigten viser den, når der er en adresse til betalingssiden.',
    'The button was on. The overview shows it where there is an address of the payment site.',
  );
  const from = dingName('enable_external_button');
  if (migration.arrangement.settings.oirPaymentUrl)
    migration.covered(from, 'oir-payment-url', message);
  else migration.omit(from, message);
  if (!old.words('external_button_text') && old.has('external_button_text')) {
    const own = bilingual(
      'Knappen var uden ord. Oversigtens egne bruges.',
      'The button had no words. The overview’s own are used.',
    );
    migration.omit(dingName('external_button_text'), own);
  }
}

function migrateInformation(migration: Migration, old: DingVariables): void {
  const from = dingName('external_extra_information');
  if (old.has('external_extra_information')) {
    migrateExtraInformation(migration, from, old.words('external_extra_information'));
  } else {
    const message = bilingual(
      'Ingen har skrevet en tekst, så den gamle side viste sin egen. Oversigten har selv en tekst om, hvornår en betaling kan ses.',
      'Nobody has written a text, so the old page showed its own. The overview itself says when a payment shows.',
    );
    migration.omit(from, message);
  }
  const ineffective = bilingual(
    'Feltet gjorde ingen forskel: den gamle side viste teksten, når der var en.',
    'The box made no difference: the old page showed the text whenever there was one.',
  );
  omitAll(migration, old, ['external_show_extra_information'], ineffective);
}

/** Migrates the list of debts that are paid elsewhere, with the text below it. */
export function migrateExternal(migration: Migration, old: DingVariables): void {
  if (old.box('enable_external')) {
    migrateButton(migration, old);
    migrateInformation(migration, old);
  } else omitAll(migration, old, ['enable_external_button', ...BUTTON, ...INFORMATION], NO_LIST);
}
