import { may, permit } from '../../../platform/access/permit.ts';
import { formatDay } from '../../../platform/calendar/in-words.ts';
import { page } from '../../../platform/http/answers.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import {
  type Column,
  DataTable,
  Empty,
  FilterChoice,
  filterOf,
  type ListAddress,
  Listing,
  PageTitle,
  readListAddress,
  Say,
  StateTag,
} from '../../../platform/ui/patterns.tsx';
import { perPage, rowsOnPage } from '../../directory/list.ts';
import { DirectoryShell } from '../../directory-shell.tsx';
import type { SeatedScope } from '../../doors.ts';
import { findGaps } from '../find-gaps.ts';
import { answerPath, gapRuleNames, gapRules, type Severity } from '../gap.ts';
import { listGapAnswers } from '../gap-answer.store.ts';
import { type AnsweredGap, withAnswers } from '../gap-answer.ts';
import { readGapFacts } from '../read-facts.ts';
import { GapSource } from './gap-source.tsx';

/** What the partnership lacks, what asks for it, and what it has said of it. */
export const showGaps: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'directory.read');
  const list = readListAddress(`/${scope.slug}/gaps`, request.query as Record<string, unknown>, {
    filters: ['kind', 'state'],
    sorts: [],
  });
  const facts = await readGapFacts(scope);
  const gaps = withAnswers(findGaps(facts), await listGapAnswers(scope), scope.today);
  const names = new Map(facts.people.map(({ id, name }) => [id, name]));
  return page(
    <GapsPage list={list} gaps={gaps} slug={scope.slug} names={names} mayAnswer={may(scope, 'gaps.answer')} />,
  );
};

interface GapsModel {
  list: ListAddress;
  gaps: readonly AnsweredGap[];
  slug: string;
  /** Of people, by id. */
  names: ReadonlyMap<string, string>;
  mayAnswer: boolean;
}

const GapsPage = ({ list, gaps, ...beside }: GapsModel) => {
  const shown = gaps.filter((gap) => isShown(gap, list));
  const open = gaps.filter(({ answer }) => answer === undefined).length;
  return (
    <DirectoryShell title="Gaps" current="gaps">
      <PageTitle title="Gaps" lead="Who or what is missing, and what asks for it." />
      <Say>{inWords(open, gaps.length - open)}</Say>
      <Listing
        list={list}
        found={shown.length}
        all={gaps.length}
        perPage={perPage}
        one="gap"
        filters={<Filters list={list} />}
        empty={<NoGaps list={list} any={gaps.length > 0} />}
      >
        <DataTable
          caption="What is missing, what the law asks for first"
          rows={rowsOnPage(shown, list)}
          columns={columnsOf(beside)}
        />
      </Listing>
    </DirectoryShell>
  );
};

/** Open ones, unless accepted ones or all are asked for. */
function isShown({ gap, answer }: AnsweredGap, list: ListAddress): boolean {
  const [kind, state] = [filterOf(list, 'kind'), filterOf(list, 'state')];
  if (kind !== '' && gap.rule !== kind) return false;
  return state === 'all' || (answer !== undefined) === (state === 'accepted');
}

function inWords(open: number, accepted: number): string {
  const lives = accepted > 0 ? ` ${accepted} more ${accepted === 1 ? 'is' : 'are'} accepted for a while.` : '';
  if (open === 0) return `No gap is open today.${lives}`;
  return `${open === 1 ? '1 gap is' : `${open} gaps are`} open today.${lives}`;
}

const Filters = ({ list }: { list: ListAddress }) => (
  <>
    <FilterChoice
      list={list}
      name="kind"
      label="Kind"
      any="All kinds"
      choices={gapRuleNames.map((rule) => [rule, gapRules[rule]])}
    />
    <FilterChoice
      list={list}
      name="state"
      label="State"
      any="Open"
      choices={[
        ['accepted', 'Accepted'],
        ['all', 'Open and accepted'],
      ]}
    />
  </>
);

const NoGaps = ({ list, any }: { list: ListAddress; any: boolean }) =>
  any ? (
    <Empty title="No gaps match these filters">
      Show{' '}
      <a class="govuk-link" href={list.path}>
        all open gaps
      </a>
      , or choose another kind.
    </Empty>
  ) : (
    <Empty title="No gaps">Everybody the law and the partnership ask for is there, and has somebody to speak.</Empty>
  );

const columnsOf = ({ slug, names, mayAnswer }: Omit<GapsModel, 'list' | 'gaps'>): Column<AnsweredGap>[] => [
  {
    heading: 'What is missing',
    cell: ({ gap }) => (
      <a class="govuk-link" href={`/${slug}${gap.link}`}>
        {gap.says}
      </a>
    ),
  },
  { heading: 'Weight', narrow: true, cell: ({ gap }) => <Weight severity={gap.severity} /> },
  { heading: 'What asks for it', cell: ({ gap }) => <GapSource asks={gap.asks} /> },
  { heading: 'Answer', cell: ({ answer }) => (answer ? <Accepted answer={answer} names={names} /> : 'Open') },
  ...(mayAnswer
    ? [
        {
          heading: 'Do',
          narrow: true,
          cell: ({ gap, answer }: AnsweredGap) => (
            <a class="govuk-link" href={`/${slug}${answerPath(gap)}`}>
              {answer ? 'Change' : 'Answer'}
              <span class="govuk-visually-hidden">: {gap.says}</span>
            </a>
          ),
        },
      ]
    : []),
];

const Weight = ({ severity }: { severity: Severity }) => {
  if (severity === 'law') return <StateTag tone="bad">Law</StateTag>;
  return severity === 'work' ? <StateTag tone="warning">Work</StateTag> : <StateTag tone="calm">Order</StateTag>;
};

const Accepted = ({
  answer,
  names,
}: {
  answer: NonNullable<AnsweredGap['answer']>;
  names: ReadonlyMap<string, string>;
}) => (
  <>
    Accepted until {formatDay(answer.acceptedUntil, 'plain')}, because: {answer.because} (
    {names.get(answer.answeredBy) ?? 'somebody not known'}, {formatDay(answer.answeredOn, 'plain')})
  </>
);
