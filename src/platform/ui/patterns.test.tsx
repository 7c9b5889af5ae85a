import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { plainDate } from '../calendar/plain-date.ts';
import { formError } from './errors.ts';
import { aFrame } from './frame.fixture.ts';
import { Button, Input, Select, SummaryList } from './govuk.tsx';
import { pagesToShow } from './listing.tsx';
import {
  ConfirmPage,
  Count,
  countInWords,
  DataTable,
  DetailPage,
  type Fact,
  Facts,
  FilterChoice,
  FilterForm,
  FilterText,
  FormPage,
  filterOf,
  type ListAddress,
  ListPage,
  Paging,
  Progress,
  TaskRows,
} from './patterns.tsx';
import { renderPage } from './render.tsx';

const show = (vnode: VNode): string => renderToString(vnode);
/** What a person reads. */
const words = (vnode: VNode): string =>
  show(vnode)
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
const list: ListAddress = { path: '/actions', filters: { agency: 'police' }, sort: 'dueOn', page: 2 };
const plain: ListAddress = { path: '/actions', filters: {}, page: 1 };

test.each([
  [0, 'No actions'],
  [1, 'One action'],
  [7, 'Seven actions'],
  [10, 'Ten actions'],
  [11, '11 actions'],
  [1234, '1,234 actions'],
  [1234567, '1,234,567 actions'],
])('%i is counted as “%s”', (count, text) => {
  expect(countInWords(count, 'action')).toBe(text);
});

describe('what a list found', () => {
  test.each([
    [plain, 3, 140, 'Three actions'],
    [list, 3, 140, '3 of 140 actions'],
    [{ ...plain, page: 2 }, 63, undefined, '63 actions, 26 to 50 shown'],
    [{ ...plain, page: 3 }, 63, undefined, '63 actions, 51 to 63 shown'],
    [{ ...plain, page: 9 }, 63, undefined, '63 actions'],
    [list, 0, 140, 'No actions'],
  ])('%o with %i of %s is said as “%s”', (at, found, all, text) => {
    expect(words(<Count list={at} found={found} perPage={25} one="action" {...(all ? { all } : {})} />)).toBe(text);
  });
});

describe('the pages of a list', () => {
  test.each([
    [1, 1, [1]],
    [1, 5, [1, 2, undefined, 5]],
    [3, 5, [1, 2, 3, 4, 5]],
    [5, 9, [1, undefined, 4, 5, 6, undefined, 9]],
    [9, 9, [1, undefined, 8, 9]],
    [4, 7, [1, 2, 3, 4, 5, 6, 7]],
  ])('on page %i of %i', (page, pages, shown) => {
    expect(pagesToShow(page, pages)).toEqual(shown);
  });
  test('keep filters and order', () => {
    const html = show(<Paging list={list} found={63} perPage={25} />);
    expect(html).toContain('href="/actions?agency=police&amp;sort=dueOn&amp;page=3"');
    expect(html).toContain('href="/actions?agency=police&amp;sort=dueOn"');
    expect(html).toContain('aria-current="page"');
  });
  test('one is none', () => {
    expect(show(<Paging list={plain} found={25} perPage={25} />)).toBe('');
  });
  test('past the end, the way back leads to the last', () => {
    const html = show(<Paging list={{ ...plain, page: 40 }} found={63} perPage={25} />);
    expect(html).toContain('href="/actions?page=3"');
    expect(html).not.toContain('page=41');
  });
});

test('filters are asked for by GET, keep the order and can be cleared', () => {
  const html = show(<FilterForm list={list}>fields</FilterForm>);
  expect(html).toContain('method="get" action="/actions"');
  expect(html).toContain('<input type="hidden" name="sort" value="dueOn"/>');
  expect(html).toContain('<a class="govuk-link" href="/actions">Clear</a>');
  expect(show(<FilterForm list={plain}>fields</FilterForm>)).not.toContain('Clear');
});

