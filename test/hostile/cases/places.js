import { element, ELSEWHERE, SCRIPT } from '../host-page.js';

/** In a form: its reset clears nothing, and what is pressed is not the form's. */
const IN_A_FORM = async ({ settled, look, tell, until, partIn, cameBack }) => {
  const element = document.querySelector('ddb-debt-overview');
  const form = document.querySelector('form');
  await settled(element);
  if (cameBack) {
    await until(() => partIn(element, 'receipt'));
    return tell({ seen: [look(element)] });
  }
  const seen = [look(element)];
  partIn(element, 'choice').click();
  await until(() => partIn(element, 'chosen')?.textContent.trim());
  form.reset();
  const controls = [...element.shadowRoot.querySelectorAll('input, button')];
  await tell({
    seen,
    chosen: partIn(element, 'choice').checked,
    // So Enter in one of them submits nothing.
    owned: controls.filter((control) => control.form).length,
    fields: [...new FormData(form).keys()].join(),
  });
  partIn(element, 'pay-selected').click();
};

/** Shown late. */
const OPENED = async ({ settled, look, tell }) => {
  const element = document.querySelector('ddb-debt-overview');
  // Nobody presses what has not been painted.
  const painted = () =>
    new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  await settled(element);
  document.querySelector('details').open = true;
  await painted();
  const opened = look(element);
  document.querySelector('details').open = false;
  const dialog = document.querySelector('dialog');
  dialog.append(element);
  dialog.showModal();
  await element.updateComplete;
  await painted();
  const inDialog = look(element);
  dialog.close();
  const hidden = document.querySelector('div');
  hidden.append(element);
  await element.updateComplete;
  hidden.style.display = 'block';
  await painted();
  await tell({ seen: [opened, inDialog, look(element)] });
};

/** What was there before it. */
const FALLBACK = async ({ settled, look, tell }) => {
  const element = document.querySelector('ddb-debt-overview');
  await settled(element);
  const fallback = element.querySelector('p');
  const declared = element.shadowRoot.querySelector('.declared');
  await tell({
    seen: [look(element)],
    fallback: !!fallback?.getClientRects().length,
    declared: !!declared?.getClientRects().length,
  });
};

/** Where nothing is kept: the patron reads that it cannot be paid, and nothing has been asked for. */
const SANDBOXED = async ({ settled, look, tell, until, partIn }) => {
  const element = document.querySelector('ddb-debt-overview');
  // The page around the frame has none, and tells nothing.
  if (!element) return;
  await settled(element);
  const seen = [look(element)];
  partIn(element, 'pay-all').click();
  await until(() => partIn(element, 'payment'));
  await tell({ seen, told: partIn(element, 'payment').innerText });
};

export const WHEREVER_IT_STANDS = [
  {
    name: 'in a form',
    page: {
      body: `<form action="/submitted"><input name="q" value="a" />${element()}<button>Søg</button></form>${SCRIPT}`,
    },
    act: IN_A_FORM,
    pays: true,
    tells: { chosen: true, owned: 0, fields: 'q' },
    never: '/submitted',
  },
  {
    name: 'in a closed details, a dialog, and what is not displayed, until it is',
    page: {
      body: `<details><summary>Mine lån</summary>${element()}</details><dialog></dialog>
        <div style="display: none"></div>${SCRIPT}`,
    },
    act: OPENED,
  },
  {
    name: 'what a server has written inside it is there until it works',
    page: { body: element({ content: '<p>Se dine mellemværender på biblioteket.</p>' }) + SCRIPT },
    act: FALLBACK,
    tells: { fallback: false },
  },
  {
    name: 'what a server has written into a declared shadow root is there until it works',
    page: {
      body:
        element({
          content: '<template shadowrootmode="open"><p class="declared">Henter …</p></template>',
        }) + SCRIPT,
    },
    act: FALLBACK,
    tells: { declared: false },
  },
  {
    name: 'a declared shadow root that is closed is named in the console',
    orSays: /shadow|NotSupportedError/i,
    page: {
      body:
        element({ content: '<template shadowrootmode="closed"><p>Henter …</p></template>' }) +
        SCRIPT,
    },
  },
  {
    name: 'in a frame without an origin, where nothing can be remembered',
    page: {
      body: '<iframe sandbox="allow-scripts" src="/sandboxed" title="" width="900" height="900"></iframe>',
    },
    more: { '/sandboxed': { body: element() + SCRIPT } },
    from: '/sandboxed',
    act: SANDBOXED,
    tells: { told: /ikke trukket penge/ },
    never: '/pay',
  },
  {
    name: 'XHTML: the console says why there is nothing',
    orSays: /ddb-debt-overview/,
    page: {
      type: 'application/xhtml+xml',
      doctype: '',
      html: 'xmlns="http://www.w3.org/1999/xhtml" lang="da"',
    },
  },
  {
    name: 'a base on the same site: relative addresses start there',
    page: {
      head: '<base href="/deep/" />',
      body: element({ attributes: { 'fees-url': 'fees' } }) + SCRIPT,
    },
    asks: [['here', '/deep/fees', undefined]],
  },
  {
    name: 'a base on another site: relative addresses start there, as the page’s links do',
    page: { head: `<base href="${ELSEWHERE}/" />` },
    asks: [['elsewhere', '/fees', undefined]],
  },
];
