/**
 * The tag in each framework's templates: dist/react.d.ts and its like. Each is read only where it is imported, so that
 * nobody needs a framework that they do not have. Inside a framework's module its own names go first, and some have an
 * `Attributes`: hence the long names.
 */
export const frameworks = {
  react: ({ tag, className }) => `import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { ${className} } from './index.js';
import type { DebtAttributes, DebtListeners, DebtProperties } from './templates.js';
import './define.js';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      '${tag}': DetailedHTMLProps<HTMLAttributes<${className}>, ${className}> &
        DebtAttributes &
        DebtProperties &
        DebtListeners;
    }
  }
}
`,

  svelte: ({ tag, className }) => `import type { HTMLAttributes } from 'svelte/elements';
import type { ${className} } from './index.js';
import type { DebtAttributes, DebtListeners, DebtProperties } from './templates.js';
import './define.js';

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    '${tag}': HTMLAttributes<${className}> & DebtAttributes & DebtProperties & DebtListeners;
  }
}
`,

  vue: ({ tag, className }) => `import type { HTMLAttributes } from 'vue';
import type { ${className} } from './index.js';
import type { Camel, DebtAttributes, DebtEvents, DebtProperties } from './templates.js';
import './define.js';

/** Vue looks attributes and listeners up in camelCase, however they are written. */
type Props = { [Name in keyof DebtAttributes as Camel<Name>]: DebtAttributes[Name] };
type Listeners = {
  [Name in keyof DebtEvents as \`on\${Capitalize<Camel<Name>>}\`]?: (event: DebtEvents[Name]) => void;
};

declare module 'vue' {
  interface GlobalComponents {
    '${tag}': new () => ${className} & {
      $props: HTMLAttributes & Props & DebtProperties & Listeners;
    };
  }
}
`,
};