describe('a filter is GOV.UK’s component, written out', () => {
  const alike = (html: string): string => html.replaceAll(/\s+(?=<|$)|(?<=>|^)\s+| value(?:="")?(?=[ >])/g, '');
  const narrowed: ListAddress = { path: '/actions', filters: { agency: 'police', text: 'Oak & "Ash"' }, page: 1 };
  test.each([narrowed, plain])('a choice', (address) => {
    const choices = [
      ['council', 'Rivermouth <Council>'],
      ['police', 'Police'],
    ] as const;
    const items = [
      { value: '', text: 'All agencies' },
      ...choices.map(([value, text]) => ({ value, text, selected: filterOf(address, 'agency') === value })),
    ];
    const macro = show(<Select id="agency" name="agency" label={{ text: 'Agency' }} items={items} />);
    expect(
      alike(show(<FilterChoice list={address} name="agency" label="Agency" any="All agencies" {...{ choices }} />)),
    ).toBe(alike(macro.replaceAll('&gt;', '>')));
  });
  test.each([narrowed, plain])('words', (address) => {
    const value = filterOf(address, 'text');
    const macro = show(
      <Input id="text" name="text" label={{ text: 'Words' }} value={value} classes="govuk-input--width-20" />,
    );
    expect(alike(show(<FilterText list={address} name="text" label="Words" />)).replace('/>', '>')).toBe(alike(macro));
  });
  test('and the button', () => {
    const macro = show(<Button text="Show" classes="govuk-button--secondary" />);
    expect(alike(show(<FilterForm list={plain}>fields</FilterForm>))).toContain(alike(macro));
  });
});

describe('a table', () => {
  const rows = [
    { sector: 'Schools <all>', seats: 1240, filled: undefined },
    { sector: 'Health', seats: 0, filled: '68%' },
  ];
  const html = show(
    <DataTable
      caption="Seats"
      rows={rows}
      list={list}
      columns={[
        { heading: 'Sector', cell: (row) => row.sector, sort: 'sector' },
        { heading: 'Seats', cell: (row) => row.seats, numeric: true, sort: 'dueOn', marked: (row) => row.seats > 1000 },
        { heading: 'Filled', cell: (row) => row.filled, numeric: true },
      ]}
      totals={['All', 1240, undefined]}
      downloads={[{ text: 'Table (CSV)', href: '/seats.csv' }]}
    />,
  );
  test('names itself, its columns and its rows', () => {
    expect(html).toContain('<caption><span class="data-table__caption">Seats</span></caption>');
    expect(html).toContain('<th scope="row">Schools &lt;all></th>');
    expect(html.match(/scope="col"/g)).toHaveLength(3);
  });
  test('writes figures as people read them, nought as nought, and says what is not known', () => {
    expect(html).toContain('<td class="numeric cell--marked">1,240</td>');
    expect(html).toContain('<td class="numeric">0</td>');
    expect(html.match(/not known/g)).toHaveLength(2);
  });
  test('says by which column it is ordered, and lets one order by another', () => {
    expect(html).toMatch(
      /aria-sort="ascending"><a class="govuk-link sort" href="\/actions\?agency=police&amp;sort=-dueOn">/,
    );
    expect(html).toMatch(
      /aria-sort="none"><a class="govuk-link sort" href="\/actions\?agency=police&amp;sort=sector">/,
    );
  });
});

describe('what is needed', () => {
  const on = (dueOn: string, state?: string) =>
    words(
      <TaskRows
        today={plainDate('2026-11-22')}
        tasks={[
          {
            href: '#',
            title: 'Agree',
            why: 'Board',
            dueOn: plainDate(dueOn),
            ...(state ? { state: { text: state } } : {}),
          },
        ]}
      />,
    );
  test.each([
    ['2026-11-20', '2 days late Agree Board Overdue'],
    ['2026-11-22', 'Today Agree Board Due today'],
    ['2026-11-23', 'Tomorrow Agree Board 1 day left'],
    ['2026-11-24', 'Tue 24 Nov Agree Board 2 days left'],
    ['2026-11-25', 'Wed 25 Nov Agree Board'],
  ])('due on %s reads “%s”', (dueOn, text) => {
    expect(on(dueOn)).toBe(text);
  });
  test('says how it stands, where that is known better', () => {
    expect(on('2026-11-20', 'Blocked')).toBe('2 days late Agree Board Blocked');
  });
});

