import type { SeatedScope } from '../../partnership/doors.ts';
import { permit } from '../../platform/access/permit.ts';
import { boardPaper, PaperError, type PaperFormat, paperFormats } from '../../platform/documents/board-paper.ts';
import type { Paper, Section } from '../../platform/documents/paper.ts';
import type { Answer } from '../../platform/http/answers.ts';
import { found, RefusedWithPage } from '../../platform/http/errors.ts';
import type { Handler } from '../../platform/identity/doors.ts';
import { countInWords, PageTitle } from '../../platform/ui/patterns.tsx';
import { ActionsShell } from '../actions-shell.tsx';
import { readNames } from '../names.store.ts';
import { type Action, isOverdue, standingOf, states } from './action.ts';
import { listLatestWords, listWholeActions } from './action-list.store.ts';
import { askedBy, readActionAddress } from './action-list.ts';

/** The actions that the list's address asks for, by agency, as a paper for a meeting. */
export const sendBoardPaper: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'actions.read-own');
  const { as } = request.query as { as?: string };
  const wanted = found(paperFormats.find((one) => one === as));
  const actions = await listWholeActions(scope, askedBy(readActionAddress(scope.slug, request.query), scope));
  const [names, words] = await Promise.all([
    readNames(scope),
    listLatestWords(
      scope,
      actions.map(({ id }) => id),
    ),
  ]);
  return await write(paperOf(scope, actions, names, words), wanted, `/${scope.slug}/actions`);
};

/** @throws {RefusedWithPage} with a page that says why, when it cannot be written now or is too long for a paper */
async function write(paper: Paper, format: PaperFormat, back: string): Promise<Answer> {
  try {
    return await boardPaper(paper, format);
  } catch (error) {
    if (!(error instanceof PaperError)) throw error;
    throw new RefusedWithPage(
      422,
      <ActionsShell title="The paper was not written" current="actions">
        <PageTitle title="The paper was not written" lead={error.message} />
        <p>
          <a class="govuk-link" href={back}>
            Go back to the actions
          </a>
        </p>
      </ActionsShell>,
    );
  }
}

const paperOf = (
  { seat, today }: Pick<SeatedScope, 'seat' | 'today'>,
  actions: readonly Action[],
  names: ReadonlyMap<string, string>,
  words: ReadonlyMap<string, string>,
): Paper => {
  const overdue = actions.filter((action) => isOverdue(action, today)).length;
  return {
    title: 'Actions by agency',
    subline: `${countInWords(actions.length, 'action', 'actions')}, ${overdue} of them overdue`,
    marking: 'OFFICIAL',
    partnership: seat.partnership.name,
    on: today,
    layout: 'landscape',
    sections: sectionsOf(actions, names, words, today),
  };
};

const nobody = 'No agency leads these';

/** A section to each lead agency, by name; what no agency leads stands first, because somebody must take it on. */
export function sectionsOf(
  actions: readonly Action[],
  names: ReadonlyMap<string, string>,
  words: ReadonlyMap<string, string>,
  today: SeatedScope['today'],
): Section[] {
  const byAgency = Map.groupBy(actions, ({ leadAgency }) => leadAgency);
  const heading = (agency: string | undefined) =>
    agency === undefined ? nobody : (names.get(agency) ?? 'Another agency');
  return [...byAgency]
    .toSorted(([a], [b]) => Number(b === undefined) - Number(a === undefined) || heading(a).localeCompare(heading(b)))
    .map(([agency, theirs]) => ({
      heading: heading(agency),
      parts: [
        {
          caption: `Actions led by ${agency === undefined ? 'no agency' : heading(agency)}, soonest first`,
          columns: [
            { heading: 'No.', width: 1 },
            { heading: 'Action', width: 6, namesRow: true },
            { heading: 'Owner', width: 3 },
            { heading: 'Due', width: 2 },
            { heading: 'First due', width: 2 },
            { heading: 'State', width: 2 },
            { heading: 'Last heard', width: 5 },
          ],
          rows: theirs
            .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn) || a.number - b.number)
            .map((action) => rowOf(action, names, words, today)),
        },
      ],
    }));
}

const rowOf = (
  action: Action,
  names: ReadonlyMap<string, string>,
  words: ReadonlyMap<string, string>,
  today: SeatedScope['today'],
) => {
  const standing = states[standingOf(action, today)];
  return [
    action.number,
    action.title,
    action.owner === undefined ? 'Nobody' : (names.get(action.owner) ?? ''),
    { day: action.dueOn },
    action.firstDueOn === action.dueOn ? '' : { day: action.firstDueOn },
    isOverdue(action, today) ? { strong: standing } : standing,
    words.get(action.id) ?? '',
  ];
};
