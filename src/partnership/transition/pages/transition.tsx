import { Form } from '../../../platform/ui/form.tsx';
import { Details, Select, Textarea } from '../../../platform/ui/govuk.tsx';
import { Layout } from '../../../platform/ui/layout.tsx';
import {
  Actions,
  DataTable,
  Downloads,
  Empty,
  FormEnd,
  type ListAddress,
  Listing,
  listHref,
  PageTitle,
} from '../../../platform/ui/patterns.tsx';
import type { Regime } from '../../regimes/regime.ts';
import type { ItemsForm } from '../answers-form.ts';
import { lackingIn, valueOf } from '../carrying.ts';
import { adviceOn } from '../compare.ts';
import { type Holding, titleOfKind } from '../holding.ts';
import type { TransitionModel } from '../items.tsx';
import { type Balance, type Held, keyOf, reconcile, unansweredIn } from '../transition.ts';
import { ComparisonTables } from './comparison.tsx';
import { CarriedOutBy, LackingTable } from './reorganisation.tsx';
import { namesOf } from './start.tsx';

interface TransitionPageProps extends TransitionModel, ItemsForm {
  /** The regimes; undefined where the partnership merges or splits. */
  law: { from: Regime; to: Regime } | undefined;
  list: ListAddress;
}

const perPage = 50;

/** A transition that goes on: what changes, how the reconciliation stands, and everything there is to answer for. */
export const TransitionPage = (props: TransitionPageProps) => {
  const { at, transition, law, held, answered, holdings, list, errors } = props;
  const kinds = holdings.map(({ kind }) => kind);
  const balance = reconcile(held, answered, kinds);
  const left = unansweredIn(balance);
  const lacking = lackingIn(held, answered);
  const known = new Set(answered.map(keyOf));
  const found = held.filter(
    (one) =>
      (!list.filters['kind'] || one.kind === list.filters['kind']) &&
      (!list.filters['unanswered'] || !known.has(keyOf(one))),
  );
  return (
    <Layout title="Transition" errors={errors} backLink={{ href: at.replace(/\/[^/]*$/, '') }}>
      <PageTitle
        {...namesOf(transition)}
        lead={left === 0 ? `Everything is ${law ? 'accounted for. You can move now' : 'answered'}.` : leadOf(left)}
      />
      {left === 0 && law && <Actions actions={[{ text: 'Move the partnership', href: `${at}/move` }]} />}
      {law && (
        <Details summaryText="What changes">
          <ComparisonTables from={law.from} to={law.to} />
        </Details>
      )}
      {!law && left === 0 && lacking.length === 0 && <CarriedOutBy {...props} />}
      <LackingTable at={at} lacking={lacking} />
      <BalanceTable at={at} balance={balance} holdings={holdings} />
      <h2 class="govuk-heading-m">What the partnership holds</h2>
      <Listing
        list={list}
        found={found.length}
        all={held.length}
        perPage={perPage}
        one="thing"
        filters={<Filters list={list} holdings={holdings} />}
        empty={<Empty title="Nothing matches these filters">Clear the filters to see everything.</Empty>}
      >
        <Items {...props} items={found.slice((list.page - 1) * perPage, list.page * perPage)} />
      </Listing>
      <Downloads links={[{ text: 'The answers so far (CSV)', href: `${at}/record.csv` }]} />
      <p>
        <a class="govuk-link" href={`${at}/give-up`}>
          Give the transition up
        </a>
      </p>
    </Layout>
  );
};

const leadOf = (left: number): string =>
  `${left === 1 ? 'One thing is' : `${left} things are`} unanswered. Each is carried along, or ends for a reason you give.`;

interface BalanceTableProps {
  at?: string;
  balance: readonly Balance[];
  holdings: readonly Holding[];
}

/** Held, carried, ended and what is left, by kind: in balance when nothing is left. */
export const BalanceTable = ({ at, balance, holdings }: BalanceTableProps) => (
  <DataTable
    caption="The reconciliation: what is held, and what becomes of it"
    rows={balance}
    totals={['All', ...(['held', 'carried', 'ended', 'unanswered'] as const).map((key) => sumOf(balance, key)), '']}
    columns={[
      { heading: 'What', cell: ({ kind }) => titleOfKind(holdings, kind) },
      { heading: 'Held', numeric: true, cell: ({ held }) => held },
      { heading: 'Carried', numeric: true, cell: ({ carried }) => carried },
      { heading: 'Ended', numeric: true, cell: ({ ended }) => ended },
      { heading: 'Unanswered', numeric: true, cell: ({ unanswered }) => unanswered },
      {
        heading: 'All at once',
        cell: ({ kind, unanswered, canGo }) =>
          at === undefined || canGo === 0 ? (
            unanswered === 0 ? (
              'Nothing to do'
            ) : (
              'These can only end'
            )
          ) : (
            <a class="govuk-link" href={`${at}/carry?kind=${kind}`}>
              Carry all {canGo}
              <span class="govuk-visually-hidden">: {titleOfKind(holdings, kind)}</span>
            </a>
          ),
      },
    ]}
  />
);

const sumOf = (balance: readonly Balance[], key: Exclude<keyof Balance, 'kind'>): number =>
  balance.reduce((sum, one) => sum + one[key], 0);

const Filters = ({ list, holdings }: { list: ListAddress; holdings: readonly Holding[] }) => (
  <>
    <Select
      name="kind"
      id="kind"
      label={{ text: 'What' }}
      value={String(list.filters['kind'] ?? '')}
      items={[{ value: '', text: 'All' }, ...holdings.map(({ kind, title }) => ({ value: kind, text: title }))]}
    />
    <Select
      name="unanswered"
      id="unanswered"
      label={{ text: 'Answer' }}
      value={String(list.filters['unanswered'] ?? '')}
      items={[
        { value: '', text: 'All' },
        { value: 'yes', text: 'Unanswered' },
      ]}
    />
  </>
);

const Items = ({
  list,
  items,
  answered,
  typed,
  errors,
  law,
  choices,
}: TransitionPageProps & { items: readonly Held[] }) => {
  const known = new Map(answered.map((one) => [keyOf(one), one]));
  return (
    <Form action={listHref(list)}>
      {items.map((item) => {
        const key = keyOf(item);
        const is = known.get(key);
        const now = typed[key];
        const advice = law ? item.role && adviceOn(item.role, law.to) : item.stays;
        const hints = [is?.because, advice].filter(Boolean).join('. ');
        const open = item.stays === undefined || law ? choices : [];
        return (
          <>
            <input type="hidden" name={`was-${key}`} value={valueOf(is)} />
            <Select
              name={key}
              id={key}
              label={{ text: item.title }}
              {...(hints ? { hint: { text: hints } } : {})}
              errorMessage={errors.on(key)}
              value={typeof now === 'string' ? now : valueOf(is)}
              items={[
                { value: '', text: 'Unanswered' },
                ...open.map(({ value, text }) => ({ value, text })),
                { value: 'ended', text: 'Ends' },
              ]}
            />
          </>
        );
      })}
      <Textarea
        name="because"
        id="because"
        rows={2}
        label={{ text: 'Why do those end that you ended just now?', classes: 'govuk-label--s' }}
        value={typeof typed['because'] === 'string' ? typed['because'] : ''}
        errorMessage={errors.on('because')}
      />
      <FormEnd submit="Save answers" />
    </Form>
  );
};
