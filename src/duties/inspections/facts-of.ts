import type { Places } from '../../partnership/places/places.ts';
import { plainDate } from '../../platform/calendar/plain-date.ts';
import type { BoardReview, Facts, Inspection } from './facts.ts';
import type { Held } from './import/changes.ts';
import type { FactMap } from './import/gather.ts';
import { judgements, type Outcome, outcomes } from './judgement.ts';

/** What is held, in the form in which it is counted. */
export function factsOf(places: Places, held: readonly Held[]): Facts {
  const inspections: Inspection[] = [];
  const reviews: BoardReview[] = [];
  for (const one of held) {
    const inspection = inspectionOf(one);
    inspections.push(inspection);
    const outcome = outcomeIn(one.facts.get('boardOutcome'));
    const board = one.facts.get('board');
    const publishedOn = one.facts.get('boardPublishedOn');
    if (!outcome || !board || !publishedOn) continue;
    reviews.push({ board, authority: one.authority, publishedOn: plainDate(publishedOn), outcome, inspection });
  }
  const councils = new Map(
    places.authorities.map(({ code, name, region, successors }) => [code, { code, name, region, successors }]),
  );
  return { councils, regions: places.regions.map(({ name }) => name), inspections, reviews };
}

function inspectionOf({ id, framework, authority, publishedOn, facts }: Held): Inspection {
  const startedOn = facts.get('startedOn');
  const endedOn = facts.get('endedOn');
  const kind = facts.get('kind');
  const theme = facts.get('theme');
  const reportUrl = facts.get('reportUrl');
  return {
    id,
    framework,
    authority,
    publishedOn,
    outcomes: outcomesIn(facts),
    ...(startedOn && { startedOn: plainDate(startedOn) }),
    ...(endedOn && { endedOn: plainDate(endedOn) }),
    ...(kind && { kind }),
    ...(theme && { theme }),
    ...(reportUrl && { reportUrl }),
  };
}

const outcomeIn = (fact: string | undefined): Outcome | undefined => outcomes.find((outcome) => outcome === fact);

const outcomesIn = (facts: FactMap): Inspection['outcomes'] =>
  Object.fromEntries(
    judgements.flatMap((judgement) => (facts.has(judgement) ? [[judgement, outcomeIn(facts.get(judgement))]] : [])),
  );
