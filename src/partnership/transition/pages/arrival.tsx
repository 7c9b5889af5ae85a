import { formatDay } from '../../../platform/calendar/in-words.ts';
import { Form } from '../../../platform/ui/form.tsx';
import { countInWords, DataTable, DetailPage, FormEnd } from '../../../platform/ui/patterns.tsx';
import type { Arrival } from '../arrival.store.ts';
import type { Came } from '../arriving.ts';
import { type Holding, titleOfKind } from '../holding.ts';

interface ArrivalPageProps {
  at: string;
  arrival: Arrival;
  came: readonly Came[];
  holdings: readonly Holding[];
  /** Whether whoever looks at it has still to say that they did. */
  toDo: boolean;
}

/** What came from a partnership that merged or split, and whether it was here already. */
export const ArrivalPage = ({ at, arrival, came, holdings, toDo }: ArrivalPageProps) => (
  <DetailPage
    title={`What came from ${arrival.from}`}
    lead={`${countInWords(came.length, 'thing')} came on ${formatDay(arrival.arrivedOn)}; ${came.filter(({ joined }) => joined).length} of them were here already.`}
    backLink={{ href: at.replace(/\/arrivals\/.*$/, '') }}
  >
    <p>
      Look for agencies, people and groups that are here twice now under different names, and for seats and roles that
      two people hold.
    </p>
    {toDo && (
      <Form action={at}>
        <FormEnd submit="I have looked through it" />
      </Form>
    )}
    <DataTable
      caption="What came, and what it is here"
      rows={came}
      downloads={[{ text: 'Table (CSV)', href: `${at}/came.csv` }]}
      columns={[
        { heading: 'What', cell: ({ title }) => title },
        { heading: 'Kind', cell: ({ kind }) => titleOfKind(holdings, kind) },
        { heading: 'Here', cell: ({ joined }) => (joined ? 'Was here already' : 'New') },
      ]}
    />
  </DetailPage>
);
