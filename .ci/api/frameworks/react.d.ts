import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import './define.js';
import type { DdbDebtOverview } from './index.js';
import type { CustomCssProperties, DdbDebtOverviewProps } from './templates.js';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'ddb-debt-overview': DetailedHTMLProps<HTMLAttributes<DdbDebtOverview>, DdbDebtOverview> &
        DdbDebtOverviewProps;
    }
  }
  interface CSSProperties extends CustomCssProperties {}
}
