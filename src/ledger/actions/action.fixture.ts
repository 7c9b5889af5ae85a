import { plainDate } from '../../platform/calendar/plain-date.ts';
import type { Action } from './action.ts';

/** An action that is on track, of one agency and one owner; say what is different about it. */
export const anAction = (different: Partial<Action> = {}): Action => ({
  id: '0195c0de-0000-7000-8000-000000000001',
  number: 214,
  title: 'Give every school nurse access to the plan',
  difference: 'Children tell their story once',
  successMeasure: '',
  leadAgency: 'health',
  owner: 'olive',
  group: undefined,
  contributors: [],
  priority: 'medium',
  sourceKind: 'meeting',
  sourceWords: '',
  oldReference: '',
  raisedOn: plainDate('2026-09-01'),
  firstDueOn: plainDate('2026-12-01'),
  dueOn: plainDate('2026-12-01'),
  askedUntil: undefined,
  state: 'on-track',
  stateOn: plainDate('2026-09-01'),
  blocked: undefined,
  claimedBy: undefined,
  impactDueOn: undefined,
  safeForEmail: false,
  ...different,
});
