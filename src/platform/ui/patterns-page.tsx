import { plainDate } from '../calendar/plain-date.ts';
import { DataTable } from './data-table.tsx';
import { Facts } from './facts.tsx';
import { FilterChoice, FilterText } from './filters.tsx';
import { Actions } from './form-pages.tsx';
import { Layout } from './layout.tsx';
import type { ListAddress } from './list-address.ts';
import { Listing } from './list-page.tsx';
import { Onward } from './listing.tsx';
import { Pattern } from './pattern.tsx';
import { FieldPatterns, MistakePatterns } from './patterns-page-forms.tsx';
import { TaskRows } from './tasks.tsx';
import { Box, Columns, Empty, Figure, PageTitle, Progress, Say, StateTag, Working } from './words.tsx';

const HERE = '/guide/patterns';
const today = plainDate('2026-11-22');

/** Every pattern that pages are made of, in every state, with invented content. */
export const PatternsPage = () => (
  <Layout title="Patterns" breadcrumbs={[{ text: 'Today', href: '/today' }, { text: 'Patterns' }]}>
    <PageTitle
      title="Patterns"
      lead="What every page of Concordat is made of. Whoever, wherever and whatever is named here is invented, and nothing on this page is saved."
    />
    <Columns aside={<BesidePatterns />}>
      <Pattern
        title="What is needed, and when"
        use="First on the page. The day stands on the left, where it came from beneath, how it stands on the right."
      >
        <TaskPatterns />
      </Pattern>
    </Columns>
    <Pattern
      title="A plain sentence"
      use="Before any chart or table: what the figures mean, and how sure one can be of it."
    >
      <Say>
        Boards were judged as their councils were in about half of the places; a difference of two is no difference.
      </Say>
      <FigurePatterns />
    </Pattern>
    <Pattern
      title="A list"
      use="Narrowed by its address, so that it can be kept, sent and gone back to. What was found is said in words."
    >
      <ListPatterns />
    </Pattern>
    <Pattern title="Nothing to show" use="Says that there is nothing, and what to do.">
      <Empty title="No actions match these filters">
        Show{' '}
        <a class="govuk-link" href={HERE}>
          all actions
        </a>
        , or choose another agency.
      </Empty>
      <Empty title="No challenges yet">
        A challenge asks one agency a question that it must answer. When somebody puts one, it stands here until it is
        settled.
      </Empty>
    </Pattern>
    <Pattern title="One record" use="What one may do with it, then what is known. What is not known is said.">
      <RecordPatterns />
    </Pattern>
    <Pattern title="States" use="One or two words. Colour helps; it never says it alone.">
      <p class="tags">
        <StateTag>To do</StateTag> <StateTag tone="good">On track</StateTag>{' '}
        <StateTag tone="warning">2 days left</StateTag> <StateTag tone="bad">Overdue</StateTag>{' '}
        <StateTag tone="calm">Closed</StateTag>
      </p>
      <Progress done={41} of={62} what="answered" />
      <Working again={HERE}>The yearly report is being put together.</Working>
    </Pattern>
    <FieldPatterns />
    <MistakePatterns />
  </Layout>
);

const TaskPatterns = () => (
  <TaskRows
    today={today}
    tasks={[
      {
        href: '#action-214',
        title: 'Say how the front door delays are being put right',
        why: 'Action 214, from the visit to the contact centre · Rivermouth',
        dueOn: plainDate('2026-11-20'),
      },
      {
        href: '#report',
        title: 'Agree or question the rapid review’s report',
        why: 'Day 13 of 15 working days · restricted · Rivermouth',
        dueOn: plainDate('2026-11-24'),
      },
      {
        href: '#pack',
        title: 'Read the board pack (11 papers, 2 new since Thursday)',
        why: 'Executive, Friday 27 November, 10:00 · Rivermouth',
        dueOn: plainDate('2026-11-25'),
        state: { text: '6 of 11 read' },
      },
      {
        href: '#deputy',
        title:
          'Name a deputy for the joint chairs’ meeting of the safeguarding children, safeguarding adults and community safety partnerships',
        why: 'You sent apologies on Tuesday · Harrowdale, North Vale and the Isle of Sandsend Safeguarding Children Partnership',
        dueOn: plainDate('2026-12-18'),
        state: { text: 'To do' },
      },
      {
        href: '#training',
        title: 'Say what your staff need to learn next year',
        why: 'Training needs · North Vale',
        state: { text: 'On track', tone: 'good' },
      },
    ]}
  />
);

