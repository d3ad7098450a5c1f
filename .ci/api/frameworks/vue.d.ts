import type { HTMLAttributes } from 'vue';
import './define.js';
import type { DdbDebtOverview } from './index.js';
import type { DdbDebtOverviewProps } from './templates.js';

/** Vue looks up attributes and listeners in camelCase, however they are written: `onDdbDebtPay`. */
type Camel<Name extends string> = Name extends `on${infer Event extends `ddb-${string}`}`
  ? `on${Capitalize<Camel<Event>>}`
  : Name extends `${infer Head}-${infer Tail}`
    ? `${Head}${Capitalize<Camel<Tail>>}`
    : Name;

declare module 'vue' {
  interface GlobalComponents {
    'ddb-debt-overview': new () => DdbDebtOverview & {
      $props: HTMLAttributes & {
        [Name in keyof DdbDebtOverviewProps as Camel<Name>]: DdbDebtOverviewProps[Name];
      };
    };
  }
}
