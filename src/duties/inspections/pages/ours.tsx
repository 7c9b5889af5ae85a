import { authorityWithCode } from '../../../partnership/places/places.ts';
import { Figure } from '../../../platform/charts/figure.tsx';
import { type Kept, renderedOnce, ShowKept } from '../../../platform/ui/kept.tsx';
import { Empty, PageTitle, Say } from '../../../platform/ui/patterns.tsx';
import type { Judgements } from '../facts.store.ts';
import { historyOf, placeSentence } from '../figures/place.ts';
import { timeLineFigure } from '../figures/time-line.ts';
import { Shell, Source } from './shell.tsx';

/** *Ours*: the inspections of the partnership's own councils and their boards. */
export const OursPage = ({ kept }: { kept: Kept }) => (
  <Shell title="Ours" current="ours">
    <ShowKept kept={kept} />
  </Shell>
);

/** What *Ours* shows to a partnership of these areas; kept while the facts stay as they are. */
export const keptOurs = (judgements: Judgements, areas: readonly string[]): Kept =>
  judgements.keep(`ours page ${areas.join(' ')}`, () =>
    renderedOnce(<Content judgements={judgements} areas={areas} />),
  );

function Content({ judgements: { facts, places }, areas }: { judgements: Judgements; areas: readonly string[] }) {
  const ours = areas.flatMap((code) => authorityWithCode(places, code) ?? []);
  return (
    <>
      <PageTitle
        title="Ours"
        lead="Every inspection of the councils of this partnership, and of the boards that came before it."
      />
      {ours.length === 0 && (
        <Empty title="No council is recorded as this partnership’s area">
          Whoever runs Concordat for you records it. Until then, look for your council on the page{' '}
          <a class="govuk-link" href="places">
            A place
          </a>
          .
        </Empty>
      )}
      {ours.map((authority) => {
        const history = historyOf(facts, places, authority);
        return (
          <div key={authority.code}>
            <h2 class="govuk-heading-l">{authority.name}</h2>
            <Say>{placeSentence(history)}</Say>
            <p class="govuk-body">
              <a class="govuk-link" href={`places/${authority.code}`}>
                {authority.name} beside its region and its neighbours
              </a>
            </p>
            <Figure
              figure={timeLineFigure(history, `time-line-${authority.code.toLowerCase()}`)}
              address={() => filesOf(authority.code)}
            />
          </div>
        );
      })}
      {ours.length > 0 && <Source />}
    </>
  );
}

const filesOf = (code: string) => ({ csv: `places/${code}/time-line.csv`, svg: `places/${code}/time-line.svg` });
