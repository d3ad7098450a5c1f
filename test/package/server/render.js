// A server without a DOM, and without a substitute.
import { DdbDebtOverview, DebtPayEvent } from 'ddb-debt-overview';
import 'ddb-debt-overview/ddb-debt-overview.intl.js';
import 'ddb-debt-overview/ddb-debt-overview.js';
import 'ddb-debt-overview/ddb-debt-overview.start.js';
import 'ddb-debt-overview/define';
import 'ddb-debt-overview/react';
import { createRequire } from 'node:module';
import { createElement } from 'react';
import { renderToString as renderReact } from 'react-dom/server';
import { h } from 'vue';
import { renderToString as renderVue } from 'vue/server-renderer';

const attributes = {
  'fees-url': '/fees',
  'switch-date': '2021-12-01',
  'oir-payment-url': 'https://example.org/',
  'oir-payment-name': 'Mit Betalingsoverblik',
};
const noText = {
  config: { dibsPaymentUrl: '/pay' },
  getToken: () => 'a secret of the server',
  'onddb-debt-pay': () => undefined,
};
const { feeIds, amount } = new DebtPayEvent(['1'], 7000, 'cms');

process.stdout.write(
  JSON.stringify({
    version: DdbDebtOverview.version,
    required: createRequire(import.meta.url)('ddb-debt-overview').DdbDebtOverview.version,
    event: `${feeIds}: ${amount}`,
    invented: ['document', 'window', 'HTMLElement', 'customElements'].filter(
      (name) => name in globalThis,
    ),
    react: renderReact(createElement('ddb-debt-overview', { ...attributes, ...noText })),
    vue: await renderVue(h('ddb-debt-overview', attributes)),
  }),
);
