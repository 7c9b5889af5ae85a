import { plainDate } from '../../platform/calendar/plain-date.ts';
import type { Challenge } from './challenge.ts';
import type { Doer } from './steps.ts';

export const today = plainDate('2026-11-23');

/** A challenge to the council, put by the scrutineer and waiting for its answer, with what a test says of it. */
export const aChallenge = (said: Partial<Challenge> = {}): Challenge => ({
  id: '01900000-0000-7000-8000-000000000001',
  number: 12,
  agency: 'council',
  subject: 'Conferences are late',
  concern: 'One in three is held after the day',
  evidenceKind: 'figure',
  evidence: '67% in time, July to September',
  evidenceAddress: '',
  expected: 'What will change, by when',
  raisedBy: 'scrutineer',
  draftedBy: 'scrutineer',
  draftedOn: plainDate('2026-11-02'),
  unseen: false,
  putOn: plainDate('2026-11-09'),
  replyBy: plainDate('2026-11-27'),
  dueOn: plainDate('2026-11-27'),
  stage: 1,
  stageOn: plainDate('2026-11-09'),
  state: 'put',
  stateOn: plainDate('2026-11-09'),
  repliedOn: undefined,
  position: undefined,
  sufficient: undefined,
  effect: '',
  summary: '',
  summaryBy: undefined,
  clearedBy: undefined,
  clearedOn: undefined,
  ...said,
});

/** Somebody of an agency with these permissions. */
export const aDoer = (person: string, agency: string | undefined, ...permissions: string[]): Doer => ({
  person,
  agency,
  permissions: new Set(permissions),
  today,
});
