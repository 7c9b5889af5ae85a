import type { Holding } from '../partnership/transition/holding.ts';
import { actionHolding } from './actions/action-holding.ts';
import { riskHolding } from './risks/risk-holding.ts';

/** What of this floor a partnership holds, for a transition. */
export const ledgerHoldings: readonly Holding[] = [actionHolding, riskHolding];
