/** What a patron does in a page. These run there: they know nothing but what they are given. */

/** Looks at the debts, in each element there is. */
export const LOOKS = async ({ settled, look, tell }) => {
  const seen = [];
  for (const element of document.querySelectorAll('ddb-debt-overview')) {
    await settled(element);
    seen[seen.length] = look(element);
  }
  await tell({ seen });
};

/** Looks at them, chooses the first, pays it, and looks at the receipt. */
export const PAYS = async ({ settled, look, tell, until, partIn, cameBack }) => {
  const element = document.querySelector('ddb-debt-overview');
  await settled(element);
  if (cameBack) await until(() => partIn(element, 'receipt'));
  await tell({ seen: [look(element)] });
  if (cameBack) return;
  partIn(element, 'choice').click();
  await until(() => partIn(element, 'chosen')?.textContent.trim());
  partIn(element, 'pay-selected').click();
  // Where this goes on, the browser has not been sent anywhere.
  await until(() => partIn(element, 'payment'));
  await tell({ seen: [look(element)], stayed: true });
};
