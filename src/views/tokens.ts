import { unsafeCSS } from 'lit';

/** The public custom properties, without `--ddb-debt-`, each with its default and, for a colour of ours, the dark one. */
const TOKENS = [
  'muted #525252 #b8b8b8',
  'border #d4d4d4 #4f4f4f',
  'action #12504a #8fd6cb',
  'on-action #fff #06302b',
  'overdue #a3142c #ff9cab',
  'surface transparent',
  'notice #f2b30033',
  'on-notice currentColor',
  'focus var(--_action)',
  'radius .5em',
  'space 1em',
  'control-height 3em',
];

/** Private properties from the public ones: `--_muted` is `--ddb-debt-muted` where the page has set it. */
const hostWith = (defaultOf: (value: string, dark?: string) => string | undefined): string =>
  `:host{${TOKENS.map((token) => {
    const [name, value = '', dark] = token.split(' ');
    const fallback = defaultOf(value, dark);
    return fallback ? `--_${name}:var(--ddb-debt-${name},${fallback});` : '';
  }).join('')}}`;

/**
 * Our colours are dark where the page, or the element, has a dark `color-scheme` and the browser knows `light-dark()`;
 * without the one it stays light whatever the device is.
 */
export const tokens = unsafeCSS(
  hostWith((value) => value) +
    `@supports (color:light-dark(red,red)){${hostWith((value, dark) => dark && `light-dark(${value},${dark})`)}}`,
);
