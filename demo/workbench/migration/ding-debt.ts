import { migrateExternal } from './ding-external.js';
import { migrateOwnPayment, migrateSystems, migrateTitles } from './ding-sections.js';
import { dingName, DingVariables, isUnknown } from './ding-variables.js';
import { migrateIntro } from './intro.js';
import type { Variables } from './parse-variables.js';
import { bilingual, type Migration } from './migration.js';

export { isDingDebt } from './ding-variables.js';

function migrateIntroduction(migration: Migration, old: DingVariables): void {
  const box = dingName('show_introtext');
  const from = dingName('introtext');
  // The old page showed it in the form for paying debts on the site.
  if (!old.box('show_introtext') || !old.box('enable_internal')) {
    const message = bilingual(
      'Indledningen blev ikke vist på den gamle side, så den følger ikke med. Oversigten har sin egen.',
      'The introduction was not shown on the old page, so it does not come along. The overview has its own.',
    );
    migration.omit(box, message);
    if (old.has('introtext')) migration.omit(from, message);
    return;
  }
  if (old.has('show_introtext')) {
    migration.omit(
      box,
      bilingual(
        'Indledningen var slået til. Oversigten har altid en.',
        'The introduction was on. The overview always has one.',
      ),
    );
  }
  if (old.has('introtext')) migrateIntro(migration, from, old.words('introtext'));
  else {
    const message = bilingual(
      'Ingen har skrevet en indledning, så den gamle side viste sin egen. Her vises oversigtens.',
      'Nobody has written an introduction, so the old page showed its own. Here the overview’s is shown.',
    );
    migration.omit(from, message);
  }
}

/** Migrates the configuration of DDB CMS (the module ding_debt of Drupal 7). */
export function migrateDingDebt(migration: Migration, variables: Variables): void {
  const old = new DingVariables(variables);
  migrateSystems(migration, old);
  migrateOwnPayment(migration, old);
  migrateExternal(migration, old);
  // After the payment site, because the default headings depend on its name.
  migrateTitles(migration, old);
  migrateIntroduction(migration, old);
  for (const box of old.unclear) {
    const message = bilingual(
      'Der står hverken ja eller nej. Det er læst, som om intet var valgt.',
      'It says neither yes nor no. It is read as if nothing were chosen.',
    );
    migration.decide(dingName(box), '', message);
  }
  for (const name of variables.keys()) {
    if (!isUnknown(name)) continue;
    const message = bilingual(
      'Vi kender den ikke, så den er ikke taget med.',
      'We do not know it, so it is not taken.',
    );
    migration.omit(name, message);
  }
}
