import { listAgencies } from '../../../partnership/agencies/agency.store.ts';
import { isOver } from '../../../partnership/directory/list.ts';
import type { SeatedScope } from '../../../partnership/doors.ts';
import { findAbout } from '../../../partnership/settings/settings.store.ts';
import { permit } from '../../../platform/access/permit.ts';
import { bankHolidaysOf } from '../../../platform/calendar/bank-holiday-files.ts';
import { addMonths } from '../../../platform/calendar/days.ts';
import { formatDay } from '../../../platform/calendar/in-words.ts';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import { workingDaysBetween } from '../../../platform/calendar/working-days.ts';
import { Figure, type FigureFacts, figureAsCsv, figureAsPicture } from '../../../platform/charts/figure.tsx';
import { download, page } from '../../../platform/http/answers.ts';
import { found } from '../../../platform/http/errors.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import {
  Empty,
  FilterChoice,
  FilterForm,
  filterOf,
  type ListAddress,
  listHref,
  PageTitle,
  readListAddress,
  Say,
} from '../../../platform/ui/patterns.tsx';
import { type ChallengeSections, ChallengeShell, challengeSections } from '../../challenge-shell.tsx';
import { countStages } from '../count.ts';
import { figuresOf, sentencesOf } from '../count-figures.ts';
import { listForCounting } from '../disagreement-counts.store.ts';

/** How far back the figures can go, in months. */
const spans = { '3': 'Three months', '6': 'Six months', '12': 'A year', '24': 'Two years' } as const;

const readAddress = ({ slug }: SeatedScope, query: unknown): ListAddress =>
  readListAddress(`/${slug}/disagreements/counts`, query as Record<string, unknown>, {
    filters: ['months'],
    sorts: [],
  });

const monthsOf = (list: ListAddress): number =>
  Object.hasOwn(spans, filterOf(list, 'months')) ? Number(filterOf(list, 'months')) : 12;

async function readCounts(scope: SeatedScope, list: ListAddress) {
  const { today } = scope;
  const from = addMonths(today, -monthsOf(list));
  const [counted, agencies, about] = await Promise.all([
    listForCounting(scope, from, today),
    listAgencies(scope),
    findAbout(scope),
  ]);
  const holidays = bankHolidaysOf(about.regime.bankHolidays);
  const stages = countStages(counted, today, (start, end) => workingDaysBetween(start, end, holidays));
  const names = new Map(agencies.map(({ id, name }) => [id, name]));
  const here = agencies.filter(({ endedOn }) => !isOver(endedOn, today)).length;
  return {
    from,
    count: counted.length,
    figures: figuresOf(counted, stages, names),
    say: sentencesOf(counted, stages, here),
  };
}

export const showCounts: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'disagreements.counts');
  const list = readAddress(scope, request.query);
  const counts = await readCounts(scope, list);
  return page(<CountsPage {...counts} list={list} sections={challengeSections(scope)} today={scope.today} />);
};

/** One of the figures as the file that is asked for: `stages.csv`, `stages.svg`. */
export const sendCounts: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'disagreements.counts');
  const { file = '' } = request.params as { file?: string };
  const [, id, ending] = /^([a-z-]+)\.(csv|svg)$/.exec(file) ?? [];
  const { figures } = await readCounts(scope, readAddress(scope, request.query));
  const figure = found(figures.find((one) => one.id === id));
  const name = `disagreements-${figure.id}-${scope.today}.${ending ?? ''}`;
  if (ending === 'csv') return download(name, 'text/csv; charset=utf-8', figureAsCsv(figure));
  const source = `${scope.seat.partnership.name}, ${formatDay(scope.today, 'plain')}`;
  return download(name, 'image/svg+xml; charset=utf-8', found(figureAsPicture(figure, source)));
};

interface CountsPageProps {
  list: ListAddress;
  from: PlainDate;
  today: PlainDate;
  count: number;
  figures: readonly FigureFacts[];
  say: readonly string[];
  sections: ChallengeSections;
}

const CountsPage = ({ list, from, today, count, figures, say, sections }: CountsPageProps) => (
  <ChallengeShell title="Figures about disagreements" current="disagreements/counts" sections={sections}>
    <PageTitle
      title="Figures about disagreements"
      lead={`Those raised from ${formatDay(from, 'plain')} to ${formatDay(today, 'plain')}, by agency, subject and stage. No case is shown.`}
    />
    <FilterForm list={list}>
      <FilterChoice
        list={list}
        name="months"
        label="How far back"
        any="A year"
        choices={Object.entries(spans).filter(([months]) => months !== '12')}
      />
    </FilterForm>
    {say.map((sentence) => (
      <Say>{sentence}</Say>
    ))}
    {count === 0 ? (
      <Empty title="No disagreements in this time">
        That nobody disagreed is unlikely. Ask practitioners whether they know how to, and whether they dare.
      </Empty>
    ) : (
      figures.map((figure) => (
        <Figure
          key={figure.id}
          figure={figure}
          address={(id) => ({
            csv: listHref({ ...list, path: `${list.path}/${id}.csv` }),
            svg: listHref({ ...list, path: `${list.path}/${id}.svg` }),
          })}
        />
      ))
    )}
  </ChallengeShell>
);
