import type { SeatedScope } from '../../../partnership/doors.ts';
import { permit } from '../../../platform/access/permit.ts';
import { daysBetween } from '../../../platform/calendar/days.ts';
import { formatDay, formatDays } from '../../../platform/calendar/in-words.ts';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import { page } from '../../../platform/http/answers.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { type Column, countInWords, DataTable, Empty, PageTitle, Say } from '../../../platform/ui/patterns.tsx';
import { type BlockedBy, obstacles } from '../../actions/action.ts';
import { type ActionSections, ActionsShell, actionSections } from '../../actions-shell.tsx';
import { type BlockedAction, listBlocked, listWhoGotPast } from '../obstacle.store.ts';
import { ActionLink } from './action-link.tsx';

/** How many agencies are named as able to help. */
const mostHelpers = 3;

/** What is in the way of what was promised, by the kind of thing, since when, and who could help. */
export const showInTheWay: Handler<SeatedScope> = async (scope) => {
  permit(scope, 'chivvying.read');
  const [blocked, gotPast] = await Promise.all([listBlocked(scope), listWhoGotPast(scope)]);
  return page(
    <InTheWayPage {...{ blocked, gotPast, slug: scope.slug, today: scope.today }} sections={actionSections(scope)} />,
  );
};

interface InTheWayModel {
  blocked: readonly BlockedAction[];
  gotPast: ReadonlyMap<string, readonly string[]>;
  slug: string;
  today: PlainDate;
  sections: ActionSections;
}

const InTheWayPage = ({ blocked, sections, ...beside }: InTheWayModel) => {
  const kinds = (Object.keys(obstacles) as BlockedBy[]).filter((kind) => blocked.some(({ by }) => by === kind));
  return (
    <ActionsShell title="What is in the way" current="chivvying/in-the-way" sections={sections}>
      <PageTitle
        title="What is in the way"
        lead="What their owners say stops them, since when, and who could help. It is no complaint about anybody."
      />
      <p>
        <a class="govuk-link" href={`/${beside.slug}/chivvying/timeliness`}>
          How agencies keep their days
        </a>
      </p>
      {blocked.length === 0 ? (
        <Empty title="Nothing is in the way, as far as anybody has said.">
          When an owner says that something is, it stands here.
        </Empty>
      ) : (
        <Say>{`Something is in the way of ${countInWords(blocked.length, 'action').toLowerCase()}.`}</Say>
      )}
      {kinds.map((kind) => (
        <DataTable
          key={kind}
          caption={obstacles[kind]}
          rows={blocked.filter(({ by }) => by === kind)}
          columns={columnsFor(beside)}
        />
      ))}
    </ActionsShell>
  );
};

const columnsFor = ({
  gotPast,
  slug,
  today,
}: Pick<InTheWayModel, 'gotPast' | 'slug' | 'today'>): readonly Column<BlockedAction>[] => [
  { heading: 'Action', cell: (action) => <ActionLink slug={slug} {...action} /> },
  { heading: 'Led by', cell: ({ agency }) => agency ?? 'No agency' },
  { heading: 'Owner', cell: ({ owner }) => owner ?? 'Nobody' },
  {
    heading: 'In the way since',
    cell: ({ since }) => `${formatDay(since, 'plain')} (${formatDays(daysBetween(since, today))})`,
  },
  { heading: 'Due', narrow: true, cell: ({ dueOn }) => formatDay(dueOn, 'plain') },
  { heading: 'Who could help', cell: (action) => <Helpers {...action} gotPast={gotPast.get(action.by) ?? []} /> },
];

/** The agencies that contribute to it, and those that got past the same kind of thing. */
const Helpers = ({
  contributors,
  agency,
  gotPast,
}: Pick<BlockedAction, 'contributors' | 'agency'> & { gotPast: readonly string[] }) => {
  const others = gotPast.filter((name) => name !== agency && !contributors.includes(name)).slice(0, mostHelpers);
  if (contributors.length + others.length === 0) return <>Nobody known yet: ask at the next meeting</>;
  return (
    <>
      {contributors.length > 0 && <>{contributors.join(', ')} (contributes)</>}
      {contributors.length > 0 && others.length > 0 && <br />}
      {others.length > 0 && <>{others.join(', ')} (got past the same)</>}
    </>
  );
};
