import type { CalendarDate } from '../../src/util/time.js';
import type { SettingName } from '../../src/config/settings.js';
import { NO_PROJECT, type WorkbenchState } from './state.js';
import { addDays } from './days.js';

/** An invented library that switches in three weeks. The previews show the tenth day after the switch. */
export function initialState(today: CalendarDate): WorkbenchState {
  const switchDate = addDays(today, 21);
  const settings = {
    feesUrl: '/min-side/mellemvaerender.json',
    switchDate,
    dibsEndDate: addDays(switchDate, 150),
    dibsPaymentUrl: '/min-side/betaling',
    oirPaymentUrl: 'https://betalingsoverblik.example/',
    oirPaymentName: 'Mit Betalingsoverblik',
    termsUrl: '/betalingsbetingelser',
    ratesUrl: '/takster',
    helpUrl: '/kontakt',
  };
  return {
    project: { ...NO_PROJECT, examples: Object.keys(settings) as SettingName[] },
    arrangement: {
      settings,
      texts: { da: {}, en: {} },
      slots: {},
      tokens: {},
    },
    simulation: {
      date: addDays(switchDate, 10),
      scenario: 'both',
      leaveOutLater: true,
      pace: 'fast',
      dibs: 'ok',
      oir: 'ok',
    },
    pageOptions: {
      lang: 'da',
      scheme: 'light',
      textSize: 100,
      width: 0,
      page: { background: '', text: '', font: '' },
    },
  };
}

/** The initial state without settings, for a library that enters its own. */
export function emptyState(today: CalendarDate): WorkbenchState {
  const { simulation, pageOptions } = initialState(today);
  return {
    project: NO_PROJECT,
    arrangement: { settings: {}, texts: { da: {}, en: {} }, slots: {}, tokens: {} },
    simulation: { ...simulation, date: today },
    pageOptions,
  };
}
