import { unsafeCSS } from 'lit';

/** The public custom properties without `--ddb-debt-`: name, default, and the default in dark mode. */
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

/** A private property for each public one: `--_muted` is `--ddb-debt-muted`, or its default. */
const hostWith = (defaultOf: (value: string, dark?: string) => string | undefined): string =>
  `:host{${TOKENS.map((token) => {
    const [name, value = '', dark] = token.split(' ');
    const fallback = defaultOf(value, dark);
    return fallback ? `--_${name}:var(--ddb-debt-${name},${fallback});` : '';
  }).join('')}}`;

/**
 * The defaults are dark where the page, or the element, has a dark `color-scheme` and the browser supports `light-dark()`.
 * Otherwise they are light, whatever the device prefers.
 */
export const tokens = unsafeCSS(
  hostWith((value) => value) +
    `@supports (color:light-dark(red,red)){${hostWith((value, dark) => dark && `light-dark(${value},${dark})`)}}`,
);
