/** What a judge may be told: a sentence of each kind, three truths, and lies. */
export const SENTENCES = {
  offline: 'Der er ingen forbindelse. Tjek din internetforbindelse, og prøv igen.',
  timeout: 'Systemet svarer ikke. Prøv igen om lidt.',
  unauthorized: 'Log ind for at se, hvad du skylder.',
  rejected: 'Systemet afviste at svare. Kontakt biblioteket, hvis det bliver ved.',
  busy: 'Systemet har travlt lige nu. Prøv igen om lidt.',
  server: 'Systemet har problemer lige nu. Prøv igen om lidt.',
  invalid: 'Systemet svarede forkert. Kontakt biblioteket, hvis det bliver ved.',
};
export const OLD = {
  text: 'Betales her 2 mellemværender',
  amounts: ['70,00 kr.', '192,56 kr.'],
  subtotal: 'I alt 262,56 kr.',
  ways: ['Betal alle · 262,56 kr.'],
};
const NEW = {
  text: 'Betales på Mit Betalingsoverblik',
  amounts: ['230,00 kr.'],
  subtotal: 'I alt 230,00 kr.',
  ways: ['Gå til Mit Betalingsoverblik (åbner i en ny fane) https://payment.example/'],
};
const BROKEN = {
  heading: 'Mellemværender hos kommunen kunne ikke hentes',
  text: `${SENTENCES.server} Du kan skylde mere, end der står her.`,
  buttons: ['Prøv igen'],
};
const TOTAL = '3 mellemværender. I alt 492,56 kr.';
const REST = { settled: true, text: '', total: '', boxes: [], sections: {}, login: false };
const BOTH = { ...REST, total: TOTAL, sections: { dibs: OLD, oir: NEW } };

/** What is right when the new system answers 500, and the patron then presses "Prøv igen". */
export const half = () => ({
  first: { ...REST, boxes: [BROKEN], sections: { dibs: OLD }, asked: { dibs: 1, oir: 3 } },
  got: { dibs: 1, oir: 3 },
  broke: {},
  after: { ...BOTH, asked: { dibs: 1, oir: 4 } },
  ever: { nothingOwed: false, totals: [TOTAL] },
  thrown: [],
});
export const nothing = () => ({
  first: { ...REST, text: 'Du har ingen mellemværender.', asked: { dibs: 1, oir: 1 } },
  got: { dibs: 1, oir: 1 },
  ever: { nothingOwed: true, totals: [] },
  thrown: [],
});
export const unread = (change) => ({
  first: {
    ...REST,
    total: 'I alt mindst 262,56 kr.',
    sections: { dibs: OLD, oir: { text: RUBBISH, amounts: [], subtotal: '', ways: [] } },
    asked: { dibs: 1, oir: 1 },
    ...change,
  },
  got: { dibs: 1, oir: 1 },
  ever: { nothingOwed: false, totals: [] },
  thrown: [],
});
const RUBBISH = '10 mellemværender kunne ikke vises og er ikke talt med.';

export const HALF = { dibs: 'debts', oir: '500 Server Error' };
export const NOTHING = { dibs: 'none', oir: 'none' };
export const UNREAD = { dibs: 'debts', oir: 'rubbish' };

const changed = (change, where = 'first') => {
  const seen = half();
  return { ...seen, [where]: { ...seen[where], ...change } };
};
export const box = (change) => changed({ boxes: [{ ...BROKEN, ...change }] });
const old = (change) => changed({ sections: { dibs: { ...OLD, ...change } } });

/** Each is one lie, and what the judge calls it. */
export const LIES = {
  'it says that nothing is owed': [changed({ text: 'Du har ingen mellemværender.' }), /nothing is/],
  'it says so of one half': [
    changed({ text: 'Du har ingen mellemværender, der betales på kommunens side.' }),
    /nothing is owed/,
  ],
  'it adds up what it does not know': [changed({ total: 'I alt 262,56 kr.' }), /the total/],
  'it counts what it does not know': [changed({ total: '2 mellemværender' }), /no total is known/],
  'the link leads elsewhere': [
    changed(
      {
        sections: { dibs: OLD, oir: { ...NEW, ways: [`${NEW.ways[0]}x`] } },
        asked: { dibs: 1, oir: 4 },
      },
      'after',
    ),
    /there is no "Gå til/,
  ],
  'it names the wrong half': [
    box({ heading: 'Mellemværender hos biblioteket kunne ikke hentes' }),
    /nothing says that oir/,
  ],
  'it says that both failed': [
    box({ heading: 'Dine mellemværender kunne ikke hentes' }),
    /dibs has answered/,
  ],
  'it says nothing of the failure': [changed({ boxes: [] }), /nothing says/],
  'it says it twice': [changed({ boxes: [BROKEN, BROKEN] }), /more than once/],
  'it gives another reason': [box({ text: SENTENCES.invalid }), /oir is "server"/],
  'there is no way forward': [box({ buttons: [] }), /no "Prøv igen"/],
  'it asks for a login': [changed({ login: true }), /login/],
  'the debts of the other half are gone': [changed({ sections: {} }), /dibs has debts/],
  'one of them is gone': [old({ amounts: ['70,00 kr.'] }), /dibs shows/],
  'their sum is wrong': [old({ subtotal: 'I alt 262,55 kr.' }), /subtotal/],
  'their sum is in doubt': [old({ subtotal: 'Mindst 262,56 kr.' }), /subtotal/],
  'they cannot be paid': [old({ ways: [] }), /there is no "Betal alle/],
  'the wrong amount is paid': [old({ ways: ['Betal alle · 70,00 kr.'] }), /there is no "Betal/],
  'the failed half has a section': [
    changed({ sections: { dibs: OLD, oir: NEW } }),
    /oir has a section/,
  ],
  'nothing is owed for a moment': [changed({ nothingOwed: true }, 'ever'), /for a moment/],
  'it adds up too early': [
    changed({ totals: ['I alt 262,56 kr.', TOTAL] }, 'ever'),
    /for a moment the total says "I alt 262,56/,
  ],
  'it still reads': [changed({ text: 'Henter dine mellemværender …' }), /still/],
  'it never comes to rest': [changed({ settled: false }), /rest/],
  'it asks a fourth time': [changed({ asked: { dibs: 1, oir: 4 } }), /asked/],
  'it gives up at once': [changed({ asked: { dibs: 1, oir: 1 } }), /asked/],
  'the server got a fourth': [changed({ oir: 4 }, 'got'), /oir got 4/],
  'the server got none': [changed({ oir: 0 }, 'got'), /oir got 0/],
  'something is thrown': [{ ...half(), thrown: ['x is undefined'] }, /thrown: x/],
  'the press leads nowhere': [
    { ...half(), after: { ...half().first, asked: { dibs: 1, oir: 4 } } },
    /after "Prøv igen": oir has debts/,
  ],
  'the press asks who had answered': [
    changed({ asked: { dibs: 2, oir: 4 } }, 'after'),
    /after .*asked/,
  ],
  'nobody pressed': [{ ...half(), after: undefined }, /second look/],
  'nothing was seen': [undefined, /nothing was reported/],
  'the page fell over': [{ error: 'lost' }, /nothing was reported/],
};
