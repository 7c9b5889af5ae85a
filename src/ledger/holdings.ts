import type { Holding } from '../partnership/transition/holding.ts';
import { actionHolding } from './actions/action-holding.ts';
import { challengeHolding } from './challenges/challenge-holding.ts';
import { absenceHolding } from './chivvying/absence-holding.ts';
import { disagreementHolding } from './disagreements/disagreement-holding.ts';
import { liaisonHolding } from './disagreements/liaison-holding.ts';
import { riskHolding } from './risks/risk-holding.ts';
import { scrutinyHolding } from './scrutiny/scrutiny-holding.ts';

/** What of this floor a partnership holds, for a transition. */
export const ledgerHoldings: readonly Holding[] = [
  actionHolding,
  challengeHolding,
  disagreementHolding,
  riskHolding,
  scrutinyHolding,
  liaisonHolding,
  absenceHolding,
];
