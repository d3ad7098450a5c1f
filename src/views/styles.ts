import { HAS_RTL_LANGUAGE } from '../i18n/locales.js';
import { css, type CSSResult } from 'lit';
import { debtStyles } from './debt-styles.js';
import { paymentStyles, printStyles } from './payment-styles.js';
import { tokens } from './tokens.js';

/**
 * Font and colour are the page's. A custom property `--ddb-debt-…` of the page overrides the default. Lengths are in em, so that
 * a small root font does not shrink the widget.
 */
const frameStyles = css`
  :host {
    container-type: inline-size;
    display: block;
    /* A container has no intrinsic width. Where a page shrinks it to its content, it is as wide as a phone. */
    contain-intrinsic-inline-size: 20em;
    max-inline-size: 100%;
    min-inline-size: 0;
    font-family: var(--ddb-debt-font, inherit);
    font-variant-numeric: tabular-nums;
    line-height: 1.5;
    overflow-wrap: anywhere;
    text-align: start;
    white-space: normal;
  }
  :host([hidden]) {
    display: none;
  }
  * {
    box-sizing: border-box;
    margin: 0;
    padding: 0;
  }
  .cms {
    /* Reserves the first screen, so that nothing below moves when the list is drawn. */
    min-block-size: var(--ddb-debt-reserve, 100vh);
  }
  [part$='heading'] {
    hyphens: auto;
    font-family: var(--ddb-debt-heading-font, inherit);
    font-weight: var(--ddb-debt-heading-weight, 600);
    line-height: 1.25;
  }
  .hidden {
    clip-path: inset(50%);
    inline-size: 1px;
    overflow: hidden;
    position: absolute;
    white-space: nowrap;
  }
  [part$='header'] {
    align-items: baseline;
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
    justify-content: space-between;
  }
  [part='header'] {
    margin-block-end: calc(var(--_space) / 2);
  }
  [part='heading'] {
    font-size: 1.625em;
  }
  [part='section-heading'] {
    font-size: 1.1875em;
  }
  [part='total'] {
    font-size: 1.1875em;
    flex-basis: 100%;
    font-weight: 600;
  }
  .reserved::before {
    /* Keeps the height of the line when it is empty. */
    content: '';
  }
  /* A screen reader that reads by line leaves out what is only inline in a status. */
  .reserved::before,
  [part='total'] span {
    display: inline-block;
  }
  .muted,
  summary {
    color: var(--_muted);
  }
  .small {
    font-size: 0.9375em;
  }
  .box {
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    margin-block-start: calc(var(--_space) * 1.5);
    padding: min(calc(var(--_space) * 1.25), 5%);
  }
  .notice {
    background: var(--_notice);
    border-color: transparent;
    color: var(--_on-notice);
  }
  :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  [part='preview'] {
    margin-block: 0 var(--_space);
  }
  [part='login'] slot {
    display: block;
    margin-block-start: calc(var(--_space) * 0.75);
  }
  [part='loading'] {
    font-size: 0.875em;
    font-weight: 400;
  }
  [part='empty'] {
    font-size: 1.1875em;
    margin-block-start: var(--_space);
  }
  [part='footer'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1.5em;
    margin-block-start: calc(var(--_space) * 1.5);
  }
  i {
    background: var(--_border);
    block-size: 1.25em;
    border-radius: var(--_radius);
    display: block;
    margin-block: 1.25em;
    opacity: 0.5;
  }
`;

/** Styles of right-to-left languages that do not follow from the direction alone. */
const mirroredStyles = () => css`
  @media screen {
    [dir='rtl'] [part~='go-link']::after {
      scale: -1 1;
    }
  }
  @media print {
    [dir='rtl'] a::after {
      /* A URL. */
      direction: ltr;
      unicode-bidi: isolate;
    }
  }
  [dir='rtl'] [part='amount'] {
    /* Aligns the digits, although the currency is to the left of them. */
    flex-basis: 7em;
    text-align: right;
  }
  [dir='rtl'] :is([part='title'], [part='byline']) {
    /* Cuts off the end of a long Danish title. */
    text-align: right;
    unicode-bidi: plaintext;
  }
  [dir='rtl'] :is([part='reason'], [part='number']) {
    /* Room for marks above the letters. */
    margin-block: -0.25em;
    padding-block: 0.25em;
  }
  @container (min-width: 34em) {
    [dir='rtl'] [part='debt'] > [part='amount'] {
      margin: 0;
    }
  }
`;

export const styles: CSSResult[] = [
  frameStyles,
  tokens,
  debtStyles,
  paymentStyles,
  printStyles,
  ...(HAS_RTL_LANGUAGE ? [mirroredStyles()] : []),
];
