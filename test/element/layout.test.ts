import { expect } from '@open-wc/testing';
import { both, fee, newDebts, oldDebts } from '../../demo/fixtures.js';
import { library, states } from '../../demo/states.js';
import {
  backAt,
  choose,
  clearTill,
  nextPage,
  owed,
  pageOf,
  refusal,
  refused,
  sendOff,
  serverOf,
  toForm,
} from './payment-stage.js';
import { clear, has, part, parts, pause, put, settled, showing, stage, until } from './stage.js';

/** Where the letters of a node end, not its box; a check box has no letters. */
function inkOf(node: Node): DOMRect {
  if (node instanceof HTMLInputElement) return node.getBoundingClientRect();
  const range = document.createRange();
  range.selectNodeContents(node);
  return range.getBoundingClientRect();
}

const WIDTHS = [280, 320, 375, 560, 1024];

describe('CONTRACT 4: one obvious action per section, amounts aligned', () => {
  afterEach(() => {
    clear();
    stage.removeAttribute('style');
  });

  const amounts = [0.5, 70, 192.56, 1234.5, 98_765.43];
  const large = [...amounts, 1_234_567.89];

  for (const width of WIDTHS) {
    it(`at ${width} px nothing runs out at the side, in any state`, async () => {
      stage.style.inlineSize = `${width}px`;
      for (const state of states()) {
        const { attributes, answers, config } = state;
        const element = put({ attributes, answers, properties: { config } });
        if (state.name === 'loading') await element.updateComplete;
        else await settled(element);
        const { left, right } = element.getBoundingClientRect();
        expect(part(element, 'base')?.scrollWidth, state.name).to.be.at.most(width);
        for (const child of part(element, 'base')?.querySelectorAll('p, a, button, li, h2, h3') ??
          []) {
          if (getComputedStyle(child).clipPath !== 'none') continue;
          const box = child.getBoundingClientRect();
          expect(box.left, `${state.name}: ${child.outerHTML}`).to.be.at.least(left - 1);
          expect(box.right, `${state.name}: ${child.outerHTML}`).to.be.at.most(right + 1);
        }
        element.remove();
      }
    });

    for (const [what, list] of Object.entries({ 'every day': amounts, 'a millionaire': large })) {
      it(`at ${width} px the amounts of ${what} end at the same line, inside the section`, async () => {
        stage.style.inlineSize = `${width}px`;
        const element = await showing(
          list.map((amount) => fee({ amount })),
          library(),
        );
        const section = part(element, 'section')?.getBoundingClientRect();
        const ends = [...parts(element, 'amount'), ...parts(element, 'subtotal')].map(
          (amount) => inkOf(amount).right,
        );
        expect(Math.max(...ends) - Math.min(...ends)).to.be.below(1);
        expect(Math.max(...ends)).to.be.at.most(section?.right ?? 0);
      });
    }

    it(`at ${width} px the amount stands beside the reason, and over nothing`, async () => {
      stage.style.inlineSize = `${width}px`;
      const long = 'Erstatning for bortkommet materiale samt gebyr for overskridelse af lånetid';
      const element = await showing(
        [fee(), fee({ reasonMessage: long, amount: 12_345.67, dueDate: '2022-09-28' })],
        library(),
      );
      for (const row of parts(element, 'debt')) {
        const [amount, reason, ...more] = [
          row.querySelector('[part=amount]'),
          row.querySelector('[part=reason]'),
          ...row.querySelectorAll('[part]:not([part=amount], [part=reason])'),
        ].map((node) => inkOf(node as Node));
        const others = [reason as DOMRect, ...more];
        expect(Math.abs((amount?.top ?? 0) - (reason?.top ?? 99))).to.be.below(12);
        for (const other of others) {
          const apart =
            other.right <= (amount?.left ?? 0) + 1 ||
            other.top >= (amount?.bottom ?? 0) - 1 ||
            other.bottom <= (amount?.top ?? 0) + 1;
          expect(apart).to.be.true;
        }
      }
    });

    it(`at ${width} px the check box stands beside the reason, and over nothing`, async () => {
      stage.style.inlineSize = `${width}px`;
      const element = await showing(oldDebts(), library());
      expect(parts(element, 'choice').length).to.equal(2);
      for (const row of parts(element, 'debt')) {
        const box = inkOf(row.querySelector('[part=choice]') as Element);
        const reason = inkOf(row.querySelector('[part=reason]') as Element);
        expect(Math.abs(box.top - reason.top)).to.be.below(12);
        expect(box.left).to.be.at.least(row.getBoundingClientRect().left);
        for (const other of row.querySelectorAll('[part]:not([part=choice])')) {
          const ink = inkOf(other);
          // What is folded away has none.
          if (ink.width) expect(ink.left).to.be.above(box.right);
        }
      }
    });
  }

  it('one obvious action per section, whatever is chosen', async () => {
    const element = await showing(both(), library());
    const filled = () =>
      parts(element, 'section').map((section) =>
        [...section.querySelectorAll<HTMLElement>('[part~=action]')]
          .filter((action) => getComputedStyle(action).backgroundColor !== 'rgba(0, 0, 0, 0)')
          .map((action) => action.part.value),
      );
    expect(filled()).to.deep.equal([['action pay-button pay-all'], ['action go-link']]);
    parts(element, 'choice')[0]?.click();
    await element.updateComplete;
    expect(filled()).to.deep.equal([['action pay-button pay-selected'], ['action go-link']]);
    expect(part(element, 'pay-all')?.part.contains('quiet')).to.be.true;
  });

  it('on a phone the action is full width', async () => {
    stage.style.inlineSize = '320px';
    const element = await showing(both(), library());
    for (const action of parts(element, 'action')) {
      const { width } = action.getBoundingClientRect();
      expect(width).to.equal(action.parentElement?.getBoundingClientRect().width);
    }
  });

  it('buttons are at least 44 px high, in small print too', async () => {
    for (const size of ['8px', '16px', '32px']) {
      stage.style.fontSize = size;
      for (const [body, status] of [
        [both(), 200],
        [{}, 404],
      ] as const) {
        const element = put({ attributes: library(), answers: { 'fees-url': { body, status } } });
        await settled(element);
        const heights = parts(element, 'action').map((at) => at.getBoundingClientRect().height);
        expect(heights.length).to.be.above(0);
        expect(Math.min(...heights)).to.be.at.least(44);
        element.remove();
      }
    }
  });

  it('what opens the explanation can be hit (WCAG 2.5.8)', async () => {
    const element = await showing(newDebts(), library());
    expect(part(element, 'about-toggle')?.getBoundingClientRect().height).to.be.at.least(24);
  });

  it('a hidden element is hidden', async () => {
    const element = await showing(both(), library());
    element.hidden = true;
    expect(element.getBoundingClientRect().height).to.equal(0);
  });
});

