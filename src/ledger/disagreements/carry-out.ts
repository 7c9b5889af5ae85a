import type { Scope } from '../../platform/database/database.ts';
import { jointRoles } from '../challenges/roles.ts';
import { rulingOnJoint } from '../stages/decide.ts';
import { listHolders } from '../stages/holder.store.ts';
import { readRoad } from '../stages/read-road.ts';
import {
  addDisagreement,
  beginStage,
  changeStage,
  findDisagreement,
  listEntries,
  listStages,
  type NewDisagreement,
  record,
} from './disagreement.store.ts';
import { type Decision, type Disagreement, type DisagreementEntry, isDecision } from './disagreement.ts';
import { keepNeeds } from './keep-needs.ts';
import { type Said, takeStep } from './take-step.ts';

const everything = (person: string) => ({ person, agency: undefined, escalated: true, all: true });

/** Raises a disagreement: the clock of its first stage runs, and the other agency is asked. @returns its identifier */
export async function raiseDisagreement(
  scope: Scope,
  made: Omit<NewDisagreement, 'dueOn'>,
  onBehalf?: DisagreementEntry['onBehalf'],
): Promise<string> {
  const road = await readRoad(scope, 'disagreement');
  const dueOn = road.due(1, scope.today, made.urgent);
  const id = await addDisagreement(scope, { ...made, dueOn }, onBehalf);
  await keepNeedsOf(scope, id);
  return id;
}

/**
 * Takes a step with a disagreement that the scope holds, and writes what is needed of whom from then on. Whoever calls has asked
 * `rulingOn` whether it is allowed.
 *
 * @param onBehalf for whom the office entered it, and how they said it
 */
export async function carryOut(
  scope: Scope,
  disagreement: Disagreement,
  said: Said,
  onBehalf?: DisagreementEntry['onBehalf'],
): Promise<void> {
  const { id, stage } = disagreement;
  const [road, stages] = [await readRoad(scope, 'disagreement'), await listStages(scope, id)];
  const taken = takeStep(disagreement, said, {
    person: scope.person,
    today: scope.today,
    due: road.due,
    begunOn: stages.find((one) => one.stage === stage)?.begunOn ?? disagreement.raisedOn,
    ...(onBehalf && { onBehalf }),
    ...(said.step === 'give-view' && {
      joint: await jointWith(scope, disagreement, said.decision, onBehalf?.of ?? scope.person),
    }),
  });
  await changeStage(scope, id, stage, taken.stage);
  if (taken.begins) await beginStage(scope, id, taken.begins);
  await record(scope, id, taken.entry, taken.changes);
  await keepNeedsOf(scope, id);
}

async function keepNeedsOf(scope: Scope, id: string): Promise<void> {
  const then = await findDisagreement(scope, everything(scope.person), id);
  if (then) await keepNeeds(scope, then);
}

/** What the lead safeguarding partners have decided, with the view that `person` gives now. */
async function jointWith(
  scope: Scope,
  { id, raisingAgency, otherAgency }: Disagreement,
  choice: Decision,
  person: string,
) {
  const partners = await listHolders(scope, jointRoles);
  const given = (await listEntries(scope, id)).flatMap((entry) =>
    entry.kind === 'view' && isDecision(entry.choice)
      ? [{ person: entry.onBehalf?.of ?? entry.enteredBy, choice: entry.choice }]
      : [],
  );
  const views = [...given, { person, choice }].map((view) => ({
    agency: partners.find((partner) => partner.person === view.person)?.agency,
    choice: view.choice,
  }));
  const agencies = partners.flatMap((partner) => partner.agency ?? []);
  return rulingOnJoint(agencies, [raisingAgency, otherAgency], views);
}
