import { type Change, History } from '../../../partnership/directory/history.tsx';
import { TypedWords } from '../../../partnership/groups/pages/typed-words.tsx';
import { formatDay, formatDue } from '../../../platform/calendar/in-words.ts';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import { WarningText } from '../../../platform/ui/govuk.tsx';
import { Actions, DataTable, type Fact, Facts, PageTitle, StateTag } from '../../../platform/ui/patterns.tsx';
import { type ChallengeSections, ChallengeShell } from '../../challenge-shell.tsx';
import { Happenings } from '../../stages/happenings.tsx';
import { StageTable } from '../../stages/stage-table.tsx';
import { type Stage, stageInWords } from '../../stages/stages.ts';
import type { Thread } from '../../thread/thread.ts';
import { ThreadSection } from '../../thread/thread-section.tsx';
import {
  type Disagreement,
  type DisagreementEntry,
  type DisagreementEntryKind,
  outcomes,
  referenceOf,
  type StageTaken,
  standingOf,
  subjects,
} from '../disagreement.ts';
import { stepForms } from '../step-forms.ts';
import type { Step } from '../steps.ts';
import { standingTag } from './list.tsx';

export interface DisagreementPageProps {
  slug: string;
  disagreement: Disagreement;
  /** What whoever looks may do next. */
  steps: readonly Step[];
  taken: readonly StageTaken[];
  entries: readonly DisagreementEntry[];
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

/** One disagreement: what about, how far it went and with whom, what came of it. */
export const DisagreementPage = (props: DisagreementPageProps) => {
  const { slug, disagreement, steps, taken, entries, changes, thread, mayTie, stages, names, sections, me, today } =
    props;
  const here = `/${slug}/disagreements/${disagreement.id}`;
  const title = `Disagreement about ${subjects[disagreement.subject].toLowerCase()}`;
  return (
    <ChallengeShell title={`${referenceOf(disagreement)}: ${title}`} current="disagreements" sections={sections}>
      <PageTitle
        title={title}
        caption={referenceOf(disagreement)}
        state={standingTag(standingOf(disagreement, today))}
      />
      {disagreement.urgent && disagreement.outcome === undefined && (
        <WarningText
          text="This is urgent: every clock is shorter, and stages may be jumped. If a child is at risk now, ring 999 or ask for a strategy discussion."
          iconFallbackText="Warning"
        />
      )}
      <Actions actions={steps.map((step) => ({ text: stepTitle(step), href: `${here}/${step}` }))} />
      <Facts facts={factsOf(props)} />
      <TakenStages taken={taken} names={names} today={today} />
      <h2 class="govuk-heading-m section-title">What happened</h2>
      <Happenings entries={entries} say={says} names={names} here={here} me={me} />
      <ThreadSection
        thread={thread}
        record={{ kind: 'disagreement', id: disagreement.id, reference: referenceOf(disagreement), title }}
        {...{ slug, mayTie }}
      />
      <h2 class="govuk-heading-m section-title">How far it can go</h2>
      <p>
        Nobody decides about their own agency. A chair of neither agency decides, or the lead safeguarding partners
        jointly.
      </p>
      <StageTable
        caption="Stages of a disagreement"
        stages={stages}
        {...(disagreement.outcome === undefined && { current: disagreement.stage })}
      />
      <History changes={changes} />
    </ChallengeShell>
  );
};

const stepTitle = (step: Step): string => (step === 'raise-action' ? 'Raise an action from it' : stepForms[step].title);

function factsOf({ disagreement, names, today }: DisagreementPageProps): readonly Fact[] {
  const { outcome, dueOn, toldOn, endedOn, changed, learning } = disagreement;
  return [
    {
      key: 'Raised by',
      value: `${names.get(disagreement.raisedBy) ?? 'Somebody'}, ${names.get(disagreement.raisingAgency) ?? 'an agency'}`,
    },
    { key: 'With', value: names.get(disagreement.otherAgency) },
    { key: 'Case reference', value: disagreement.caseReference || 'None: no child is named here' },
    { key: 'What the two disagree about', value: <TypedWords text={disagreement.difference} /> },
    { key: 'What is asked for', value: <TypedWords text={disagreement.wanted} /> },
    { key: 'Stage', value: stageInWords('disagreement', disagreement.stage) },
    ...(outcome === undefined
      ? [{ key: 'Answer due', value: `${formatDay(dueOn)} (${formatDue(dueOn, today).toLowerCase()})` }]
      : [
          { key: 'Outcome', value: `${outcomes[outcome]}${endedOn ? `, on ${formatDay(endedOn, 'plain')}` : ''}` },
          {
            key: 'Told to who raised it',
            value: toldOn ? `On ${formatDay(toldOn, 'plain')}` : 'Not yet: they still have to be told',
          },
          { key: 'What changed', value: changed && <TypedWords text={changed} /> },
          { key: 'What was learned', value: learning && <TypedWords text={learning} /> },
        ]),
  ];
}

type TakenProps = Pick<DisagreementPageProps, 'taken' | 'names' | 'today'>;

/** Each stage it went through: with whom, from when, until when, when answered. */
const TakenStages = ({ taken, names, today }: TakenProps) => (
  <DataTable
    caption="How far it went"
    rows={taken}
    columns={[
      { heading: 'Stage', cell: ({ stage }) => stageInWords('disagreement', stage) },
      { heading: 'With', cell: ({ withPerson }) => (withPerson && names.get(withPerson)) ?? 'Nobody was named' },
      { heading: 'Since', narrow: true, cell: ({ begunOn }) => formatDay(begunOn, 'plain') },
      { heading: 'Answer due', narrow: true, cell: ({ dueOn }) => formatDay(dueOn, 'plain') },
      { heading: 'Answered', cell: (stage) => <Answered stage={stage} today={today} /> },
    ]}
  />
);

const Answered = ({ stage, today }: { stage: StageTaken; today: PlainDate }) => {
  const { answeredOn, dueOn, endedOn } = stage;
  if (answeredOn !== undefined)
    return (
      <>
        {formatDay(answeredOn, 'plain')} {answeredOn > dueOn && <StateTag tone="bad">Late</StateTag>}
      </>
    );
  if (endedOn !== undefined) return <>No answer at this stage</>;
  return dueOn < today ? <StateTag tone="bad">Overdue</StateTag> : <>Not yet</>;
};

const kinds: Readonly<Record<DisagreementEntryKind, string>> = {
  raised: 'Raised',
  answered: 'Answered',
  'moved-on': 'Taken further',
  'made-urgent': 'Made urgent',
  view: 'A lead safeguarding partner’s view',
  ended: 'Ended',
  learned: 'What changed, and what was learned',
  told: 'Whoever raised it was told what came of it',
  action: 'Led to an action',
  corrected: 'Corrected',
};

const chosenWords = new Map<string, string>(Object.entries(outcomes));

const says = ({ kind, choice }: DisagreementEntry): string => {
  if (choice === undefined) return kinds[kind];
  const chosen = kind === 'moved-on' ? stageInWords('disagreement', Number(choice)) : chosenWords.get(choice);
  return `${kinds[kind]}: ${(chosen ?? choice).toLowerCase()}`;
};
