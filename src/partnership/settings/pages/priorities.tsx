import { permit } from '../../../platform/access/permit.ts';
import { formatDay } from '../../../platform/calendar/in-words.ts';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import { page } from '../../../platform/http/answers.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { Layout } from '../../../platform/ui/layout.tsx';
import { Actions, DataTable, Empty, PageTitle, StateTag, type Tone } from '../../../platform/ui/patterns.tsx';
import type { SeatedScope } from '../../doors.ts';
import { useHome } from '../form.tsx';
import { type PriorityState, stateOf } from '../priorities.ts';
import { listPriorities, type Priority } from '../priority.store.ts';

export const showPriorities: Handler<SeatedScope> = async (scope) => {
  permit(scope, 'settings.change');
  return page(<PrioritiesPage priorities={await listPriorities(scope)} today={scope.today} />);
};

const states: Record<PriorityState, { text: string; tone: Tone }> = {
  unowned: { text: 'Nobody owns this', tone: 'bad' },
  led: { text: 'Goes on', tone: 'good' },
  'to-come': { text: 'To come', tone: 'plain' },
  over: { text: 'Over', tone: 'calm' },
};

/** What goes on and what is to come stands before what is over. */
const inOrder = (priorities: readonly Priority[], today: PlainDate) => {
  const isOver = (one: Priority) => stateOf(one, today) === 'over';
  return [...priorities.filter((one) => !isOver(one)), ...priorities.filter(isOver)];
};

const PrioritiesPage = ({ priorities, today }: { priorities: readonly Priority[]; today: PlainDate }) => {
  const home = useHome();
  return (
    <Layout title="Priorities" backLink={{ href: `${home}/settings`, text: 'Settings' }}>
      <PageTitle
        title="Priorities"
        lead="What the partnership has set itself, who leads each, from when and until when."
      />
      <Actions actions={[{ text: 'Add a priority', href: `${home}/settings/priorities/add` }]} />
      {priorities.length === 0 ? (
        <Empty title="There is no priority yet.">Add those of your arrangements, with the person who leads each.</Empty>
      ) : (
        <DataTable
          caption="Priorities of the partnership"
          columns={[
            {
              heading: 'Priority',
              cell: ({ id, name }) => (
                <a class="govuk-link" href={`${home}/settings/priorities/${id}`}>
                  {name}
                </a>
              ),
            },
            { heading: 'Led by', cell: ({ leadName }) => leadName ?? 'Nobody' },
            { heading: 'From', narrow: true, cell: ({ fromOn }) => formatDay(fromOn, 'plain') },
            { heading: 'Until', narrow: true, cell: ({ untilOn }) => (untilOn ? formatDay(untilOn, 'plain') : 'Open') },
            {
              heading: 'State',
              narrow: true,
              cell: (one) => {
                const { text, tone } = states[stateOf(one, today)];
                return <StateTag tone={tone}>{text}</StateTag>;
              },
            },
          ]}
          rows={inOrder(priorities, today)}
        />
      )}
    </Layout>
  );
};
