import { authorityWithCode, type LocalAuthority, type Places } from '../../../partnership/places/places.ts';
import { formatDay } from '../../../platform/calendar/in-words.ts';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import { Figure, type FigureFacts } from '../../../platform/charts/figure.tsx';
import { Form } from '../../../platform/ui/form.tsx';
import { Button } from '../../../platform/ui/govuk.tsx';
import { type Kept, renderedOnce, ShowKept } from '../../../platform/ui/kept.tsx';
import { type Fact, Facts, PageTitle, Say } from '../../../platform/ui/patterns.tsx';
import type { Judgements } from '../facts.store.ts';
import { besideFigure } from '../figures/beside.ts';
import { historyOf, placeSentence } from '../figures/place.ts';
import { timeLineFigure } from '../figures/time-line.ts';
import { Shell, Source } from './shell.tsx';

/** *A place*: every inspection on a time line, beside region and neighbours. */
export const PlacePage = ({ authority, kept, asked }: PlaceModel) => (
  <Shell title={authority.name} current="places">
    {asked && <AskedToRead code={authority.code} />}
    <ShowKept kept={kept} />
  </Shell>
);

interface PlaceModel {
  authority: LocalAuthority;
  kept: Kept;
  /** Whether it is on the reader's day to read the newest report. */
  asked: boolean;
}

const AskedToRead = ({ code }: { code: string }) => (
  <div class="govuk-inset-text">
    <p class="govuk-body">
      <strong>You are asked to read the newest report on this place.</strong> Its judgements are below. When you have
      read it, it leaves your day.
    </p>
    <Form action={`${code}/read`}>
      <Button text="I have read it" classes="govuk-button--secondary" />
    </Form>
  </div>
);

/** What *A place* shows of a council; kept while the facts stay as they are. */
export const keptPlace = (judgements: Judgements, authority: LocalAuthority, today: PlainDate): Kept =>
  judgements.keep(`place page ${authority.code} ${today}`, () =>
    renderedOnce(<Content {...{ judgements, authority, today }} />),
  );

/** The figures of *A place*, for its page and its files. An abolished council stands beside nobody. */
export function figuresOfPlace(
  { facts, places, keep }: Judgements,
  authority: LocalAuthority,
  today: PlainDate,
): FigureFacts[] {
  return keep(`place ${authority.code} ${today}`, () => {
    const timeLine = timeLineFigure(historyOf(facts, places, authority));
    return authority.endedOn ? [timeLine] : [timeLine, besideFigure(facts, places, authority, today)];
  });
}

function Content({
  judgements,
  authority,
  today,
}: {
  judgements: Judgements;
  authority: LocalAuthority;
  today: PlainDate;
}) {
  const { facts, places } = judgements;
  const { code, name } = authority;
  return (
    <>
      <PageTitle title={name} lead={`${authority.kind} in ${inRegion(authority.region)}.`} />
      <Say>{placeSentence(historyOf(facts, places, authority))}</Say>
      {figuresOfPlace(judgements, authority, today).map((figure) => (
        <Figure
          key={figure.id}
          figure={figure}
          address={(id) => ({ csv: `${code}/${id}.csv`, svg: `${code}/${id}.svg` })}
        />
      ))}
      <h2 class="govuk-heading-m section-title">What kind of place it is</h2>
      <Facts facts={factsOf(authority, places)} />
      <Source />
    </>
  );
}

/** Five of the nine regions are spoken of with "the". */
export const inRegion = (region: string): string =>
  /^(North|South|East M|West)/.test(region) ? `the ${region}` : region;

function factsOf(authority: LocalAuthority, places: Places): Fact[] {
  const successors = authority.successors.flatMap((code) => authorityWithCode(places, code) ?? []);
  const predecessors = places.authorities.filter((other) => other.successors.includes(authority.code));
  const police = places.policeAreas.find(({ code }) => code === authority.policeArea);
  return [
    { key: 'Code', value: [authority.code, ...authority.otherCodes].join(', also ') },
    ...(police ? [{ key: 'Police area', value: `${police.name} (from general knowledge, unverified)` }] : []),
    ...(authority.endedOn ? [{ key: 'Abolished', value: `Last day ${formatDay(authority.endedOn, 'plain')}` }] : []),
    ...(successors.length > 0 ? [{ key: 'Followed by', value: <PlaceLinks authorities={successors} /> }] : []),
    ...(predecessors.length > 0 ? [{ key: 'Took over from', value: <PlaceLinks authorities={predecessors} /> }] : []),
  ];
}

const PlaceLinks = ({ authorities }: { authorities: readonly LocalAuthority[] }) => (
  <>
    {authorities.map(({ code, name }, at) => (
      <>
        {at > 0 && ', '}
        <a class="govuk-link" href={code}>
          {name}
        </a>
      </>
    ))}
  </>
);
