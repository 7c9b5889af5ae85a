import { type Change, History } from '../../../partnership/directory/history.tsx';
import { TypedWords } from '../../../partnership/groups/pages/typed-words.tsx';
import { formatDay, formatDue } from '../../../platform/calendar/in-words.ts';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import { InsetText } from '../../../platform/ui/govuk.tsx';
import { Actions, type Fact, Facts, PageTitle } from '../../../platform/ui/patterns.tsx';
import { type ChallengeSections, ChallengeShell } from '../../challenge-shell.tsx';
import { Happenings } from '../../stages/happenings.tsx';
import { StageTable } from '../../stages/stage-table.tsx';
import { type Stage, stageInWords } from '../../stages/stages.ts';
import type { Thread } from '../../thread/thread.ts';
import { ThreadSection } from '../../thread/thread-section.tsx';
import {
  type Challenge,
  type ChallengeEntry,
  type ChallengeEntryKind,
  evidenceKinds,
  isJudgement,
  isOpenToAll,
  judgements,
  positions,
  referenceOf,
  standingOf,
} from '../challenge.ts';
import { stepForms } from '../step-forms.ts';
import type { Step } from '../steps.ts';
import { standingTag } from './standing.ts';

export interface ChallengePageProps {
  slug: string;
  challenge: Challenge;
  /** What whoever looks may do next. */
  steps: readonly Step[];
  entries: readonly ChallengeEntry[];
  changes: readonly Change[];
  thread: Thread;
  mayTie: boolean;
  stages: readonly Stage[];
  /** Of people and agencies, by id. */
  names: ReadonlyMap<string, string>;
  sections: ChallengeSections;
  me: string;
  today: PlainDate;
}

/** One challenge: the evidence, what is expected, what the agency answered, how far it went, what changed. */
export const ChallengePage = (props: ChallengePageProps) => {
  const { slug, challenge, steps, entries, changes, thread, mayTie, stages, names, sections, me, today } = props;
  const here = `/${slug}/challenges/${challenge.id}`;
  return (
    <ChallengeShell title={`${referenceOf(challenge)}: ${challenge.subject}`} current="challenges" sections={sections}>
      <PageTitle
        title={challenge.subject}
        caption={`${referenceOf(challenge)} to ${names.get(challenge.agency) ?? 'an agency'}`}
        state={standingTag(standingOf(challenge, today))}
      />
      <WhoSees challenge={challenge} today={today} />
      <Actions actions={steps.map((step) => ({ text: stepTitle(step), href: `${here}/${step}` }))} />
      <Facts facts={factsOf(props)} />
      <h2 class="govuk-heading-m section-title">What happened</h2>
      <Happenings entries={entries} say={says} names={names} here={here} me={me} />
      <ThreadSection
        thread={thread}
        record={{ kind: 'challenge', id: challenge.id, reference: referenceOf(challenge), title: challenge.subject }}
        {...{ slug, mayTie }}
      />
      <h2 class="govuk-heading-m section-title">How far it can go</h2>
      <p>Nobody decides about their own agency. At the last stage the lead safeguarding partners decide jointly.</p>
      <StageTable
        caption="Stages of a challenge"
        stages={stages}
        {...(isUnderWay(challenge) && { current: challenge.stage })}
      />
      <History changes={changes} />
    </ChallengeShell>
  );
};

const otherTitles = { change: 'Change the draft', 'raise-action': 'Raise an action from it' } as const;
const stepTitle = (step: Step): string =>
  step === 'change' || step === 'raise-action' ? otherTitles[step] : stepForms[step].title;

const isUnderWay = ({ state }: Challenge) => state === 'put' || state === 'answered';

const WhoSees = ({ challenge, today }: { challenge: Challenge; today: PlainDate }) =>
  challenge.state === 'draft' ? (
    <InsetText
      text={
        challenge.unseen
          ? 'Nobody but you sees this draft.'
          : 'The office and the chairs see this draft. The agency does not.'
      }
    />
  ) : isOpenToAll(challenge, today) ? null : (
    <InsetText
      text={`The agency sees this first. The rest of the partnership sees it once the agency has answered, or after ${formatDay(challenge.replyBy, 'plain')}.`}
    />
  );

function factsOf({ challenge, names, today }: ChallengePageProps): readonly Fact[] {
  const { evidenceAddress, position, sufficient, summary, clearedOn } = challenge;
  return [
    { key: 'What was seen', value: <TypedWords text={challenge.concern} /> },
    {
      key: `Evidence: ${evidenceKinds[challenge.evidenceKind].toLowerCase()}`,
      value: (
        <>
          <TypedWords text={challenge.evidence} />
          {evidenceAddress !== '' && (
            <a class="govuk-link" href={evidenceAddress}>
              {evidenceAddress}
            </a>
          )}
        </>
      ),
    },
    { key: 'What the answer must say', value: <TypedWords text={challenge.expected} /> },
    { key: 'Answer due', value: `${formatDay(challenge.dueOn)}${dueWords(challenge, today)}` },
    { key: 'Stage', value: challenge.putOn ? stageInWords('challenge', challenge.stage) : 'Not yet put to the agency' },
    { key: 'In the name of', value: names.get(challenge.raisedBy) },
    { key: 'The agency says', value: position ? positions[position] : 'No answer yet' },
    {
      key: 'Is the answer enough?',
      value: sufficient === undefined ? 'Not yet judged' : judgements[sufficient ? 'enough' : 'not-enough'],
    },
    { key: 'What changed for children', value: challenge.effect ? <TypedWords text={challenge.effect} /> : undefined },
    {
      key: 'Summary for publishing',
      value: summary && (
        <>
          <TypedWords text={summary} />
          <p class="quiet">
            {clearedOn
              ? `Cleared on ${formatDay(clearedOn, 'plain')} by ${names.get(challenge.clearedBy ?? '') ?? 'somebody'}`
              : 'Not yet cleared'}
          </p>
        </>
      ),
    },
  ];
}

const dueWords = ({ state, dueOn }: Challenge, today: PlainDate): string =>
  state === 'put' ? ` (${formatDue(dueOn, today).toLowerCase()})` : '';

const kinds: Readonly<Record<ChallengeEntryKind, string>> = {
  drafted: 'Drafted',
  put: 'Put to the agency',
  answered: 'Answered',
  judged: 'Judged',
  escalated: 'Taken a stage further: no answer came',
  view: 'A lead safeguarding partner’s view',
  'day-moved': 'The day of the answer was moved',
  closed: 'Closed, with what changed for children',
  action: 'Led to an action',
  summary: 'Summary written',
  cleared: 'Summary cleared for publishing',
  withdrawn: 'Withdrawn',
  corrected: 'Corrected',
};

function says({ kind, choice, dueOn }: ChallengeEntry): string {
  const chosen = isJudgement(choice)
    ? judgements[choice]
    : (new Map<string, string>(Object.entries(positions)).get(choice ?? '') ?? choice);
  const due = dueOn === undefined ? '' : `, answer due ${formatDay(dueOn, 'plain')}`;
  return `${kinds[kind]}${chosen ? `: ${chosen.toLowerCase()}` : ''}${due}`;
}