const BesidePatterns = () => (
  <>
    <Box title="In the way">
      <p>
        <Figure>3</Figure> actions are blocked, the longest for 24 days, by the shared data agreement.
      </p>
      <p>
        <a class="govuk-button" role="button" draggable={false} href="#in-the-way">
          See who could help
        </a>
      </p>
    </Box>
    <Box title="Drifting">
      <p>Schools filled 41% of their seats this term; last year it was 68%.</p>
      <p>
        <a class="govuk-link" href="#drifting">
          Engagement by sector
        </a>
      </p>
    </Box>
  </>
);

const sectors = [
  { sector: 'Schools and colleges', seats: 34, filled: 14, hours: 1240, last: 23 },
  { sector: 'Health', seats: 12, filled: 11, hours: 2016, last: 11 },
  { sector: 'Voluntary, community, faith and social enterprise', seats: 9, filled: 6, hours: undefined, last: 7 },
];
const FigurePatterns = () => (
  <DataTable
    caption="Seats filled by sector, autumn term 2026"
    rows={sectors}
    columns={[
      { heading: 'Sector', cell: (row) => row.sector },
      { heading: 'Seats', cell: (row) => row.seats, numeric: true },
      { heading: 'Filled', cell: (row) => row.filled, numeric: true, marked: (row) => row.filled < row.last },
      { heading: 'Filled last year', cell: (row) => row.last, numeric: true },
      { heading: 'Hours given', cell: (row) => row.hours, numeric: true },
    ]}
    totals={['All', 55, 31, 41, 3256]}
    downloads={[
      { text: 'Table (CSV)', href: '#seats.csv' },
      { text: 'Picture (SVG)', href: '#seats.svg' },
    ]}
  />
);

const list: ListAddress = { path: HERE, filters: { agency: 'police' }, sort: 'dueOn', page: 2 };
const actions = [
  {
    number: 214,
    what: 'Say how the front door delays are being put right',
    agency: 'Rivermouth Council',
    due: '20 Nov',
    state: <StateTag tone="bad">Overdue</StateTag>,
  },
  {
    number: 131,
    what: 'Check that the neglect training changed anything',
    agency: 'Police',
    due: '18 Dec',
    state: <StateTag tone="good">On track</StateTag>,
  },
  {
    number: 97,
    what: 'Agree how a child’s own words are recorded by every agency that meets the child',
    agency: 'Rivermouth and Harrowdale Integrated Care Board',
    due: '9 Jan',
    state: <StateTag>To do</StateTag>,
  },
];
const ListPatterns = () => (
  <>
    <Listing list={list} found={163} all={1240} perPage={25} one="action" empty={null} filters={<ListFilters />}>
      <DataTable
        caption="Actions that the police have a part in, earliest first"
        rows={actions}
        list={list}
        columns={[
          { heading: 'Action', cell: (row) => <ActionLink action={row} /> },
          { heading: 'Agency', cell: (row) => row.agency, sort: 'agency' },
          { heading: 'Due', cell: (row) => row.due, sort: 'dueOn', narrow: true },
          { heading: 'State', cell: (row) => row.state },
        ]}
      />
    </Listing>
    <Onward newer="#newer" older="#older" />
  </>
);

const ActionLink = ({ action }: { action: { number: number; what: string } }) => (
  <a class="govuk-link" href={`#action-${action.number}`}>
    {action.what}
  </a>
);

const ListFilters = () => (
  <>
    <FilterText list={list} name="text" label="Words" />
    <FilterChoice
      list={list}
      name="agency"
      label="Agency"
      any="All agencies"
      choices={[
        ['council', 'Rivermouth Council'],
        ['police', 'Police'],
      ]}
    />
    <FilterChoice
      list={list}
      name="state"
      label="State"
      any="Open and closed"
      choices={[
        ['open', 'Open'],
        ['closed', 'Closed'],
      ]}
    />
  </>
);

const RecordPatterns = () => (
  <>
    <Actions
      actions={[
        { text: 'Record progress', href: '#progress' },
        { text: 'Ask for more time', href: '#more-time' },
      ]}
    />
    <Facts
      facts={[
        { key: 'Lead agency', value: 'Rivermouth Council' },
        { key: 'Owner', value: 'Siân Ŵyn-Łukaszewska', action: { text: 'Change', about: 'owner', href: '#owner' } },
        {
          key: 'Due',
          value: '20 November 2026; first promised for 30 September',
          action: { text: 'Change', about: 'due date', href: '#due' },
        },
        { key: 'Evidence', value: undefined },
      ]}
    />
  </>
);
