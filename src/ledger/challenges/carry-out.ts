import { findAgency } from '../../partnership/agencies/agency.store.ts';
import type { Scope } from '../../platform/database/database.ts';
import { takeNumbers } from '../number.store.ts';
import { rulingOnJoint } from '../stages/decide.ts';
import { listHolders } from '../stages/holder.store.ts';
import { readRoad } from '../stages/read-road.ts';
import { listEntries, record } from './challenge.store.ts';
import { type Challenge, type ChallengeEntry, isJudgement, type Judgement } from './challenge.ts';
import { keepNeeds } from './keep-needs.ts';
import { jointRoles } from './roles.ts';
import { type Said, takeStep } from './take-step.ts';

/**
 * Takes a step with a challenge that the scope holds, and writes what is needed of whom from then on. Whoever calls has asked
 * `rulingOn` whether it is allowed.
 *
 * @param onBehalf for whom the office entered it, and how they said it
 */
export async function carryOut(
  scope: Scope,
  challenge: Challenge,
  said: Said,
  onBehalf?: ChallengeEntry['onBehalf'],
): Promise<Challenge> {
  const { person, today } = scope;
  const road = await readRoad(scope, 'challenge');
  const { entry, changes } = takeStep(challenge, said, {
    person,
    today,
    due: (stage) => road.due(stage, today),
    ...(onBehalf && { onBehalf }),
    ...(said.step === 'put' && { number: await takeNumbers(scope, 'challenge') }),
    ...(said.step === 'give-view' && {
      joint: await jointWith(scope, challenge, said.judgement, onBehalf?.of ?? person),
    }),
  });
  await record(scope, challenge.id, entry, changes);
  const then = { ...challenge, ...changes };
  await keepNeeds(scope, then, (await findAgency(scope, then.agency))?.name ?? 'an agency');
  return then;
}

/** What the lead safeguarding partners have decided at this stage, with the view that `person` gives now. */
async function jointWith(scope: Scope, { id, agency, stage }: Challenge, choice: Judgement, person: string) {
  const partners = await listHolders(scope, jointRoles);
  const given = (await listEntries(scope, id)).flatMap((entry) =>
    entry.kind === 'view' && entry.stage === stage && isJudgement(entry.choice)
      ? [{ person: entry.onBehalf?.of ?? entry.enteredBy, choice: entry.choice }]
      : [],
  );
  const views = [...given, { person, choice }].map((view) => ({
    agency: partners.find((partner) => partner.person === view.person)?.agency,
    choice: view.choice,
  }));
  return rulingOnJoint(
    partners.flatMap((partner) => partner.agency ?? []),
    [agency],
    views,
  );
}
