import { FAULTS } from './oracle.js';

/** Reports for the tests of compareCell: a text for each kind of failure, three correct reports, and wrong ones. */
export const SENTENCES = {
  offline: 'Der er ingen forbindelse. Tjek din internetforbindelse, og prøv igen.',
  network: 'Der er ikke kontakt til systemet. Prøv igen om lidt.',
  timeout: 'Systemet svarer ikke. Prøv igen om lidt.',
  rejected: 'Systemet afviste at svare. Kontakt biblioteket, hvis det bliver ved.',
  busy: 'Systemet har travlt lige nu. Prøv igen om lidt.',
  server: 'Systemet har problemer lige nu. Prøv igen om lidt.',
  invalid: 'Systemet svarede forkert. Kontakt biblioteket, hvis det bliver ved.',
};
export const OLD = {
  text: 'Betales her 2 mellemværender',
  amounts: ['70,00 kr.', '192,56 kr.'],
  subtotal: 'I alt 262,56 kr.',
  actions: ['Betal alle · 262,56 kr.'],
};
const NEW = {
  text: 'Betales på Mit Betalingsoverblik',
  amounts: ['230,00 kr.'],
  subtotal: 'I alt 230,00 kr.',
  actions: ['Gå til Mit Betalingsoverblik (åbner i en ny fane) https://payment.example/'],
};
const BROKEN = {
  heading: 'Mellemværender hos kommunen kunne ikke hentes',
  text: `${SENTENCES.server} Du kan skylde mere, end der står her.`,
  buttons: ['Prøv igen'],
};
const TOTAL = '3 mellemværender. I alt 492,56 kr.';
const REST = { settled: true, text: '', total: '', boxes: [], sections: {}, login: false };
const BOTH = { ...REST, total: TOTAL, sections: { dibs: OLD, oir: NEW } };

/** The correct report if the new system answers 500, and the patron then presses "Prøv igen". */
export const half = () => ({
  first: { ...REST, boxes: [BROKEN], sections: { dibs: OLD }, requested: { dibs: 1, oir: 3 } },
  received: { dibs: 1, oir: 3 },
  interrupted: {},
  after: { ...BOTH, requested: { dibs: 1, oir: 4 } },
  ever: { nothingOwed: false, totals: [TOTAL] },
  thrown: [],
  warned: [],
});
export const nothing = () => ({
  first: { ...REST, text: 'Du har ingen mellemværender.', requested: { dibs: 1, oir: 1 } },
  received: { dibs: 1, oir: 1 },
  ever: { nothingOwed: true, totals: [] },
  thrown: [],
  warned: [],
});
const say = (setting, fault) => `<ddb-debt-overview> ${setting}: ${fault}; takes something else.`;
export const unread = (change) => ({
  first: {
    ...REST,
    total: 'I alt mindst 262,56 kr.',
    sections: { dibs: OLD, oir: { text: UNREADABLE, amounts: [], subtotal: '', actions: [] } },
    requested: { dibs: 1, oir: 1 },
    ...change,
  },
  received: { dibs: 1, oir: 1 },
  ever: { nothingOwed: false, totals: [] },
  thrown: [],
  warned: FAULTS.map((fault) => say('oir-fees-url', fault)),
});
const UNREADABLE = '10 mellemværender kunne ikke vises og er ikke talt med.';

export const HALF = { dibs: 'debts', oir: '500 Server Error' };
export const NOTHING = { dibs: 'none', oir: 'none' };
export const UNREAD = { dibs: 'debts', oir: 'unreadable entries' };

const changed = (change, where = 'first') => {
  const seen = half();
  return { ...seen, [where]: { ...seen[where], ...change } };
};
export const box = (change) => changed({ boxes: [{ ...BROKEN, ...change }] });
const old = (change) => changed({ sections: { dibs: { ...OLD, ...change } } });

