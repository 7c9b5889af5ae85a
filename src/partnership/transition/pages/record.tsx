import { formatDay } from '../../../platform/calendar/in-words.ts';
import { DataTable, DetailPage } from '../../../platform/ui/patterns.tsx';
import { titleOfKind } from '../holding.ts';
import type { TransitionModel } from '../items.tsx';
import { becameInWords } from '../outcome.ts';
import { reconcile } from '../transition.ts';
import { namesOf } from './start.tsx';
import { BalanceTable } from './transition.tsx';

/** What became of everything, once a transition is over. */
export const RecordPage = ({ at, transition, answered, holdings }: TransitionModel) => {
  const { kind, doneOn, givenUpOn } = transition;
  const done = kind === 'regime' ? 'moved' : kind === 'merge' ? 'merged' : 'split';
  return (
    <DetailPage
      {...namesOf(transition)}
      lead={
        doneOn
          ? `The partnership ${done} on ${formatDay(doneOn)}.`
          : givenUpOn && `Given up on ${formatDay(givenUpOn)}.`
      }
      state={doneOn ? { text: 'Done', tone: 'good' } : { text: 'Given up', tone: 'calm' }}
      backLink={{ href: at.replace(/\/[^/]*$/, '') }}
    >
      <BalanceTable balance={reconcile(answered, answered)} holdings={holdings} />
      <DataTable
        caption="What became of each thing"
        rows={answered}
        downloads={[{ text: 'Table (CSV)', href: `${at}/record.csv` }]}
        columns={[
          { heading: 'What', cell: ({ title }) => title },
          { heading: 'Kind', cell: (one) => titleOfKind(holdings, one.kind) },
          { heading: 'Answer', cell: (one) => becameInWords(one) },
          { heading: 'Why', cell: ({ because }) => because || 'It goes on' },
        ]}
      />
    </DetailPage>
  );
};
