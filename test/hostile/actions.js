/** Actions that run in a page. They can use only their arguments. */

/** Inspects each element in the page. */
export const INSPECT = async ({ settled, inspect, report }) => {
  const inspections = [];
  for (const element of document.querySelectorAll('ddb-debt-overview')) {
    await settled(element);
    inspections[inspections.length] = inspect(element);
  }
  await report({ inspections });
};

/** Selects a debt, pays it, and inspects the receipt. */
export const PAY = async ({ settled, inspect, report, until, findPart, isReturn }) => {
  const element = document.querySelector('ddb-debt-overview');
  await settled(element);
  if (isReturn) await until(() => findPart(element, 'receipt'));
  await report({ inspections: [inspect(element)] });
  if (isReturn) return;
  findPart(element, 'choice').click();
  await until(() => findPart(element, 'chosen')?.textContent.trim());
  findPart(element, 'pay-selected').click();
  // This only continues if the browser was not sent to the gateway.
  await until(() => findPart(element, 'payment'));
  await report({ inspections: [inspect(element)], stayed: true });
};
