import { formatDay } from '../../../platform/calendar/in-words.ts';
import { DataTable, DetailPage } from '../../../platform/ui/patterns.tsx';
import type { TransitionModel } from '../routes.tsx';
import { kindTitles, reconcile } from '../transition.ts';
import { titleOf } from './start.tsx';
import { BalanceTable } from './transition.tsx';

/** What became of everything, once a transition is over. */
export const RecordPage = ({ at, transition, answered }: TransitionModel) => {
  const { from, to, doneOn, givenUpOn } = transition;
  return (
    <DetailPage
      title={`To: ${titleOf(to)}`}
      caption={`From: ${titleOf(from)}`}
      lead={
        doneOn ? `The partnership moved on ${formatDay(doneOn)}.` : givenUpOn && `Given up on ${formatDay(givenUpOn)}.`
      }
      state={doneOn ? { text: 'Moved', tone: 'good' } : { text: 'Given up', tone: 'calm' }}
      backLink={{ href: at.replace(/\/[^/]*$/, '') }}
    >
      <BalanceTable balance={reconcile(answered, answered)} />
      <DataTable
        caption="What became of each thing"
        rows={answered}
        columns={[
          { heading: 'What', cell: ({ title }) => title },
          { heading: 'Kind', cell: ({ kind }) => kindTitles[kind] },
          { heading: 'Answer', cell: ({ answer }) => (answer === 'carried' ? 'Carried along' : 'Ended') },
          { heading: 'Why', cell: ({ because }) => because || 'It goes on' },
        ]}
      />
    </DetailPage>
  );
};
