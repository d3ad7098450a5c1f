import { html, nothing } from 'lit/html.js';

/** What a view may be made of, by chance (compiled-html.test.ts). */
export type Piece =
  | { readonly is: 'nothing' }
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'list'; readonly items: readonly Piece[] }
  | { readonly is: 'paragraph'; readonly name: string; readonly content: Piece }
  | { readonly is: 'between'; readonly first: Piece; readonly last: Piece }
  | { readonly is: 'box'; readonly checked: boolean; readonly off: boolean; press(): void }
  | { readonly is: 'bare'; readonly content: Piece };

/** One template of each kind that the views use: holes first, last, alone and side by side; each kind of attribute. */
export function pieceView(piece: Piece): unknown {
  switch (piece.is) {
    case 'nothing':
      return nothing;
    case 'text':
      return piece.text;
    case 'list':
      return piece.items.map(pieceView);
    case 'paragraph':
      return html`<p part="whole name" title=${piece.name || nothing} class="${piece.name}">
        ${pieceView(piece.content)}
      </p>`;
    case 'between':
      return html`${pieceView(piece.first)} <b>and</b>${pieceView(piece.last)}${'.'}`;
    case 'box':
      return html`<input
        type="checkbox"
        .checked=${piece.checked}
        .disabled=${piece.off}
        @click=${piece.press}
      />`;
    case 'bare':
      return html`${pieceView(piece.content)}`;
  }
}

export const rootView = (pieces: readonly Piece[]) =>
  html`<div>${pieces.map(pieceView)}</div>
    ${pieces.map(pieceView)}`;
