import type { Holding } from '../../partnership/transition/holding.ts';

/**
 * What a scrutineer has written goes nowhere when a partnership merges or splits: what is issued stays to be read where it was
 * issued, and what is not can be opened by nobody but them, so that nobody could answer for it.
 */
export const scrutinyHolding: Holding = {
  kind: 'scrutiny-report',
  title: 'Work of scrutineers',
  tables: ['scrutiny_line', 'scrutiny_note', 'scrutiny_report', 'scrutiny_comment'],
  remains: true,
  list: async () => [],
};
