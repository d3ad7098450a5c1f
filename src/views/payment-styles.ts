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

/** The selection of debts, the notices of a payment, and the receipt. */
export const paymentStyles = css`
  /* A result is there on the first draw. It becomes visible afterwards, because a text that comes with its live region is not announced. */
  [part='results'] [part~='payment'] {
    transition: visibility 0s 0.1s;
    @starting-style {
      visibility: hidden;
    }
  }
  .choice [part='debt'] {
    column-gap: 0.5em;
    padding-inline-start: 2em;
    position: relative;
  }
  [part='choice'] {
    accent-color: var(--_action);
    block-size: 1.375em;
    inline-size: 1.375em;
    font-size: inherit;
    inset-block-start: calc(var(--_space) * 0.75 + 0.0625em);
    inset-inline-start: 0.125em;
    position: absolute;
    z-index: 2;
  }
  label {
    cursor: pointer;
  }
  label::after {
    /* The whole row is the label. */
    content: '';
    inset: 0;
    position: absolute;
    z-index: 1;
  }
  [part='locked'] {
    font-weight: 600;
  }
  [part='receipt-text'] {
    font-size: 1.1875em;
    font-weight: 600;
    margin-block: calc(var(--_space) / 2);
  }
  [part='receipt-list'] {
    margin-block-start: var(--_space);
  }
  [part='receipt-line'] {
    border-block-start: 1px solid var(--_border);
    display: flex;
    gap: 1em;
    justify-content: space-between;
    padding-block: calc(var(--_space) / 2);
  }
  [part='receipt-line'] > :last-child {
    white-space: nowrap;
  }
`;
