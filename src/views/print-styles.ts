import { css } from 'lit';

/** On paper: black on white, where links lead, and nothing that can only be pressed. */
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
    /* The receipt, and nothing else. */
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
