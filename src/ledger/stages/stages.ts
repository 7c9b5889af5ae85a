import type { BankHolidays } from '../../platform/calendar/bank-holidays.ts';
import { formatDays } from '../../platform/calendar/in-words.ts';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import { addWorkingDays } from '../../platform/calendar/working-days.ts';

/** What goes through stages, each with a clock. */
export type Road = 'challenge' | 'disagreement';

/** How long a stage may take, in working days; 0 is the same day. */
export interface StageLength {
  /** From 1. */
  stage: number;
  workingDays: number;
  urgentWorkingDays: number;
}

export interface Stage extends StageLength {
  title: string;
  /** Between whom. */
  who: string;
  /** Whether the partnership has set its length; otherwise it is a default that nobody has verified. */
  own: boolean;
}

type Described = Pick<Stage, 'title' | 'who'> & { days: number; urgent: number };

/**
 * The stages of each road, and their lengths unless the partnership sets them.
 *
 * @source typical values of published escalation policies; unverified, and so a setting
 */
const described: Readonly<Record<Road, readonly Described[]>> = {
  challenge: [
    { title: 'The agency answers', who: 'whoever speaks for the agency in the partnership', days: 10, urgent: 2 },
    { title: 'The agency’s leadership answers', who: 'the most senior person of the agency', days: 5, urgent: 2 },
    { title: 'The chair brings both together', who: 'the chair, the agency and who raised it', days: 5, urgent: 2 },
    {
      title: 'The lead safeguarding partners decide',
      who: 'the lead safeguarding partners jointly',
      days: 10,
      urgent: 3,
    },
  ],
  disagreement: [
    { title: 'Practitioner to practitioner', who: 'the two who work with the family', days: 0, urgent: 0 },
    {
      title: 'Manager to manager',
      who: 'a line manager or safeguarding lead and their counterpart',
      days: 2,
      urgent: 1,
    },
    { title: 'Senior managers', who: 'heads of service, named or designated professionals', days: 5, urgent: 1 },
    { title: 'Directors', who: 'directors, or those who speak for a safeguarding partner', days: 5, urgent: 1 },
    {
      title: 'The partnership',
      who: 'convened by the business manager, decided by the chair or the lead safeguarding partners',
      days: 10,
      urgent: 2,
    },
  ],
};

/** The stage of a disagreement whose clock fails most: the manager’s answer. */
export const managerStage = 2;

/** How many stages a road has; the last is where it is decided. */
export const lastStageOf = (road: Road): number => described[road].length;

/** The stages of a road, in order, with the partnership’s own lengths where it has set them. */
export const stagesOf = (road: Road, lengths: readonly StageLength[]): readonly Stage[] =>
  described[road].map(({ title, who, days, urgent }, at) => {
    const own = lengths.find(({ stage }) => stage === at + 1);
    return {
      stage: at + 1,
      title,
      who,
      workingDays: own?.workingDays ?? days,
      urgentWorkingDays: own?.urgentWorkingDays ?? urgent,
      own: own !== undefined,
    };
  });

/**
 * The day on which a stage that begins on `from` runs out.
 *
 * @throws {RangeError} where the road has no such stage
 */
export function dueOf(
  stages: readonly Stage[],
  number: number,
  from: PlainDate,
  { urgent, holidays }: { urgent: boolean; holidays: BankHolidays },
): PlainDate {
  const stage = stages.find((one) => one.stage === number);
  if (!stage) throw new RangeError(`there is no stage ${number}`);
  return addWorkingDays(from, urgent ? stage.urgentWorkingDays : stage.workingDays, holidays);
}

/** “the same day”, “2 working days” */
export const lengthOf = (workingDays: number): string =>
  workingDays === 0 ? 'the same day' : formatDays(workingDays).replace('day', 'working day');

/** “Stage 2: Manager to manager” */
export const stageInWords = (road: Road, number: number): string => {
  const title = described[road][number - 1]?.title;
  return title === undefined ? `Stage ${number}` : `Stage ${number}: ${title}`;
};
