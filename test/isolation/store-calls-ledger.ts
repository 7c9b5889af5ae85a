import type { Call } from './store-calls.ts';
import { actionCalls } from './store-calls-actions.ts';
import { challengeCalls } from './store-calls-challenge.ts';
import { chivvyingCalls } from './store-calls-chivvying.ts';
import { riskCalls } from './store-calls-risk.ts';
import { scrutinyCalls } from './store-calls-scrutiny.ts';

/** The calls of the ledger, each part from a file of its own. */
export const ledgerCalls: Readonly<Record<string, Call>> = {
  ...actionCalls,
  ...challengeCalls,
  ...chivvyingCalls,
  ...riskCalls,
  ...scrutinyCalls,
};
