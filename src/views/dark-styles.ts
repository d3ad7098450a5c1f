import { css } from './css.js';

/**
 * Our own colours on a dark page: where the page, or the element, has the CSS property `color-scheme` and the browser
 * knows `light-dark()`. Without the one it stays light whatever the device is.
 */
export const darkStyles = css`
  @supports (color: light-dark(red, red)) {
    :host {
      --_muted: var(--ddb-debt-muted, light-dark(#525252, #b8b8b8));
      --_border: var(--ddb-debt-border, light-dark(#d4d4d4, #4f4f4f));
      --_action: var(--ddb-debt-action, light-dark(#12504a, #8fd6cb));
      --_on-action: var(--ddb-debt-on-action, light-dark(#fff, #06302b));
      --_overdue: var(--ddb-debt-overdue, light-dark(#a3142c, #ff9cab));
    }
  }
`;
