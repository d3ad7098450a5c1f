/** The old system, paid on the library's site, or the new one, collected by the municipality (CONTRACT 1). */
export type DebtorSystem = 'dibs' | 'oir';
