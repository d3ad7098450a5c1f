import { expect } from '@open-wc/testing';
import { fee } from '../../demo/fixtures.js';
import type { DdbDebtOverview } from '../../src/index.js';
import { part, partTexts, textOf, viewText, delay, waitUntil } from './fixture.js';
import { pageOf, press, resetPayment, serverOf, type Server } from './payment-fixture.js';

const twoDebts = () => [
  fee({ feeId: 1, amount: 70, materials: [{ materialItemNumber: '3844444444' }] }),
  fee({ feeId: 2, amount: 192.56, materials: [{ materialItemNumber: '3855555555' }] }),
];

/** Each text node of the element. */
function textsOf(element: DdbDebtOverview): Text[] {
  const walker = document.createTreeWalker(element.shadowRoot as ShadowRoot, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode())
    if (walker.currentNode.parentElement?.tagName !== 'STYLE')
      texts.push(walker.currentNode as Text);
  return texts.filter(({ data }) => data.trim());
}

/** What browsers and extensions do to the texts of a page. */
const CHANGES: Record<string, (element: DdbDebtOverview) => void> = {
  'puts each text into a font element, as a translator does': (element) => {
    for (const text of textsOf(element)) {
      const font = document.createElement('font');
      font.textContent = text.data;
      text.replaceWith(font);
    }
  },
  'makes links of numbers': (element) => {
    for (const text of textsOf(element)) {
      const [number] = /\d{8,}/.exec(text.data) ?? [];
      if (!number) continue;
      const after = text.splitText(text.data.indexOf(number));
      after.splitText(number.length);
      const link = document.createElement('a');
      link.href = `tel:${number}`;
      after.replaceWith(link);
      link.append(after);
    }
  },
  'changes the texts': (element) => {
    for (const text of textsOf(element)) text.data = text.data.toUpperCase();
  },
  'removes everything': (element) => element.shadowRoot?.replaceChildren(),
};

async function refreshedAfter(change: (element: DdbDebtOverview) => void) {
  const server: Server = serverOf(twoDebts());
  const element = await pageOf(server, { lang: 'da' });
  change(element);
  server.fees = [
    fee({ feeId: 1, amount: 75, materials: [{ materialItemNumber: '3866666666' }] }),
    fee({ feeId: 4, amount: 20, materials: [{ materialItemNumber: '3877777777' }] }),
  ];
  await element.refresh();
  return { server, element };
}

describe('CONTRACT 4: what is paid is what is seen, also after a script outside has changed it', () => {
  afterEach(resetPayment);

  for (const [what, change] of Object.entries(CHANGES)) {
    it(`a script that ${what}: the next answer is shown as it is`, async () => {
      const { server, element } = await refreshedAfter(change);
      expect(partTexts(element, 'amount')).to.deep.equal(['75,00 kr.', '20,00 kr.']);
      expect(textOf(part(element, 'pay-all'))).to.equal('Betal alle · 95,00 kr.');
      expect(viewText(element)).not.to.match(/font|38\d{9,}|3844444444|262,56/);
      press(element, 'pay-all');
      await waitUntil(() => server.starts.length);
      expect(server.starts[0]?.order.amount).to.equal(9500);
    });
  }

  it('a button whose amount has been changed does not pay, and shows its amount again', async () => {
    const server = serverOf(twoDebts());
    const element = await pageOf(server, { lang: 'da' });
    const button = part(element, 'pay-all') as HTMLElement;
    button.textContent = 'Betal alle · 62,56 kr.';
    button.click();
    await element.updateComplete;
    await delay(20);
    expect(server.starts).to.be.empty;
    expect(textOf(part(element, 'pay-all'))).to.equal('Betal alle · 262,56 kr.');
    press(element, 'pay-all');
    await waitUntil(() => server.starts.length);
  });

  it('a button whose words have been translated still pays', async () => {
    const server = serverOf(twoDebts());
    const element = await pageOf(server, { lang: 'da' });
    const button = part(element, 'pay-all') as HTMLElement;
    button.innerHTML = '<font>Сплатити все · 262,56 крон</font>';
    button.click();
    await waitUntil(() => server.starts.length);
    expect(server.starts[0]?.order.amount).to.equal(26_256);
  });

  it('a translator leaves amounts and pay buttons alone', async () => {
    const element = await pageOf(serverOf(twoDebts()), { lang: 'da' });
    for (const name of ['amount', 'subtotal', 'total', 'pay-all', 'pay-selected']) {
      expect(part(element, name)?.translate, name).to.be.false;
    }
  });
});
