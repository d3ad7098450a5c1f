import { element, ELSEWHERE, SCRIPT } from '../library-page.js';

/** Inside a form: a reset of the form clears nothing, and the controls do not belong to it. */
const IN_A_FORM = async ({ settled, inspect, report, until, findPart, isReturn }) => {
  const element = document.querySelector('ddb-debt-overview');
  const form = document.querySelector('form');
  await settled(element);
  if (isReturn) {
    await until(() => findPart(element, 'receipt'));
    return report({ inspections: [inspect(element)] });
  }
  const inspections = [inspect(element)];
  findPart(element, 'choice').click();
  await until(() => findPart(element, 'chosen')?.textContent.trim());
  form.reset();
  const controls = [...element.shadowRoot.querySelectorAll('input, button')];
  await report({
    inspections,
    chosen: findPart(element, 'choice').checked,
    // Then Enter in a control does not submit the form.
    owned: controls.filter((control) => control.form).length,
    fields: [...new FormData(form).keys()].join(),
  });
  findPart(element, 'pay-selected').click();
};

/** Displays an element that was not displayed. */
const OPENED = async ({ settled, inspect, report }) => {
  const element = document.querySelector('ddb-debt-overview');
  // A patron can only press what is painted.
  const painted = () =>
    new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  await settled(element);
  document.querySelector('details').open = true;
  await painted();
  const opened = inspect(element);
  document.querySelector('details').open = false;
  const dialog = document.querySelector('dialog');
  dialog.append(element);
  dialog.showModal();
  await element.updateComplete;
  await painted();
  const inDialog = inspect(element);
  dialog.close();
  const hidden = document.querySelector('div');
  hidden.append(element);
  await element.updateComplete;
  hidden.style.display = 'block';
  await painted();
  await report({ inspections: [opened, inDialog, inspect(element)] });
};

/** Checks whether fallback content is still visible. */
const FALLBACK = async ({ settled, inspect, report }) => {
  const element = document.querySelector('ddb-debt-overview');
  await settled(element);
  const fallback = element.querySelector('p');
  const declared = element.shadowRoot.querySelector('.declared');
  await report({
    inspections: [inspect(element)],
    fallback: !!fallback?.getClientRects().length,
    declared: !!declared?.getClientRects().length,
  });
};

/** Tries to pay without storage: the patron reads that it is not possible, and no payment is requested. */
const SANDBOXED = async ({ settled, inspect, report, until, findPart }) => {
  const element = document.querySelector('ddb-debt-overview');
  // Only the page in the frame has an element.
  if (!element) return;
  await settled(element);
  const inspections = [inspect(element)];
  findPart(element, 'pay-all').click();
  await until(() => findPart(element, 'payment'));
  await report({ inspections, message: findPart(element, 'payment').innerText });
};

export const PLACES = [
  {
    name: 'in a form',
    page: {
      body: `<form action="/submitted"><input name="q" value="a" />${element()}<button>Søg</button></form>${SCRIPT}`,
    },
    action: IN_A_FORM,
    pays: true,
    expectedReport: { chosen: true, owned: 0, fields: 'q' },
    forbiddenPath: '/submitted',
  },
  {
    name: 'in a closed details, a dialog and a hidden box, when they are shown',
    page: {
      body: `<details><summary>Mine lån</summary>${element()}</details><dialog></dialog>
        <div style="display: none"></div>${SCRIPT}`,
    },
    action: OPENED,
  },
  {
    name: 'fallback content inside it is replaced, and the console says that it has no slot',
    page: { body: element({ content: '<p>Se dine mellemværender på biblioteket.</p>' }) + SCRIPT },
    action: FALLBACK,
    ignoredMessages: /child: takes slot=/,
    onceInConsole: /child: takes slot=/,
    problems: ['child'],
    expectedReport: { fallback: false },
  },
  {
    name: 'the content of a declarative shadow root is replaced',
    page: {
      body:
        element({
          content: '<template shadowrootmode="open"><p class="declared">Henter …</p></template>',
        }) + SCRIPT,
    },
    action: FALLBACK,
    expectedReport: { declared: false },
  },
  {
    name: 'a closed declarative shadow root: works or logs an error',
    allowedWarning: /shadow|NotSupportedError/i,
    page: {
      body:
        element({ content: '<template shadowrootmode="closed"><p>Henter …</p></template>' }) +
        SCRIPT,
    },
  },
  {
    name: 'in a frame with an opaque origin, without storage',
    page: {
      body: '<iframe sandbox="allow-scripts" src="/sandboxed" title="" width="900" height="900"></iframe>',
    },
    more: { '/sandboxed': { body: element() + SCRIPT } },
    from: '/sandboxed',
    action: SANDBOXED,
    expectedReport: { message: /ikke trukket penge/ },
    forbiddenPath: '/pay',
  },
  {
    name: 'XHTML: works or logs an error',
    allowedWarning: /ddb-debt-overview/,
    page: {
      type: 'application/xhtml+xml',
      doctype: '',
      html: 'xmlns="http://www.w3.org/1999/xhtml" lang="da"',
    },
  },
  {
    name: 'a base on the same site: relative URLs are resolved against it',
    page: {
      head: '<base href="/deep/" />',
      body: element({ attributes: { 'fees-url': 'fees' } }) + SCRIPT,
    },
    expectedRequests: [['here', '/deep/fees', undefined]],
  },
  {
    name: 'a base on another site: relative URLs are resolved against it, as in the page’s links',
    page: { head: `<base href="${ELSEWHERE}/" />` },
    expectedRequests: [['elsewhere', '/fees', undefined]],
  },
];