/** Each report has one error, with the difference that it causes. */
export const WRONG_REPORTS = {
  'it shows that there are no debts': [
    changed({ text: 'Du har ingen mellemværender.' }),
    /no debts/,
  ],
  'it shows no debts for one system': [
    changed({ text: 'Du har ingen mellemværender, der betales på kommunens side.' }),
    /no debts/,
  ],
  'it shows a total although one system failed': [
    changed({ total: 'I alt 262,56 kr.' }),
    /the total/,
  ],
  'it shows a count although one system failed': [
    changed({ total: '2 mellemværender' }),
    /no total is known/,
  ],
  'the link has another URL': [
    changed(
      {
        sections: { dibs: OLD, oir: { ...NEW, actions: [`${NEW.actions[0]}x`] } },
        requested: { dibs: 1, oir: 4 },
      },
      'after',
    ),
    /there is no "Gå til/,
  ],
  'it names the wrong system': [
    box({ heading: 'Mellemværender hos biblioteket kunne ikke hentes' }),
    /no failure of oir/,
  ],
  'it shows that both systems failed': [
    box({ heading: 'Dine mellemværender kunne ikke hentes' }),
    /dibs has answered/,
  ],
  'it shows no failure': [changed({ boxes: [] }), /no failure/],
  'it shows the failure twice': [changed({ boxes: [BROKEN, BROKEN] }), /more than once/],
  'it gives another reason': [box({ text: SENTENCES.invalid }), /oir is "server"/],
  'there is no retry button': [box({ buttons: [] }), /no "Prøv igen"/],
  'it shows a login': [changed({ login: true }), /login/],
  'the debts of the other system are missing': [changed({ sections: {} }), /dibs has debts/],
  'one debt is missing': [old({ amounts: ['70,00 kr.'] }), /dibs shows/],
  'their sum is wrong': [old({ subtotal: 'I alt 262,55 kr.' }), /subtotal/],
  'their sum is a minimum': [old({ subtotal: 'Mindst 262,56 kr.' }), /subtotal/],
  'they cannot be paid': [old({ actions: [] }), /there is no "Betal alle/],
  'the wrong amount is paid': [old({ actions: ['Betal alle · 70,00 kr.'] }), /there is no "Betal/],
  'the failed system has a section': [
    changed({ sections: { dibs: OLD, oir: NEW } }),
    /oir has a section/,
  ],
  'it temporarily shows no debts': [changed({ nothingOwed: true }, 'ever'), /temporarily/],
  'it shows a total too early': [
    changed({ totals: ['I alt 262,56 kr.', TOTAL] }, 'ever'),
    /the total is temporarily "I alt 262,56/,
  ],
  'it is still loading': [changed({ text: 'Henter dine mellemværender …' }), /still/],
  'it does not become stable': [changed({ settled: false }), /stable/],
  'it sends a fourth request': [changed({ requested: { dibs: 1, oir: 4 } }), /requested/],
  'it sends only one request': [changed({ requested: { dibs: 1, oir: 1 } }), /requested/],
  'the server receives a fourth request': [changed({ oir: 4 }, 'received'), /oir received 4/],
  'the server receives no request': [changed({ oir: 0 }, 'received'), /oir received 0/],
  'something is thrown': [{ ...half(), thrown: ['x is undefined'] }, /thrown: x/],
  'the retry has no effect': [
    { ...half(), after: { ...half().first, requested: { dibs: 1, oir: 4 } } },
    /after "Prøv igen": oir has debts/,
  ],
  'the retry requests the other system, too': [
    changed({ requested: { dibs: 2, oir: 4 } }, 'after'),
    /after .*requested/,
  ],
  'the console says something': [{ ...half(), warned: ['x'] }, /the console says: x/],
  'the console names CORS': [{ ...half(), warned: ['CORS'] }, /names CORS/],
  'there was no retry': [{ ...half(), after: undefined }, /after a retry/],
  'there is no report': [undefined, /nothing was reported/],
  'the page failed': [{ error: 'lost' }, /nothing was reported/],
};
