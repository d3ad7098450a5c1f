import type { CalendarDate } from '../../src/util/calendar-date.js';
import type { Bench } from './bench.js';
import { addDays } from './days.js';

/** An invented library three weeks before it goes over, ten days after which the bench begins. */
export function beginning(today: CalendarDate): Bench {
  const switchDate = addDays(today, 21);
  return {
    arrangement: {
      settings: {
        feesUrl: '/min-side/mellemvaerender.json',
        switchDate,
        dibsEndDate: addDays(switchDate, 150),
        dibsPaymentUrl: '/min-side/betaling',
        oirPaymentUrl: 'https://betalingsoverblik.example/',
        oirPaymentName: 'Mit Betalingsoverblik',
        termsUrl: '/betalingsbetingelser',
        ratesUrl: '/takster',
        helpUrl: '/kontakt',
      },
      texts: { da: {}, en: {} },
      slots: {},
      tokens: {},
    },
    rehearsal: {
      date: addDays(switchDate, 10),
      scenario: 'both',
      leaveOutLater: true,
      pace: 'fast',
      dibs: 'ok',
      oir: 'ok',
    },
    surroundings: {
      lang: 'da',
      scheme: 'light',
      textSize: 100,
      width: 0,
      page: { background: '', text: '', font: '' },
    },
  };
}

/** As it begins, with nothing decided: for a library that starts with its own. */
export function empty(today: CalendarDate): Bench {
  const { rehearsal, surroundings } = beginning(today);
  return {
    arrangement: { settings: {}, texts: { da: {}, en: {} }, slots: {}, tokens: {} },
    rehearsal: { ...rehearsal, date: today },
    surroundings,
  };
}
