// Not run: the compiler must refuse exactly the marked lines. TypeScript accepts any attribute with a hyphen in JSX, such as
// `data-…`, so no such line is here.
import 'ddb-debt-overview/react';
import { createRef } from 'react';

export const all = [
  <ddb-debt-overview mobilepay selection="all" registration-hours="48" key="1" />,
  <ddb-debt-overview onddb-debt-load={({ overview }) => overview.total} key="2" />,
  <ddb-debt-overview style={{ '--ddb-debt-action': '#12504a' }} key="11" />,
  <ddb-debt-overview style={{ '--ddb-debt-actoin': '#12504a' }} key="12" />, // refused
  <ddb-debt-overview feesUrl="/fees" key="3" />, // refused: the attribute is `fees-url`
  <ddb-debt-overview fees-url={new Date()} key="4" />, // refused
  <ddb-debt-overview systems="all" key="5" />, // refused
  <ddb-debt-overview heading-level={7} key="6" />, // refused
  <ddb-debt-overview mobilepay="mobilepay" key="7" />, // refused
  <ddb-debt-overview getToken={() => 7} key="8" />, // refused
  <ddb-debt-overview onddb-debt-pay={({ url }) => url} key="9" />, // refused
  <ddb-debt-overview ref={createRef<HTMLAnchorElement>()} key="10" />, // refused
];
