import { css } from 'lit';

/**
 * A private property for each public one: `--_muted` is `--ddb-debt-muted`, or its default.
 *
 * The defaults are dark where the page, or the element, has a dark `color-scheme` and the browser supports `light-dark()`.
 * Otherwise they are light, whatever the device prefers.
 */
export const tokens = css`
  :host {
    --_muted: var(--ddb-debt-muted, #525252);
    --_border: var(--ddb-debt-border, #d4d4d4);
    --_action: var(--ddb-debt-action, #12504a);
    --_on-action: var(--ddb-debt-on-action, #fff);
    --_overdue: var(--ddb-debt-overdue, #a3142c);
    --_surface: var(--ddb-debt-surface, transparent);
    --_notice: var(--ddb-debt-notice, #f2b30033);
    --_on-notice: var(--ddb-debt-on-notice, currentColor);
    --_focus: var(--ddb-debt-focus, var(--_action));
    --_radius: var(--ddb-debt-radius, 0.5em);
    --_space: var(--ddb-debt-space, 1em);
    --_control-height: var(--ddb-debt-control-height, 3em);
  }
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
