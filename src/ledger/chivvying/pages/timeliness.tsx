import type { SeatedScope } from '../../../partnership/doors.ts';
import { permit } from '../../../platform/access/permit.ts';
import { page } from '../../../platform/http/answers.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { DataTable, Empty, PageTitle } from '../../../platform/ui/patterns.tsx';
import { type ActionSections, ActionsShell, actionSections } from '../../actions-shell.tsx';
import { listTimeliness } from '../timeliness.store.ts';
import { bandOf, type Timeliness } from '../timeliness.ts';

/** How agencies keep the days of what they lead: by agency and never by person, in bands and not in ranks. */
export const showTimeliness: Handler<SeatedScope> = async (scope) => {
  permit(scope, 'chivvying.read');
  return page(<TimelinessPage rows={await listTimeliness(scope)} sections={actionSections(scope)} />);
};

const TimelinessPage = ({ rows, sections }: { rows: readonly Timeliness[]; sections: ActionSections }) => (
  <ActionsShell title="How agencies keep their days" current="chivvying/in-the-way" sections={sections}>
    <PageTitle
      title="How agencies keep their days"
      lead="By agency, in the order of the alphabet. What was done counts where somebody said so in the last twelve months."
    />
    {rows.length === 0 ? (
      <Empty title="No agency leads an action yet.">When actions are raised, their agencies stand here.</Empty>
    ) : (
      <DataTable
        caption="What agencies lead: open and overdue today, and said to be done in the last twelve months"
        rows={rows}
        columns={[
          { heading: 'Agency', cell: ({ agency }) => agency },
          { heading: 'Open', numeric: true, cell: ({ open }) => open },
          { heading: 'Overdue', numeric: true, cell: ({ overdue }) => overdue },
          { heading: 'Done in time', numeric: true, cell: ({ inTime }) => inTime },
          { heading: 'Done later', numeric: true, cell: ({ late }) => late },
          { heading: 'In words', cell: (row: Timeliness) => bandOf(row) },
        ]}
      />
    )}
  </ActionsShell>
);
