import { findPerson } from '../../partnership/people/person.store.ts';
import { addDays, addMonths } from '../../platform/calendar/days.ts';
import type { Scope } from '../../platform/database/database.ts';
import type { ExamplePlace } from '../example.ts';
import { type ExampleRisk, exampleRisks } from './example-words.ts';
import { keepNeeds } from './keep-needs.ts';
import { addControls, addEntries, addRisk, findRisk, type NewEntry } from './risk.store.ts';
import { defaultScale, type Score } from './score.ts';

/** What an example partnership knows might happen, with two years of reviews. */
export async function exampleOfRisks(scope: Scope, { slug, people }: ExamplePlace): Promise<void> {
  for (const told of exampleRisks[slug] ?? []) {
    const owner = told.owner === undefined ? undefined : people.get(told.owner);
    const id = await raise(scope, told, owner);
    const risk = await findRisk(scope, { person: scope.person, agency: undefined, all: true }, id);
    if (risk) await keepNeeds(scope, risk);
  }
}

async function raise(scope: Scope, told: ExampleRisk, owner: string | undefined): Promise<string> {
  const { today } = scope;
  const scores = told.reviews.map(([likelihood, impact]): Score => ({ likelihood, impact }));
  const reviewOn = addDays(today, told.dueIn);
  const days = scores.map((_, at) => addMonths(reviewOn, -3 * (scores.length - at)));
  const leadAgency = owner === undefined ? undefined : (await findPerson(scope, owner))?.agency;
  const lastReview = days.length > 1 ? days.at(-1) : undefined;
  const id = await addRisk(scope, {
    ...told,
    inherent: { likelihood: told.inherent[0], impact: told.inherent[1] },
    current: scores.at(-1) ?? { likelihood: 1, impact: 1 },
    target: { likelihood: told.target[0], impact: told.target[1] },
    owner,
    leadAgency,
    reviewOn,
    reviewedOn: lastReview,
    raisedOn: days[0] ?? today,
    acceptedWhy: told.acceptedWhy ?? '',
    closedOn: told.closedWhy === undefined ? undefined : lastReview,
  });
  await addControls(scope, id, told.controls);
  await addEntries(scope, id, entriesOf(told, owner, days));
  return id;
}

/** What happened to it; what the office heard from the owner it entered for them. */
function entriesOf(
  told: ExampleRisk,
  owner: string | undefined,
  days: readonly ReturnType<typeof addDays>[],
): NewEntry[] {
  const reviews = told.reviews.flatMap(([likelihood, impact, words], at): NewEntry[] => {
    const saidOn = days[at];
    if (saidOn === undefined) return [];
    const onBehalf =
      at > 0 && at % 2 === 1 && owner !== undefined ? { of: owner, toldBy: 'meeting' as const } : undefined;
    return [
      {
        kind: at === 0 ? 'raised' : 'reviewed',
        score: { likelihood, impact, scale: defaultScale },
        words,
        saidOn,
        onBehalf,
      },
    ];
  });
  const last = days.at(-1);
  if (last === undefined) return reviews;
  return [
    ...reviews,
    ...(told.acceptedWhy ? [{ kind: 'accepted' as const, words: told.acceptedWhy, saidOn: last }] : []),
    ...(told.closedWhy ? [{ kind: 'closed' as const, words: told.closedWhy, saidOn: last }] : []),
  ];
}
