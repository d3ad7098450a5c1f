import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { render as renderByLit } from 'lit/html.js';
import { render, type TemplateResult } from '../../src/views/compiled-html.js';
import { rootView, type Piece } from './sample-templates.js';
import { rootView as rootViewByLit } from './sample-templates.js?lit';

const presses: string[] = [];

const { piece } = fc.letrec<{ piece: Piece }>((tie) => ({
  piece: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constant<Piece>({ is: 'nothing' }),
    fc.record({ is: fc.constant('text' as const), text: fc.constantFrom('', 'a', '<i>', '&amp;') }),
    fc.record({
      is: fc.constant('box' as const),
      checked: fc.boolean(),
      off: fc.boolean(),
      press: fc.constantFrom('one', 'two').map((name) => () => void presses.push(name)),
    }),
    fc.record({ is: fc.constant('bare' as const), content: tie('piece') }),
    fc.record({
      is: fc.constant('list' as const),
      items: fc.array(tie('piece'), { maxLength: 4 }),
    }),
    fc.record({
      is: fc.constant('paragraph' as const),
      name: fc.constantFrom('', 'one', '"two"'),
      content: tie('piece'),
    }),
    fc.record({ is: fc.constant('between' as const), first: tie('piece'), last: tie('piece') }),
  ),
}));

const rootIn = (): ShadowRoot => document.createElement('div').attachShadow({ mode: 'open' });

/** What is there for a patron: no marks, and no spaces that only line breaks of the source have made. */
const drawn = (root: ShadowRoot): string =>
  root.innerHTML
    .replace(/<!--[^]*?-->/g, '')
    .replace(/>\s+/g, '>')
    .replace(/\s+</g, '<');

const boxes = (root: ShadowRoot): HTMLInputElement[] => [...root.querySelectorAll('input')];

describe('compiled templates', () => {
  it('draw what Lit draws, whatever came before', () => {
    fc.assert(
      fc.property(fc.array(fc.array(piece, { maxLength: 5 }), { minLength: 1 }), (views) => {
        const [ours, lits] = [rootIn(), rootIn()];
        for (const view of views) {
          render(rootView(view) as unknown as TemplateResult, ours);
          renderByLit(rootViewByLit(view), lits);
          expect(drawn(ours)).to.equal(drawn(lits));
          const states = (root: ShadowRoot) =>
            boxes(root).map((box) => {
              presses.length = 0;
              const { checked } = box;
              box.dispatchEvent(new Event('click', { cancelable: true }));
              return [checked, ...presses];
            });
          expect(states(ours)).to.deep.equal(states(lits));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('what stays is not made anew', () => {
    const root = rootIn();
    const view = (text: string): Piece[] => [
      { is: 'paragraph', name: 'one', content: { is: 'text', text } },
      { is: 'list', items: [{ is: 'box', checked: true, off: false, press: () => undefined }] },
    ];
    render(rootView(view('a')) as unknown as TemplateResult, root);
    const before = [...root.querySelectorAll('*')];
    render(rootView(view('b')) as unknown as TemplateResult, root);
    expect([...root.querySelectorAll('*')]).to.deep.equal(before);
    expect(root.querySelector('p')?.textContent?.trim()).to.equal('b');
  });

  it('what is in the root already stays before it', () => {
    const root = rootIn();
    const style = root.appendChild(document.createElement('style'));
    render(rootView([]) as unknown as TemplateResult, root);
    render(rootView([{ is: 'text', text: 'a' }]) as unknown as TemplateResult, root);
    expect(root.firstChild).to.equal(style);
  });
});
