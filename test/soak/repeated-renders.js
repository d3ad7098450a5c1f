/**
 * Runs in the page: draws the element so many times, each time with something else to renderRepeatedly; every tenth time it reads.
 * @param {number} times
 * @returns {Promise<number>} how many did not come out as they were set
 */
export async function renderRepeatedly(times) {
  const element = document.querySelector('ddb-debt-overview');
  const find = (selector) => element.shadowRoot.querySelector(selector);
  /** Each sets something one way or the other, and says how that is seen. The first is set every other time it reads. */
  const CHANGES = [
    (yes) => {
      find('input[type=checkbox]').click();
      return () => (find('[part~=chosen]').textContent.trim() !== '') === yes;
    },
    (yes) => {
      element.headingLevel = yes ? 3 : 2;
      return () => find('[part~=heading]').localName === (yes ? 'h3' : 'h2');
    },
    (yes) => {
      element.oirPaymentName = yes ? 'B' : 'A';
      return () => find('[part~=go-link]').textContent.includes(yes ? ' B' : ' A');
    },
    (yes) => {
      element.lang = yes ? 'en' : 'da';
      return () => find('[part~=count]').textContent.includes(yes ? 'debt' : 'mellem');
    },
  ];
  const isSet = CHANGES.map(() => false);
  let wrong = 0;
  for (let time = 0; time < times; time++) {
    if (time % 10 === 9) {
      const before = element.overview;
      await element.refresh();
      if (element.overview === before || find('input[type=checkbox]').checked !== isSet[0]) wrong++;
      continue;
    }
    const which = (time % 10) % CHANGES.length;
    const isSeen = CHANGES[which]((isSet[which] = !isSet[which]));
    await element.updateComplete;
    if (!isSeen()) wrong++;
  }
  return wrong;
}
