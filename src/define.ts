import { DdbDebtOverview } from './ddb-debt-overview.js';

export type * from './index.js';

const TAG = 'ddb-debt-overview';

/** Registers the tag. This is the only side effect of the package. */
const registry = globalThis.customElements as CustomElementRegistry | undefined;
const known = registry?.get(TAG) as typeof DdbDebtOverview | undefined;
if (!known) registry?.define(TAG, DdbDebtOverview);
else if (known.version !== DdbDebtOverview.version) {
  console.warn(`<${TAG}> is loaded twice: version ${known.version} is in use, ${DdbDebtOverview.version} is not.`);
}

declare global {
  interface HTMLElementTagNameMap {
    'ddb-debt-overview': DdbDebtOverview;
  }
}