describe('CONTRACT 4, 6: what is said of a payment has room on a phone', () => {
  afterEach(async () => {
    await clearTill();
    stage.removeAttribute('style');
  });

  const expectRoom = (element: Element, width: number) => {
    const { right } = element.getBoundingClientRect();
    expect(part(element, 'base')?.scrollWidth).to.be.at.most(width);
    for (const text of part(element, 'base')?.querySelectorAll('p, a, button, li, label') ?? []) {
      if (getComputedStyle(text).clipPath !== 'none' || text.closest('.hidden')) continue;
      expect(inkOf(text).right, text.outerHTML).to.be.at.most(right + 1);
    }
    for (const button of parts(element, 'action'))
      expect(button.getBoundingClientRect().height).to.be.at.least(44);
  };

  for (const width of [280, 320]) {
    for (const lang of ['da', 'en']) {
      it(`at ${width} px: choosing, refused, open, registering, receipt (${lang})`, async () => {
        stage.style.inlineSize = `${width}px`;
        const server = serverOf(owed());
        let element = await pageOf(server, { lang });
        await choose(element, 0, 1);
        expectRoom(element, width);
        server.answer = () => refusal(409);
        await refused(element, 'pay-selected');
        expectRoom(element, width);
        server.answer = () => toForm('4d5a6f'.repeat(12));
        await sendOff(element, server, 'pay-selected');
        expectRoom(element, width);
        element = await nextPage(element, server, undefined, { lang });
        expect(has(element, 'payment-open')).to.be.true;
        expectRoom(element, width);
        const address = backAt('accepted', '4d5a6f'.repeat(12));
        element = await nextPage(element, server, address, { lang });
        expect(has(element, 'payment-registering')).to.be.true;
        expectRoom(element, width);
        server.fees = [];
        await element.refresh();
        expect(has(element, 'receipt')).to.be.true;
        expectRoom(element, width);
      });
    }
  }
});

describe('CONTRACT 4: the page does not jump', () => {
  afterEach(() => {
    clear();
    stage.removeAttribute('style');
  });

  for (const [what, answer] of Object.entries({
    'both systems': { body: both() },
    'one debt': { body: [fee()] },
    nothing: { body: [] },
    'a failure': { status: 404, body: {} },
  })) {
    it(`what is below stays below the first screen, or where it is: ${what}`, async () => {
      const element = put({
        attributes: library(),
        answers: { 'fees-url': { ...answer, delay: 20 } },
      });
      const below = document.createElement('p');
      element.after(below);
      await element.updateComplete;
      const top = () => Math.min(below.getBoundingClientRect().top, innerHeight);
      const before = [top(), part(element, 'heading')?.getBoundingClientRect().top];
      await settled(element);
      expect([top(), part(element, 'heading')?.getBoundingClientRect().top]).to.deep.equal(before);
    });
  }

  it('the first section stays where it is when the second comes', async () => {
    const element = put({
      attributes: library(),
      answers: {
        'dibs-fees-url': { body: oldDebts() },
        'oir-fees-url': { body: newDebts(), delay: 60 },
      },
    });
    await until(() => has(element, 'section-dibs') && has(element, 'placeholder'));
    const top = () => part(element, 'section-dibs')?.getBoundingClientRect().top;
    const before = top();
    await settled(element);
    expect(has(element, 'section-oir')).to.be.true;
    expect(top()).to.equal(before);
  });

  it('a refresh moves nothing', async () => {
    const fees = both();
    const element = await showing(fees, library());
    const tops = () => parts(element, 'debt').map((row) => row.getBoundingClientRect().top);
    const before = tops();
    const seen = new Set<string>();
    const watch = new MutationObserver(() => seen.add(String(tops())));
    watch.observe(element.shadowRoot as ShadowRoot, { subtree: true, childList: true });
    await element.refresh();
    await pause(20);
    watch.disconnect();
    expect(tops()).to.deep.equal(before);
    expect([...seen].every((each) => each === String(before))).to.be.true;
  });
});
