import { type Change, History } from '../../../partnership/directory/history.tsx';
import { TypedWords } from '../../../partnership/groups/pages/typed-words.tsx';
import { formatDay } from '../../../platform/calendar/in-words.ts';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import { Figure, type FigureFacts } from '../../../platform/charts/figure.tsx';
import { Actions, DataTable, type Fact, Facts, PageTitle } from '../../../platform/ui/patterns.tsx';
import { type ChallengeSections, ChallengeShell } from '../../challenge-shell.tsx';
import { Happenings } from '../../stages/happenings.tsx';
import type { Thread } from '../../thread/thread.ts';
import { ThreadSection } from '../../thread/thread-section.tsx';
import {
  type Control,
  categories,
  type Risk,
  type RiskEntry,
  type RiskEntryKind,
  referenceOf,
  standingOf,
  worksWords,
} from '../risk.ts';
import { type Scale, scoreInWords } from '../score.ts';
import { stepForms } from '../step-forms.ts';
import type { Step } from '../steps.ts';
import { standingTag } from './standing.ts';

export interface RiskPageProps {
  slug: string;
  risk: Risk;
  scale: Scale;
  controls: readonly Control[];
  /** What whoever looks may do next. */
  steps: readonly Step[];
  entries: readonly RiskEntry[];
  changes: readonly Change[];
  history: FigureFacts;
  thread: Thread;
  mayTie: boolean;
  /** Of people and agencies, by id. */
  names: ReadonlyMap<string, string>;
  sections: ChallengeSections;
  me: string;
  today: PlainDate;
}

/** One risk: what might happen, how it is scored, what holds it back, how it has gone. */
export const RiskPage = (props: RiskPageProps) => {
  const { slug, risk, controls, steps, entries, changes, history, thread, mayTie, names, sections, me, today } = props;
  const here = `/${slug}/risks/${risk.id}`;
  return (
    <ChallengeShell title={`${referenceOf(risk)}: ${risk.title}`} current="risks" sections={sections}>
      <PageTitle title={risk.title} caption={referenceOf(risk)} state={standingTag(standingOf(risk, today))} />
      <Actions actions={steps.map((step) => ({ text: stepTitle(step), href: `${here}/${step}` }))} />
      <Facts facts={factsOf(props)} />
      <Controls controls={controls} here={here} mayChange={steps.includes('add-control')} />
      <Figure figure={history} address={(id) => ({ csv: `${here}/${id}.csv`, svg: `${here}/${id}.svg` })} />
      <h2 class="govuk-heading-m section-title">What happened</h2>
      <Happenings entries={entries} say={(entry) => says(entry)} names={names} here={here} me={me} />
      <ThreadSection
        thread={thread}
        record={{ kind: 'risk', id: risk.id, reference: referenceOf(risk), title: risk.title }}
        {...{ slug, mayTie }}
      />
      <History changes={changes} />
    </ChallengeShell>
  );
};

const otherTitles = {
  change: 'Change the risk',
  'add-control': 'Add what holds it back',
  'raise-action': 'Raise an action from it',
} as const;
const stepTitle = (step: Step): string =>
  step === 'change' || step === 'add-control' || step === 'raise-action' ? otherTitles[step] : stepForms[step].title;

function factsOf({ risk, scale, names }: RiskPageProps): readonly Fact[] {
  return [
    { key: 'Cause', value: <TypedWords text={risk.cause} /> },
    { key: 'What might happen', value: <TypedWords text={risk.event} /> },
    { key: 'Effect for children', value: <TypedWords text={risk.effect} /> },
    { key: 'Category', value: categories[risk.category] },
    { key: 'Score if nothing held it back', value: scoreInWords(risk.inherent, scale) },
    { key: 'Score now', value: scoreInWords(risk.current, scale) },
    { key: 'Score that is aimed at', value: scoreInWords(risk.target, scale) },
    {
      key: 'Accepted',
      value: risk.acceptedWhy ? (
        <TypedWords text={`No further reduction is possible: ${risk.acceptedWhy}`} />
      ) : (
        'No, a reduction is sought'
      ),
    },
    { key: 'Owner', value: risk.owner ? (names.get(risk.owner) ?? 'Somebody') : 'Nobody yet' },
    { key: 'Lead agency', value: risk.leadAgency ? (names.get(risk.leadAgency) ?? 'An agency') : 'The partnership' },
    {
      key: 'Next review',
      value: risk.closedOn === undefined ? formatDay(risk.reviewOn) : `None: closed on ${formatDay(risk.closedOn)}`,
    },
    { key: 'Last review', value: risk.reviewedOn ? formatDay(risk.reviewedOn) : 'None yet' },
    ...(risk.oldReference === '' ? [] : [{ key: 'In an earlier register', value: risk.oldReference }]),
  ];
}

interface ControlsProps {
  controls: readonly Control[];
  here: string;
  mayChange: boolean;
}

const Controls = ({ controls, here, mayChange }: ControlsProps) => (
  <>
    <h2 class="govuk-heading-m section-title">What holds it back</h2>
    {controls.length === 0 ? (
      <p>Nothing has been written down.</p>
    ) : (
      <DataTable
        caption="Controls, and how well each works"
        rows={controls}
        columns={[
          { heading: 'Control', cell: ({ title }) => title },
          { heading: 'How well it works', cell: ({ works }) => worksWords[works] },
          ...(mayChange
            ? [
                {
                  heading: 'Change',
                  cell: ({ id, title }: Control) => (
                    <a class="govuk-link" href={`${here}/controls/${id}`}>
                      Change<span class="govuk-visually-hidden"> {title}</span>
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
    )}
  </>
);

const kinds: Readonly<Record<RiskEntryKind, string>> = {
  raised: 'Raised',
  reviewed: 'Reviewed',
  changed: 'Changed',
  control: 'What holds it back',
  accepted: 'Accepted: no further reduction is possible',
  sought: 'A reduction is sought again',
  closed: 'Closed',
  reopened: 'Opened again',
  action: 'Led to an action',
  corrected: 'Corrected',
};

const says = ({ kind, score }: RiskEntry): string =>
  `${kinds[kind]}${score ? `: ${scoreInWords(score, score.scale)}` : ''}`;
