import type { SeatedScope } from '../../../partnership/doors.ts';
import { permit } from '../../../platform/access/permit.ts';
import { formatDue } from '../../../platform/calendar/in-words.ts';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import { page } from '../../../platform/http/answers.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { countInWords, DataTable, Empty, PageTitle, Say } from '../../../platform/ui/patterns.tsx';
import { type ActionSections, ActionsShell, actionSections } from '../../actions-shell.tsx';
import { listUnowned, type UnownedAction } from '../obstacle.store.ts';
import { ActionLink } from './action-link.tsx';

/** What was promised and nobody owns any more, or never did. */
export const showNobodyOwns: Handler<SeatedScope> = async (scope) => {
  permit(scope, 'chivvying.read');
  const actions = await listUnowned(scope);
  return page(
    <NobodyOwnsPage {...{ actions, slug: scope.slug, today: scope.today, sections: actionSections(scope) }} />,
  );
};

interface NobodyOwnsModel {
  actions: readonly UnownedAction[];
  slug: string;
  today: PlainDate;
  sections: ActionSections;
}

const reasonOf = ({ because, left }: UnownedAction): string => {
  if (because === 'owner-left') return `${left ?? 'Its owner'} has left`;
  return because === 'no-owner' ? 'It has no owner' : 'No agency leads it';
};

const NobodyOwnsPage = ({ actions, slug, today, sections }: NobodyOwnsModel) => (
  <ActionsShell title="Nobody owns this" current="chivvying/nobody-owns" sections={sections}>
    <PageTitle title="Nobody owns this" lead="What was promised, and nobody can be asked about." />
    {actions.length === 0 ? (
      <Empty title="Everything open has an owner.">
        When somebody leaves, or says that it is not theirs, it stands here.
      </Empty>
    ) : (
      <>
        <Say>{`${countInWords(actions.length, 'open action has', 'open actions have')} nobody to ask. Open one and pass it on.`}</Say>
        <DataTable
          caption="Open actions that nobody owns, the soonest due first"
          rows={actions}
          columns={[
            { heading: 'Action', cell: (action) => <ActionLink slug={slug} {...action} /> },
            { heading: 'What is missing', cell: reasonOf },
            { heading: 'Led by', cell: ({ agency }) => agency ?? 'No agency' },
            { heading: 'Due', narrow: true, cell: ({ dueOn }) => formatDue(dueOn, today) },
            {
              heading: 'Do',
              narrow: true,
              cell: ({ id, title }) => (
                <a class="govuk-link" href={`/${slug}/actions/${id}/pass-on`}>
                  Pass on<span class="govuk-visually-hidden">: {title}</span>
                </a>
              ),
            },
          ]}
        />
      </>
    )}
  </ActionsShell>
);
