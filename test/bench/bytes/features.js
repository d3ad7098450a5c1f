/**
 * What the widget can do, and the sources of each: files below `src/`, without their ending, or folders. Each source is of
 * one feature. Some of these are types only, or stand for another in the single file, and weigh nothing.
 */
export const FEATURES = {
  'Payment here': [
    'payment/cashier',
    'payment/customer',
    'payment/destination',
    'payment/hand-over',
    'payment/is-claim',
    'payment/left',
    'payment/order',
    'payment/other-tabs',
    'payment/payer',
    'payment/return-address',
    'payment/settled',
    'payment/start-answer',
    'payment/start-payment',
    'payment/step',
    'payment/tab-memory',
    'payment/take-return',
    'payment/till',
    'payment/till-keeper',
    'units/random-key',
    'views/payment-view',
    'views/receipt-view',
  ],
  'Ways to pay': ['payment/ways-to-pay', 'views/way-view'],
  Titles: ['titles/', 'host/live-titles', 'views/material-view'],
  'Native app bridge': ['host/app-line', 'host/ask-token', 'host/native-app'],
  Reading: ['sources/', 'host/live-overview', 'units/checksum', 'views/failure-view'],
  'Debts and totals': [
    'debts/',
    'units/calendar-date',
    'units/copenhagen',
    'units/json',
    'units/now',
    'units/ore',
  ],
  'Configuration and problems': [
    'config/configuration',
    'config/debtor-system',
    'config/phase',
    'config/problem',
    'config/setting',
    'config/settings',
    'host/live-configuration',
    'host/report-problems',
    'host/setting-properties',
    'units/complain',
  ],
  'Texts, Danish': ['localization/messages'],
  'Texts, English': ['localization/generated/en'],
  'Texts, other languages': ['localization/generated/ar'],
  'Texts: their names': [
    'localization/tables',
    'localization/generated/locale-codes',
    'localization/generated/translations',
  ],
  "Texts: the library's own, and choosing": [
    'config/texts',
    'config/voice',
    'localization/localization',
    'localization/placeholders',
  ],
  Formats: ['localization/formats'],
  Styles: [
    'views/css',
    'views/debt-styles',
    'views/mirrored-styles',
    'views/payment-styles',
    'views/print-styles',
    'views/styles',
    'views/tokens',
  ],
  'Views of the list': [
    'views/debt-view',
    'views/empty-text',
    'views/link-view',
    'views/overview-view',
    'views/parts',
    'views/scene',
    'views/section-view',
    'views/sentence',
  ],
  'View in one line': ['views/summary-view'],
  'compiled-html (drawing)': [
    'views/compiled-heading',
    'views/compiled-html',
    'views/heading',
    'views/shadow',
    'host/updates',
  ],
  'Element and host': [
    'ddb-debt-overview',
    'define',
    'index',
    'version',
    'host/events',
    'host/page-life',
    'host/surroundings',
    'units/json-of',
  ],
  // Files of their own.
  'Page for a webview': ['webview/'],
  'Start before the script': ['start/'],
};

const PAYMENT = [
  { feature: 'Payment here' },
  { source: 'src/views/payment-styles.ts' },
  {
    texts: /^(pay|receipt)\.|^dibs\.(pay|choose|chosen|locked)|^debt\.(paying|registering)|^terms$/,
  },
];
const TITLES = [{ feature: 'Titles' }];
const APP = [{ feature: 'Native app bridge' }, { texts: /app$|mobilepay$|payMobile$/ }];
const ONE_LINE = [{ feature: 'View in one line' }, { texts: /^summary\.|\/short/ }];
const ENGLISH = [{ feature: 'Texts, English' }];

/**
 * What would go together, where something is taken out or comes later: features, single sources, and texts by their names,
 * in all languages.
 */
export const TOGETHER = {
  'Payment here, its styles and texts': PAYMENT,
  English: ENGLISH,
  'Titles, with the material numbers': TITLES,
  'The app: bridge and texts': APP,
  'One line: view and texts': ONE_LINE,
  'English, titles, the app, one line': [...ENGLISH, ...TITLES, ...APP, ...ONE_LINE],
  'All of these': [...PAYMENT, ...ENGLISH, ...TITLES, ...APP, ...ONE_LINE],
};
