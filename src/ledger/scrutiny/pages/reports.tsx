import type { FastifyRequest } from 'fastify';
import type { SeatedScope } from '../../../partnership/doors.ts';
import { may, permit } from '../../../platform/access/permit.ts';
import { formatDay } from '../../../platform/calendar/in-words.ts';
import { writeCsv } from '../../../platform/documents/csv.ts';
import { download, page } from '../../../platform/http/answers.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { acted } from '../../../platform/trail/trail.store.ts';
import {
  Actions,
  DataTable,
  Empty,
  FilterChoice,
  FilterText,
  filterOf,
  type ListAddress,
  Listing,
  listHref,
  PageTitle,
  readListAddress,
} from '../../../platform/ui/patterns.tsx';
import { type ChallengeSections, ChallengeShell, challengeSections } from '../../challenge-shell.tsx';
import { readNames } from '../../names.store.ts';
import { type Report, type ReportKind, referenceOf, reportKinds } from '../report.ts';
import { type Asked, countIssued, listIssued } from '../scrutiny-report.store.ts';

const perPage = 50;
const filters = ['text', 'kind'] as const;

const readAddress = ({ slug }: SeatedScope, { query }: Pick<FastifyRequest, 'query'>) =>
  readListAddress(`/${slug}/scrutiny`, query as Record<string, unknown>, { filters, sorts: [] });

const isKind = (text: string): text is ReportKind => Object.hasOwn(reportKinds, text);

function askedBy(list: ListAddress): Asked {
  const [text, kind] = [filterOf(list, 'text'), filterOf(list, 'kind')];
  return { ...(text && { text: text.slice(0, 200) }), ...(isKind(kind) && { kind }) };
}

/** The reports that are issued: the same for everybody, the scrutineer too. */
export const showReports: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'scrutiny.read');
  const list = readAddress(scope, request);
  const [rows, found, all, names] = await Promise.all([
    listIssued(scope, askedBy(list), { limit: perPage, offset: (list.page - 1) * perPage }),
    countIssued(scope, askedBy(list)),
    countIssued(scope, {}),
    readNames(scope),
  ]);
  const shown = { list, rows, found, all, names, sections: challengeSections(scope) };
  return page(<ReportsPage {...shown} mayWrite={may(scope, 'scrutiny.write')} />);
};

/** The same as a spreadsheet, with every section. */
export const sendReports: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'scrutiny.read');
  const [rows, names] = await Promise.all([
    listIssued(scope, askedBy(readAddress(scope, request)), { limit: 20_000 }),
    readNames(scope),
  ]);
  await acted(scope, 'export', 'scrutiny_report', {}, { as: 'csv', reports: rows.length });
  const cells = rows.map((row) => [
    referenceOf(row),
    row.title,
    reportKinds[row.kind],
    row.from,
    row.until,
    row.issuedOn ?? '',
    names.get(row.author) ?? '',
    row.sections.map(({ heading, words }) => `${heading}: ${words}`).join('\n\n'),
  ]);
  const text = writeCsv([['Report', 'Title', 'Kind', 'From', 'Until', 'Issued', 'Scrutineer', 'Words'], ...cells]);
  return download(`scrutiny-reports-${scope.today}.csv`, 'text/csv; charset=utf-8', text);
};

interface ReportsProps {
  list: ListAddress;
  rows: readonly Report[];
  found: number;
  all: number;
  names: ReadonlyMap<string, string>;
  sections: ChallengeSections;
  mayWrite: boolean;
}

const ReportsPage = ({ list, rows, found, all, names, sections, mayWrite }: ReportsProps) => (
  <ChallengeShell title="Scrutiny" current="scrutiny" sections={sections}>
    <PageTitle title="Scrutiny" lead="What the independent scrutineer has said of the partnership, as it was issued." />
    <Actions actions={mayWrite ? [{ text: 'My workspace', href: `${list.path}/workspace` }] : []} />
    <Listing
      list={list}
      found={found}
      all={all}
      perPage={perPage}
      one="report"
      filters={<Filters list={list} />}
      empty={
        <Empty title={all === 0 ? 'No reports yet' : 'No reports match these filters'}>
          A report of the scrutineer stands here once it is issued.
        </Empty>
      }
    >
      <DataTable
        caption="Reports of the independent scrutineer"
        list={list}
        rows={rows}
        columns={[
          {
            heading: 'Report',
            cell: (row) => (
              <a class="govuk-link" href={`${list.path}/reports/${row.id}`}>
                {referenceOf(row)}: {row.title}
              </a>
            ),
          },
          { heading: 'Kind', cell: ({ kind }) => reportKinds[kind] },
          {
            heading: 'Covers',
            cell: ({ from, until }) => `${formatDay(from, 'plain')} to ${formatDay(until, 'plain')}`,
          },
          {
            heading: 'Issued',
            narrow: true,
            cell: ({ issuedOn }) => (issuedOn === undefined ? '' : formatDay(issuedOn, 'plain')),
          },
          { heading: 'Scrutineer', cell: ({ author }) => names.get(author) ?? 'Somebody' },
        ]}
        downloads={[
          { text: 'These reports (CSV)', href: listHref({ ...list, path: `${list.path}/reports.csv`, page: 1 }) },
        ]}
      />
    </Listing>
  </ChallengeShell>
);

const Filters = ({ list }: { list: ListAddress }) => (
  <>
    <FilterText list={list} name="text" label="Words or number" />
    <FilterChoice list={list} name="kind" label="Kind" any="Any kind" choices={Object.entries(reportKinds)} />
  </>
);
