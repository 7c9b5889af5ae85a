import type { SeatedScope } from '../../partnership/doors.ts';
import { permit } from '../../platform/access/permit.ts';
import { boardPaper, PaperError, paperFormats } from '../../platform/documents/board-paper.ts';
import type { Paper } from '../../platform/documents/paper.ts';
import { found, RefusedWithPage } from '../../platform/http/errors.ts';
import type { Handler } from '../../platform/identity/doors.ts';
import { acted } from '../../platform/trail/trail.store.ts';
import { countInWords, PageTitle } from '../../platform/ui/patterns.tsx';
import { ChallengeShell, challengeSections } from '../challenge-shell.tsx';
import { controlsInWords, readRegisterAddress, readWhole } from './list-risks.ts';
import { type Control, categories, isOverdue, standingOf, standings } from './risk.ts';
import type { Listed } from './risk-list.store.ts';
import { type Band, bandNames, bandOf, bands, type Scale, worthOf } from './score.ts';

/** The risks that the list’s address asks for, the gravest first, as a paper for a meeting. */
export const sendRiskPaper: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'risks.read-own');
  const { as } = request.query as { as?: string };
  const wanted = found(paperFormats.find((one) => one === as));
  const { rows, scale, controls } = await readWhole(scope, readRegisterAddress(scope, request));
  await acted(scope, 'export', 'risk', {}, { as: wanted, risks: rows.length });
  try {
    return await boardPaper(paperOf(scope, rows, controls, scale), wanted);
  } catch (error) {
    if (!(error instanceof PaperError)) throw error;
    throw new RefusedWithPage(
      422,
      <ChallengeShell title="The paper was not written" current="risks" sections={challengeSections(scope)}>
        <PageTitle title="The paper was not written" lead={error.message} />
        <p>
          <a class="govuk-link" href={`/${scope.slug}/risks`}>
            Go back to the risks
          </a>
        </p>
      </ChallengeShell>,
    );
  }
};

/** The register as a paper: a section to each band, the gravest first. */
export function paperOf(
  { seat, today }: Pick<SeatedScope, 'seat' | 'today'>,
  rows: readonly Listed[],
  controls: ReadonlyMap<string, readonly Control[]>,
  scale: Scale,
): Paper {
  const byBand = Map.groupBy(rows, ({ current }) => bandOf(current, scale));
  const overdue = rows.filter((row) => isOverdue(row, today)).length;
  return {
    title: 'Risk register',
    subline: `${countInWords(rows.length, 'risk', 'risks')}; the review of ${overdue} is overdue. Scores are out of ${scale * scale}`,
    marking: 'OFFICIAL',
    partnership: seat.partnership.name,
    on: today,
    layout: 'landscape',
    sections: bandNames.toReversed().flatMap((band) => {
      const theirs = byBand.get(band) ?? [];
      return theirs.length === 0 ? [] : [sectionOf(band, theirs, controls, today)];
    }),
  };
}

const sectionOf = (
  band: Band,
  rows: readonly Listed[],
  controls: ReadonlyMap<string, readonly Control[]>,
  today: SeatedScope['today'],
) => ({
  heading: `${bands[band]} risks`,
  parts: [
    {
      caption: `${bands[band]} risks, the gravest first`,
      columns: [
        { heading: 'No.', width: 1 },
        { heading: 'Risk', width: 5, namesRow: true },
        { heading: 'Category', width: 2 },
        { heading: 'Score', width: 1 },
        { heading: 'Aimed at', width: 1 },
        { heading: 'What holds it back', width: 5 },
        { heading: 'Owner', width: 2 },
        { heading: 'Next review', width: 2 },
        { heading: 'State', width: 2 },
      ],
      rows: rows
        .toSorted((a, b) => worthOf(b.current) - worthOf(a.current) || a.number - b.number)
        .map((row) => [
          row.number,
          `${row.title}. ${row.effect}`,
          categories[row.category],
          worthOf(row.current),
          worthOf(row.target),
          controlsInWords(controls.get(row.id) ?? []),
          row.ownerName ?? 'Nobody',
          row.closedOn === undefined ? { day: row.reviewOn } : '',
          isOverdue(row, today) ? { strong: standings.overdue } : standings[standingOf(row, today)],
        ]),
    },
  ],
});
