import type { SeatedScope } from '../../../partnership/doors.ts';
import { permit } from '../../../platform/access/permit.ts';
import { page } from '../../../platform/http/answers.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { countInWords, DataTable, PageTitle, StateTag } from '../../../platform/ui/patterns.tsx';
import { type ChallengeSections, ChallengeShell, challengeSections } from '../../challenge-shell.tsx';
import { countByScore } from '../risk-list.store.ts';
import { findScale } from '../risk-scale.store.ts';
import { bandOf, bands, impactWords, likelihoodWords, type Scale, type Score } from '../score.ts';
import { viewerOf } from '../viewer.ts';
import { bandTones } from './standing.ts';

/** How many risks stand at each likelihood and impact. */
export const showHeat: Handler<SeatedScope> = async (scope) => {
  permit(scope, 'risks.read-own');
  const [counts, { scale }] = await Promise.all([countByScore(scope, viewerOf(scope)), findScale(scope)]);
  return page(<HeatPage {...{ counts, scale }} slug={scope.slug} sections={challengeSections(scope)} />);
};

interface HeatProps {
  counts: readonly (Score & { risks: number })[];
  scale: Scale;
  slug: string;
  sections: ChallengeSections;
}

const HeatPage = ({ counts, scale, slug, sections }: HeatProps) => {
  const grades = Array.from({ length: scale }, (_, at) => at + 1);
  const all = counts.reduce((sum, { risks }) => sum + risks, 0);
  return (
    <ChallengeShell title="Heat table" current="risks" sections={sections}>
      <PageTitle
        title="Heat table"
        lead={`${countInWords(all, 'risk', 'risks')} not closed, by how likely and how bad. Each cell says its band in words.`}
      />
      <DataTable
        caption="Risks by likelihood and impact"
        rows={grades.toReversed()}
        columns={[
          {
            heading: 'Likelihood',
            cell: (likelihood) => `${likelihood} ${likelihoodWords[scale][likelihood - 1] ?? ''}`,
          },
          ...grades.map((impact) => ({
            heading: `Impact ${impact} ${impactWords[scale][impact - 1] ?? ''}`,
            cell: (likelihood: number) => <Cell {...{ counts, scale, slug }} score={{ likelihood, impact }} />,
          })),
        ]}
      />
      <p>
        <a class="govuk-link" href={`/${slug}/risks`}>
          The register as a list
        </a>
      </p>
    </ChallengeShell>
  );
};

const Cell = ({ counts, scale, slug, score }: Pick<HeatProps, 'counts' | 'scale' | 'slug'> & { score: Score }) => {
  const { likelihood, impact } = score;
  const there = counts.find((one) => one.likelihood === likelihood && one.impact === impact)?.risks ?? 0;
  const band = bandOf(score, scale);
  return (
    <>
      {there === 0 ? (
        'None '
      ) : (
        <>
          <a class="govuk-link" href={`/${slug}/risks?score=${likelihood}x${impact}`}>
            {`${there} ${there === 1 ? 'risk' : 'risks'}`}
          </a>{' '}
        </>
      )}
      <StateTag tone={bandTones[band]}>{bands[band]}</StateTag>
    </>
  );
};
