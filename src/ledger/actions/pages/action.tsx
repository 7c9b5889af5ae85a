import { type Change, History } from '../../../partnership/directory/history.tsx';
import type { SeatedScope } from '../../../partnership/doors.ts';
import { formatDay } from '../../../platform/calendar/in-words.ts';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import type { StoredFile } from '../../../platform/files/stored-file.ts';
import { WarningText } from '../../../platform/ui/govuk.tsx';
import { Actions, Box, Columns, type Fact, Facts, PageTitle } from '../../../platform/ui/patterns.tsx';
import { type ActionSections, ActionsShell } from '../../actions-shell.tsx';
import type { Evidence } from '../../evidence/evidence.store.ts';
import type { Thread } from '../../thread/thread.ts';
import { ThreadSection } from '../../thread/thread-section.tsx';
import {
  type Action,
  type Entry,
  needsOutsideVerifier,
  obstacles,
  priorities,
  sourceKinds,
  standingOf,
} from '../action.ts';
import { referenceOf } from '../needs.ts';
import { stepForms } from '../step-forms.ts';
import type { Step } from '../steps.ts';
import { EntryRows } from './entries.tsx';
import { EvidenceList } from './evidence.tsx';
import { standingTag } from './standing.ts';

export interface ActionPageProps {
  slug: string;
  sections: ActionSections;
  action: Action;
  /** What whoever looks may do next. */
  steps: readonly Step[];
  entries: readonly Entry[];
  evidence: readonly Evidence[];
  files: ReadonlyMap<string, StoredFile>;
  changes: readonly Change[];
  /** The changes before which words stood that can be brought back. */
  earlier: ReadonlySet<number>;
  thread: Thread;
  mayTie: boolean;
  /** Of people, agencies and groups, by id. */
  names: ReadonlyMap<string, string>;
  me: SeatedScope['person'];
  today: PlainDate;
}

/** One action: what was promised, how it stands, what happened, what shows it, and what can be done next. */
export const ActionPage = (props: ActionPageProps) => {
  const {
    slug,
    sections,
    action,
    steps,
    entries,
    evidence,
    files,
    changes,
    earlier,
    thread,
    mayTie,
    names,
    me,
    today,
  } = props;
  const here = `/${slug}/actions/${action.id}`;
  return (
    <ActionsShell title={`${referenceOf(action)}: ${action.title}`} current="actions" sections={sections}>
      <PageTitle
        title={action.title}
        caption={referenceOf(action)}
        state={standingTag(standingOf(action, today))}
        lead={action.difference === '' ? undefined : `For children: ${action.difference}`}
      />
      <InTheWay action={action} />
      <Actions actions={stepLinks(steps, here)} />
      <Columns
        aside={
          <Box title="What shows it">
            <EvidenceList {...{ evidence, files, names, here }} mayAdd={steps.includes('add-evidence')} />
          </Box>
        }
      >
        <Facts facts={factsOf(props)} />
        <h2 class="govuk-heading-m">What happened</h2>
        <EntryRows {...{ entries, names, here, me }} />
      </Columns>
      <ThreadSection
        thread={thread}
        record={{ kind: 'action', id: action.id, reference: referenceOf(action), title: action.title }}
        {...{ slug, mayTie }}
      />
      <History changes={changes} wayBack={({ id }) => (earlier.has(id) ? `${here}/earlier/${id}` : undefined)} />
    </ActionsShell>
  );
};

const InTheWay = ({ action: { blocked } }: { action: Action }) =>
  blocked === undefined ? null : (
    <WarningText
      text={`In the way since ${formatDay(blocked.since, 'plain')}: ${obstacles[blocked.by].toLowerCase()}`}
      iconFallbackText="Warning"
    />
  );

const otherSteps = { change: 'Change', 'add-evidence': 'Add evidence' } as const;

/** The steps as links, each to its page. */
const stepLinks = (steps: readonly Step[], here: string) =>
  steps.map((step) =>
    step === 'change' || step === 'add-evidence'
      ? { text: otherSteps[step], href: `${here}/${step === 'change' ? 'change' : 'evidence/add'}` }
      : { text: stepForms[step].title, href: `${here}/${step}` },
  );

function factsOf({ slug, action, names }: ActionPageProps): readonly Fact[] {
  const name = (id: string | undefined, none: string) => (id === undefined ? none : (names.get(id) ?? none));
  return [
    { key: 'Due', value: dueWords(action) },
    { key: 'Lead agency', value: linked(`/${slug}/agencies/`, action.leadAgency, names) ?? 'No agency leads it' },
    { key: 'Owner', value: linked(`/${slug}/people/`, action.owner, names) ?? 'Nobody owns it' },
    {
      key: 'Contributing',
      value: action.contributors.map((id) => name(id, 'another agency')).join(', ') || 'No other agency',
    },
    { key: 'Success is seen by', value: action.successMeasure },
    { key: 'Priority', value: priorities[action.priority] },
    { key: 'Comes from', value: [sourceKinds[action.sourceKind], action.sourceWords].filter(Boolean).join(': ') },
    { key: 'Watched over by', value: linked(`/${slug}/groups/`, action.group, names) ?? 'No group' },
    {
      key: 'To be verified by',
      value: needsOutsideVerifier(action) ? 'Somebody of another agency' : 'A group, or somebody of another agency',
    },
    ...(action.impactDueOn === undefined
      ? []
      : [{ key: 'What changed for children', value: `Is asked on ${formatDay(action.impactDueOn, 'plain')}` }]),
    ...(action.oldReference === '' ? [] : [{ key: 'In the old tracker', value: action.oldReference }]),
    {
      key: 'In e-mails',
      value: action.safeForEmail ? 'What will be done may be named' : 'Number, agency and day alone',
    },
  ];
}

const linked = (below: string, id: string | undefined, names: ReadonlyMap<string, string>) =>
  id === undefined ? undefined : (
    <a class="govuk-link" href={`${below}${id}`}>
      {names.get(id) ?? 'Somebody'}
    </a>
  );

const dueWords = ({ dueOn, firstDueOn, askedUntil }: Action) => (
  <>
    {formatDay(dueOn)}
    {firstDueOn !== dueOn && (
      <>
        <br />
        First agreed: {formatDay(firstDueOn, 'plain')}
      </>
    )}
    {askedUntil && (
      <>
        <br />
        More time is asked for, until {formatDay(askedUntil, 'plain')}
      </>
    )}
  </>
);
