import { listAgencies } from '../../../partnership/agencies/agency.store.ts';
import type { SeatedScope } from '../../../partnership/doors.ts';
import { listPeople } from '../../../partnership/people/person.store.ts';
import { permit } from '../../../platform/access/permit.ts';
import { daysBetween } from '../../../platform/calendar/days.ts';
import { formatDay, formatDays, formatDue } from '../../../platform/calendar/in-words.ts';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import { page } from '../../../platform/http/answers.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { type Column, countInWords, DataTable, Empty, PageTitle, Say } from '../../../platform/ui/patterns.tsx';
import type { Action } from '../../actions/action.ts';
import { listActionsByIds } from '../../actions/action-list.store.ts';
import { type ActionSections, ActionsShell, actionSections } from '../../actions-shell.tsx';
import { type HeldMessage, listHeld, listSettled } from '../held-message.store.ts';
import { levels, reasons } from '../release.ts';
import { ActionLink } from './action-link.tsx';

/** What waits until a person lets it out, and what was let out or dropped lately. */
export const showReleaseList: Handler<SeatedScope> = async (scope) => {
  permit(scope, 'chivvying.release');
  const [held, settled, people, agencies] = await Promise.all([
    listHeld(scope),
    listSettled(scope),
    listPeople(scope),
    listAgencies(scope),
  ]);
  const actions = await listActionsByIds(
    scope,
    [...held, ...settled].map(({ action }) => action),
  );
  const known: Known = {
    slug: scope.slug,
    today: scope.today,
    actions: new Map(actions.map((action) => [action.id, action])),
    names: new Map([...people, ...agencies].map(({ id, name }) => [id, name])),
  };
  return page(<ReleaseListPage {...{ held, settled, known, sections: actionSections(scope) }} />);
};

interface Known {
  slug: string;
  today: PlainDate;
  actions: ReadonlyMap<string, Action>;
  /** Of people and agencies, by id. */
  names: ReadonlyMap<string, string>;
}

interface ReleaseListModel {
  held: readonly HeldMessage[];
  settled: readonly HeldMessage[];
  known: Known;
  sections: ActionSections;
}

const ReleaseListPage = ({ held, settled, known, sections }: ReleaseListModel) => (
  <ActionsShell title="Release list" current="chivvying/release-list" sections={sections}>
    <PageTitle
      title="Release list"
      lead="What would go above an owner, or cannot reach them. Nothing of it goes anywhere before somebody here lets it out."
    />
    {held.length === 0 ? (
      <Empty title="Nothing waits for release.">When an owner does not answer for long, it stands here.</Empty>
    ) : (
      <>
        <Say>{`${countInWords(held.length, 'message waits', 'messages wait')}.`}</Say>
        <DataTable
          caption="What waits, the longest first"
          rows={held}
          columns={[...aboutWhat(known), ...whatToDo(known)]}
        />
      </>
    )}
    {settled.length > 0 && (
      <DataTable
        caption="What was let out or dropped, the latest first"
        rows={settled}
        columns={[...aboutWhat(known), ...whatBecame(known)]}
      />
    )}
  </ActionsShell>
);

const aboutWhat = ({ slug, actions, names }: Known): readonly Column<HeldMessage>[] => [
  {
    heading: 'About',
    cell: ({ action }) => {
      const about = actions.get(action);
      return about && <ActionLink slug={slug} {...about} />;
    },
  },
  { heading: 'For', cell: ({ level, to }) => `${levels[level]}${to ? `: ${names.get(to) ?? ''}` : ''}` },
  { heading: 'Why', cell: ({ why }) => reasons[why] },
];

const whatToDo = ({ slug, today, actions, names }: Known): readonly Column<HeldMessage>[] => [
  { heading: 'Led by', cell: ({ action }) => names.get(actions.get(action)?.leadAgency ?? '') ?? 'No agency' },
  {
    heading: 'Due',
    narrow: true,
    cell: ({ action, dueOn }) => formatDue(actions.get(action)?.dueOn ?? dueOn, today),
  },
  { heading: 'Waits', narrow: true, cell: ({ heldOn }) => formatDays(daysBetween(heldOn, today)) },
  {
    heading: 'Do',
    narrow: true,
    cell: ({ id, action }) => (
      <a class="govuk-link" href={`/${slug}/chivvying/release-list/${id}`}>
        Settle<span class="govuk-visually-hidden">: {actions.get(action)?.title}</span>
      </a>
    ),
  },
];

const whatBecame = ({ names }: Known): readonly Column<HeldMessage>[] => [
  {
    heading: 'What became of it',
    cell: ({ settled }) =>
      settled &&
      `${settled.as === 'released' ? 'Let out' : 'Dropped'} by ${names.get(settled.by ?? '') ?? 'somebody'}, ${formatDay(settled.on, 'plain')}`,
  },
  { heading: 'Because', cell: ({ settled }) => settled?.because || 'No reason given' },
];
