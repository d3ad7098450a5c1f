export { DdbDebtOverview } from './ddb-debt-overview.js';
export type { SettingProperties } from './settings-element.js';
export type { Problem } from './config/problem.js';
export type { DebtorSystem } from './config/settings.js';
export type { Debt, DebtType, Material } from './debts/debt.js';
export type { Overview, SystemOverview } from './debts/overview.js';
export type { FailureKind } from './fees/failure.js';
export type { MaterialResolver, Title } from './titles/title.js';
export type { CalendarDate } from './util/calendar-date.js';
export type { Ore } from './util/ore.js';
export {
  DebtAuthEvent,
  DebtErrorEvent,
  DebtLeaveEvent,
  DebtLoadEvent,
  DebtPayEvent,
} from './events.js';
