import { takeExternal } from './ding-external.js';
import { takeOwnPayment, takeSystems, takeTitles } from './ding-sections.js';
import { dingName, DingVariables, isUnknown } from './ding-variables.js';
import { takeIntro } from './intro.js';
import type { Variables } from './read-variables.js';
import { say, type Taking } from './taking.js';

export { isDingDebt } from './ding-variables.js';

function takeIntroduction(taking: Taking, old: DingVariables): void {
  const box = dingName('show_introtext');
  const from = dingName('introtext');
  // The old page had it in the form of the debts that are paid there.
  if (!old.box('show_introtext') || !old.box('enable_internal')) {
    const says = say(
      'Indledningen blev ikke vist på den gamle side, så den følger ikke med. Overblikket har sin egen.',
      'The introduction was not shown on the old page, so it does not come along. The overview has its own.',
    );
    taking.left(box, says);
    if (old.has('introtext')) taking.left(from, says);
    return;
  }
  if (old.has('show_introtext')) {
    taking.left(
      box,
      say(
        'Indledningen var slået til. Overblikket har altid en.',
        'The introduction was on. The overview always has one.',
      ),
    );
  }
  if (old.has('introtext')) takeIntro(taking, from, old.words('introtext'));
  else {
    const says = say(
      'Ingen har skrevet en indledning, så den gamle side viste sin egen. Her vises overblikkets.',
      'Nobody has written an introduction, so the old page showed its own. Here the overview’s is shown.',
    );
    taking.left(from, says);
  }
}

/** From DDB CMS (the module ding_debt of Drupal 7). */
export function takeDingDebt(taking: Taking, variables: Variables): void {
  const old = new DingVariables(variables);
  takeSystems(taking, old);
  takeOwnPayment(taking, old);
  takeExternal(taking, old);
  // After the payment site: whether a heading is our default depends on its name.
  takeTitles(taking, old);
  takeIntroduction(taking, old);
  for (const box of old.unclear) {
    const says = say(
      'Der står hverken ja eller nej. Det er læst, som om intet var valgt.',
      'It says neither yes nor no. It is read as if nothing were chosen.',
    );
    taking.decide(dingName(box), '', says);
  }
  for (const name of variables.keys()) {
    if (!isUnknown(name)) continue;
    const says = say(
      'Vi kender den ikke, så den er ikke taget med.',
      'We do not know it, so it is not taken.',
    );
    taking.left(name, says);
  }
}
