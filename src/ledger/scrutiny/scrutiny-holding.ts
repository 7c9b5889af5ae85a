import type { Holding } from '../../partnership/transition/holding.ts';

/**
 * What a scrutineer has written goes nowhere when a partnership merges or splits: what is issued stays to be read where it was
 * issued, and what is not can be opened by nobody but them, so that nobody could answer for it.
 */
export const scrutinyHolding: Holding = {
  kind: 'scrutiny-report',
  title: 'Work of scrutineers',
  tables: [],
  staysBehind: {
    scrutiny_comment: 'As the report',
    scrutiny_line: 'It is for its scrutineer alone: nobody else could carry it',
    scrutiny_note: 'As the line of enquiry',
    scrutiny_report: 'What is issued is read where it was issued; what is not is for its scrutineer alone',
  },
  remains: true,
  list: async () => [],
};
