import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { JointRuling } from '../stages/decide.ts';
import type { Changes, NewEntry } from './challenge.store.ts';
import type { Challenge, ChallengeEntry, Judgement, Position } from './challenge.ts';

/** What somebody says when they take a step. Days and people have been checked by then. */
export type Said =
  | { step: 'put'; until: PlainDate; words: string }
  | { step: 'answer'; position: Position; words: string }
  | { step: 'judge'; judgement: Judgement; words: string }
  | { step: 'give-view'; judgement: Judgement; words: string }
  | { step: 'escalate'; words: string }
  | { step: 'move-day'; until: PlainDate; words: string }
  | { step: 'close'; words: string }
  | { step: 'write-summary'; words: string }
  | { step: 'clear-summary'; words: string }
  | { step: 'withdraw'; words: string };

/** What a step needs to know besides the challenge. */
export interface Circumstances {
  person: string;
  today: PlainDate;
  onBehalf?: ChallengeEntry['onBehalf'];
  /** The number of a challenge that is put now. */
  number?: number;
  /** The day on which a stage that begins today runs out. */
  due(stage: number): PlainDate;
  /** What the lead safeguarding partners have decided, with the view that is given now. */
  joint?: JointRuling<Judgement>;
}

/** What a step writes: what happened, and what of the challenge changes. */
export interface Taken {
  entry: NewEntry;
  changes: Changes;
}

/** What a step makes of a challenge. Whether it is allowed is another question: `rulingOn`. */
export function takeStep(challenge: Challenge, said: Said, around: Circumstances): Taken {
  const { today, onBehalf } = around;
  const { entry, changes } = outcomeOf(challenge, said, around);
  const moved = changes.state !== undefined && changes.state !== challenge.state;
  return {
    entry: { words: said.words, ...entry, stage: challenge.stage, ...(onBehalf && { onBehalf }) },
    changes: { ...changes, ...(moved && { stateOn: today }) },
  };
}

type Outcome = { entry: Omit<NewEntry, 'stage'>; changes: Changes };

function outcomeOf(challenge: Challenge, said: Said, around: Circumstances): Outcome {
  const { today, person } = around;
  switch (said.step) {
    case 'put':
      return {
        entry: { kind: 'put', dueOn: said.until },
        changes: {
          state: 'put',
          putOn: today,
          number: around.number,
          dueOn: said.until,
          replyBy: said.until,
          stageOn: today,
        },
      };
    case 'answer':
      return {
        entry: { kind: 'answered', choice: said.position },
        changes: { state: 'answered', position: said.position, repliedOn: challenge.repliedOn ?? today },
      };
    case 'judge':
      return judged(challenge, said.judgement, around);
    case 'give-view':
      return {
        entry: { kind: 'view', choice: said.judgement },
        changes: around.joint?.decided ? { state: 'settled', sufficient: around.joint.choice === 'enough' } : {},
      };
    case 'escalate':
      return nextStage(challenge, { kind: 'escalated' }, around);
    case 'move-day':
      return {
        entry: { kind: 'day-moved', dueOn: said.until },
        changes: { dueOn: said.until, ...(challenge.stage === 1 && { replyBy: said.until }) },
      };
    case 'close':
      return { entry: { kind: 'closed' }, changes: { state: 'closed', effect: said.words } };
    case 'write-summary':
      return {
        entry: { kind: 'summary' },
        changes: { summary: said.words, summaryBy: person, clearedBy: undefined, clearedOn: undefined },
      };
    case 'clear-summary':
      return { entry: { kind: 'cleared' }, changes: { clearedBy: person, clearedOn: today } };
    case 'withdraw':
      return { entry: { kind: 'withdrawn' }, changes: { state: 'withdrawn' } };
  }
}

/** Enough settles it; not enough asks for an answer again, a stage further. */
function judged(challenge: Challenge, judgement: Judgement, around: Circumstances): Outcome {
  const entry = { kind: 'judged', choice: judgement } as const;
  if (judgement === 'enough') return { entry, changes: { state: 'settled', sufficient: true } };
  return nextStage(challenge, entry, around);
}

/**
 * The day until which the agency alone sees a challenge is that of the first stage: once it has gone further, others have seen
 * that no answer, or not enough of one, came.
 */
function nextStage({ stage }: Challenge, entry: Outcome['entry'], { today, due }: Circumstances): Outcome {
  const dueOn = due(stage + 1);
  return { entry: { ...entry, dueOn }, changes: { state: 'put', stage: stage + 1, stageOn: today, dueOn } };
}
