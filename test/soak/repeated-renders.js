/**
 * Runs in the page. Renders the element repeatedly with different content, and refreshes it every tenth time.
 * @param {number} times
 * @returns {Promise<number>} the number of wrong renders
 */
export async function renderRepeatedly(times) {
  const element = document.querySelector('ddb-debt-overview');
  const find = (selector) => element.shadowRoot.querySelector(selector);
  /** Each function sets something to one of two values, and returns a check of the result. */
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
    const isCorrect = CHANGES[which]((isSet[which] = !isSet[which]));
    await element.updateComplete;
    if (!isCorrect()) wrong++;
  }
  return wrong;
}
