import { css } from 'lit';

/** Prints black on white, with the URLs of links and without controls. */
export const printStyles = css`
  @media print {
    :host {
      --_space: 0.6em;
    }
    * {
      background: none !important;
      color: #000 !important;
    }
    .cms {
      min-block-size: 0;
    }
    a {
      border: 0 !important;
    }
    a::after {
      content: attr(href) !important;
      margin-inline-start: 0.5em;
    }
    button,
    input,
    /* With a receipt, only the receipt. */
    .receipt > :not([part='results']),
    .receipt [part~='payment'] {
      display: none !important;
    }
    [part='debt'],
    [part='receipt'] {
      break-inside: avoid;
    }
    [part$='header'],
    [part$='heading'] {
      break-after: avoid;
    }
  }
`;
