import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { JointRuling } from '../stages/decide.ts';
import type { Changes, NewEntry } from './disagreement.store.ts';
import type { Decision, Disagreement, DisagreementEntry, Outcome, StageTaken } from './disagreement.ts';

/** What somebody says when they take a step. People and stages have been checked by then. */
export type Said =
  | { step: 'answer'; words: string }
  | { step: 'move-on'; stage: number; withPerson: string | undefined; words: string }
  | { step: 'end'; outcome: Outcome; words: string }
  | { step: 'decide'; decision: Decision; words: string }
  | { step: 'give-view'; decision: Decision; words: string }
  | { step: 'make-urgent'; words: string }
  | { step: 'tell'; words: string }
  | { step: 'say-what-changed'; words: string; learning: string };

/** What a step needs to know besides the disagreement. */
export interface Circumstances {
  person: string;
  today: PlainDate;
  onBehalf?: DisagreementEntry['onBehalf'];
  /** The day on which a stage that begins on `from` runs out. */
  due(stage: number, from: PlainDate, urgent: boolean): PlainDate;
  /** When the stage it is at began. */
  begunOn: PlainDate;
  /** What the lead safeguarding partners have decided, with the view that is given now. */
  joint?: JointRuling<Decision>;
}

/** What a step writes: what happened, what of the disagreement and of its stage changes, and the stage that begins. */
export interface Taken {
  entry: NewEntry;
  changes: Changes;
  stage: Partial<Pick<StageTaken, 'answeredOn' | 'endedOn' | 'dueOn'>>;
  begins?: StageTaken;
}

type Outcomes = Omit<Taken, 'entry'> & { entry: Omit<NewEntry, 'stage'> };

/** What a step makes of a disagreement. Whether it is allowed is another question: `rulingOn`. */
export function takeStep(disagreement: Disagreement, said: Said, around: Circumstances): Taken {
  const { entry, ...rest } = outcomeOf(disagreement, said, around);
  const { onBehalf } = around;
  return {
    ...rest,
    entry: { words: said.words, ...entry, stage: disagreement.stage, ...(onBehalf && { onBehalf }) },
  };
}

function outcomeOf(disagreement: Disagreement, said: Said, around: Circumstances): Outcomes {
  const { today } = around;
  switch (said.step) {
    case 'answer':
      return { entry: { kind: 'answered' }, changes: {}, stage: { answeredOn: today } };
    case 'move-on':
      return movedOn(disagreement, said, around);
    case 'end':
      return ended(disagreement, said.outcome, { kind: 'ended', choice: said.outcome }, around);
    case 'decide':
      return ended(disagreement, said.decision, { kind: 'ended', choice: said.decision }, around);
    case 'give-view': {
      const entry = { kind: 'view', choice: said.decision } as const;
      const { joint } = around;
      return joint?.decided ? ended(disagreement, joint.choice, entry, around) : { entry, changes: {}, stage: {} };
    }
    case 'make-urgent':
      return madeUrgent(disagreement, around);
    case 'tell':
      return { entry: { kind: 'told' }, changes: { toldOn: today }, stage: {} };
    case 'say-what-changed':
      return {
        entry: { kind: 'learned', words: [said.words, said.learning].filter(Boolean).join('\n\n') },
        changes: { changed: said.words, learning: said.learning },
        stage: {},
      };
  }
}

function movedOn(
  { urgent }: Disagreement,
  { stage, withPerson, words }: Extract<Said, { step: 'move-on' }>,
  { today, due }: Circumstances,
): Outcomes {
  const dueOn = due(stage, today, urgent);
  return {
    entry: { kind: 'moved-on', words, choice: String(stage) },
    changes: { stage, dueOn },
    stage: { endedOn: today },
    begins: { stage, withPerson, begunOn: today, dueOn, answeredOn: undefined, endedOn: undefined },
  };
}

/** Whoever raised it and ends it themselves knows what came of it. */
function ended(
  { raisedBy }: Disagreement,
  outcome: Outcome,
  entry: Outcomes['entry'],
  { today, person, onBehalf }: Circumstances,
): Outcomes {
  const toldOn = (onBehalf?.of ?? person) === raisedBy ? today : undefined;
  return { entry, changes: { outcome, endedOn: today, ...(toldOn && { toldOn }) }, stage: { endedOn: today } };
}

/** The clock of the stage it is at becomes the urgent one, never a later day than it had, and never one that has passed. */
function madeUrgent({ stage, dueOn }: Disagreement, { today, due, begunOn }: Circumstances): Outcomes {
  const urgent = due(stage, begunOn, true);
  const sooner = urgent < today ? today : urgent;
  const then = sooner < dueOn ? sooner : dueOn;
  return { entry: { kind: 'made-urgent' }, changes: { urgent: true, dueOn: then }, stage: { dueOn: then } };
}
