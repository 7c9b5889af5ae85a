import type { Holding } from '../partnership/transition/holding.ts';
import { actionHolding } from './actions/action-holding.ts';

/** What of this floor a partnership holds, for a transition. */
export const ledgerHoldings: readonly Holding[] = [actionHolding];