test('facts are what the official summary list writes', () => {
  const facts: Fact[] = [
    { key: 'Lead agency', value: 'Police' },
    { key: 'Due', value: '20 November', action: { text: 'Change', about: 'due date', href: '/due' } },
  ];
  const official = show(
    <SummaryList
      rows={facts.map(({ key, value, action }) => ({
        key: { text: key },
        value: { html: <>{value}</> },
        actions: action && { items: [{ text: action.text, visuallyHiddenText: action.about, href: action.href }] },
      }))}
    />,
  );
  const plainly = (html: string): string => html.replaceAll(/\s+/g, ' ').replaceAll(/ ?([<>]) ?/g, '$1');
  expect(plainly(show(<Facts facts={facts} />))).toBe(plainly(official));
  expect(words(<Facts facts={[{ key: 'Evidence', value: undefined }]} />)).toBe('Evidence Not yet recorded');
});

describe('a list has a page', () => {
  const page = (found: number) =>
    renderPage(
      <ListPage
        title="Actions"
        list={plain}
        found={found}
        perPage={25}
        one="action"
        filters={<b>agency</b>}
        empty={<i>Raise one</i>}
      >
        <p>rows</p>
      </ListPage>,
      aFrame(),
    );
  test('with what narrows it, what was found, the rows and the way on', () => {
    expect(page(30)).toMatch(
      /<h1[^>]*>Actions.*<b>agency<\/b>.*30 actions, 1 to 25 shown.*rows.*href="\/actions\?page=2"/s,
    );
    expect(page(30)).not.toContain('Raise one');
  });
  test('or what to do when there is nothing', () => {
    expect(page(0)).toMatch(/<b>agency<\/b>.*<i>Raise one<\/i>/s);
    expect(page(0)).not.toContain('rows');
  });
});

describe('a task has a page', () => {
  test('with its form, its mistakes and the way out', () => {
    const html = renderPage(
      <FormPage
        title="Record the decision"
        submit="Save decision"
        cancel="/reviews/1"
        errors={formError('reason', 'Enter the reason')}
      >
        <p>fields</p>
      </FormPage>,
      aFrame(),
    );
    expect(html).toContain('<title>Error: Record the decision');
    expect(html).toMatch(/<form method="post" novalidate>.*a-form-key.*fields.*Save decision.*href="\/reviews\/1"/s);
  });
  test('and asks first when it is grave', () => {
    const html = renderPage(
      <ConfirmPage title="Remove the college?" submit="Remove it" cancel="/agencies" grave>
        <p>Two actions lose their owner.</p>
      </ConfirmPage>,
      aFrame(),
    );
    expect(html).toMatch(/Two actions lose their owner.*govuk-button--warning.*Remove it.*Cancel/s);
  });
  test('a record shows its state and what may be done with it', () => {
    const html = renderPage(
      <DetailPage
        title="Front door delays"
        caption="Action 214"
        state={{ text: 'Overdue', tone: 'bad' }}
        actions={[{ text: 'Record progress', href: '/p' }]}
      >
        <p>facts</p>
      </DetailPage>,
      aFrame(),
    );
    expect(html).toMatch(
      /Action 214.*<h1[^>]*>Front door delays<\/h1>.*govuk-tag--red">Overdue.*Record progress.*facts/s,
    );
  });
});

test('progress is said in words, and nothing of nothing is no fault', () => {
  expect(show(<Progress done={41} of={62} what="answered" />)).toContain(
    '41 of 62 answered<progress value="41" max="62"',
  );
  expect(show(<Progress done={0} of={0} what="answered" />)).toContain('max="1"');
});
