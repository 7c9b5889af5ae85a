import { type Expression, type SqlBool, sql } from 'kysely';
import type { Scope } from '../../platform/database/database.ts';
import { newId } from '../../platform/database/ids.ts';
import { takeNumbers } from '../number.store.ts';
import type { Control, Risk, RiskEntry } from './risk.ts';
import { riskEntryOf, riskOf } from './risk-row.ts';
import type { Viewer } from './viewer.ts';

/** What is known of a risk that is about to be raised. */
export type NewRisk = Pick<
  Risk,
  'title' | 'cause' | 'event' | 'effect' | 'category' | 'inherent' | 'current' | 'target' | 'owner' | 'leadAgency'
> &
  Pick<Risk, 'reviewOn'> &
  Partial<Pick<Risk, 'raisedOn' | 'reviewedOn' | 'acceptedWhy' | 'closedOn' | 'oldReference'>>;

/** What of a risk changes; what is absent stays. */
export type Changes = Partial<Omit<Risk, 'id' | 'number' | 'raisedOn'>>;

/** What happened, as it is about to be written. */
export type NewEntry = Pick<RiskEntry, 'kind'> & Partial<Omit<RiskEntry, 'id' | 'kind' | 'enteredBy'>>;

/** Writes a risk under the next number. @returns its identifier */
export async function addRisk(scope: Scope, made: NewRisk): Promise<string> {
  const { db, partnership, today } = scope;
  const id = newId();
  const number = await takeNumbers(scope, 'risk');
  await db
    .insertInto('risk')
    .values({
      partnership_id: partnership,
      id,
      number,
      title: made.title,
      cause: made.cause,
      event: made.event,
      effect: made.effect,
      category: made.category,
      inherent_likelihood: made.inherent.likelihood,
      inherent_impact: made.inherent.impact,
      likelihood: made.current.likelihood,
      impact: made.current.impact,
      target_likelihood: made.target.likelihood,
      target_impact: made.target.impact,
      owner_id: made.owner ?? null,
      lead_agency_id: made.leadAgency ?? null,
      review_on: made.reviewOn,
      reviewed_on: made.reviewedOn ?? null,
      raised_on: made.raisedOn ?? today,
      closed_on: made.closedOn ?? null,
      accepted_why: made.acceptedWhy ?? '',
      old_reference: made.oldReference ?? '',
    })
    .execute();
  return id;
}

/** Writes what happened to a risk, and what of it changes. */
export async function record(scope: Scope, id: string, entry: NewEntry, changes: Changes = {}): Promise<void> {
  const columns = columnsOf(changes);
  if (Object.keys(columns).length > 0)
    await scope.db
      .updateTable('risk')
      .set(columns)
      .where('partnership_id', '=', scope.partnership)
      .where('id', '=', id)
      .execute();
  await addEntries(scope, id, [entry]);
}

/** What happened in another partnership, under an identifier that keeps its place, and who wrote it. */
type Brought = Partial<Pick<RiskEntry, 'id' | 'enteredBy'>>;

export async function addEntries(scope: Scope, risk: string, entries: readonly (NewEntry & Brought)[]): Promise<void> {
  if (entries.length === 0) return;
  await scope.db
    .insertInto('risk_entry')
    .values(entries.map((entry) => entryRowOf(scope, risk, entry)))
    .execute();
}

const entryRowOf = ({ partnership, person, today }: Scope, risk: string, entry: NewEntry & Brought) => ({
  partnership_id: partnership,
  id: entry.id ?? newId(),
  risk_id: risk,
  kind: entry.kind,
  ...scoreColumnsOf(entry),
  said_on: entry.saidOn ?? today,
  words: entry.words ?? '',
  entered_by: entry.enteredBy ?? person,
  said_by: entry.onBehalf?.of ?? null,
  told_by: entry.onBehalf?.toldBy ?? null,
  corrects: entry.corrects ?? null,
});

const scoreColumnsOf = ({ score }: Pick<NewEntry, 'score'>) => ({
  likelihood: score?.likelihood ?? null,
  impact: score?.impact ?? null,
  highest: score?.scale ?? null,
});

/** The risk, or undefined where it is missing or not for this viewer. */
export async function findRisk(scope: Scope, viewer: Viewer, id: string): Promise<Risk | undefined> {
  const row = await selectRisks(scope, viewer).where('risk.id', '=', id).executeTakeFirst();
  return row && riskOf(row);
}

/** The same, kept from being changed by others until this transaction ends. */
export async function holdRisk(scope: Scope, viewer: Viewer, id: string): Promise<Risk | undefined> {
  const row = await selectRisks(scope, viewer).where('risk.id', '=', id).forUpdate().executeTakeFirst();
  return row && riskOf(row);
}

/** Risks that `viewer` may know of. */
export const selectRisks = (scope: Scope, viewer: Viewer) =>
  scope.db
    .selectFrom('risk')
    .selectAll('risk')
    .where('risk.partnership_id', '=', scope.partnership)
    .where(isVisibleTo(viewer));

const isVisibleTo = ({ person, agency, all }: Viewer): Expression<SqlBool> =>
  all
    ? sql<SqlBool>`true`
    : sql<SqlBool>`(risk.owner_id = ${person} or risk.lead_agency_id is not distinct from ${agency ?? null}::uuid
        and risk.lead_agency_id is not null)`;

/** What happened to a risk, oldest first. */
export async function listEntries({ db, partnership }: Scope, risk: string): Promise<RiskEntry[]> {
  const rows = await db
    .selectFrom('risk_entry')
    .selectAll()
    .where('partnership_id', '=', partnership)
    .where('risk_id', '=', risk)
    .orderBy('said_on')
    .orderBy('id')
    .execute();
  return rows.map(riskEntryOf);
}

/** What holds a risk back today, in the order in which it was written down. */
export async function listControls({ db, partnership }: Scope, risk: string): Promise<Control[]> {
  return await db
    .selectFrom('risk_control')
    .select(['id', 'title', 'works'])
    .where('partnership_id', '=', partnership)
    .where('risk_id', '=', risk)
    .where('ended_on', 'is', null)
    .orderBy('id')
    .execute();
}

export async function addControls(
  { db, partnership }: Scope,
  risk: string,
  controls: readonly Omit<Control, 'id'>[],
): Promise<void> {
  if (controls.length === 0) return;
  await db
    .insertInto('risk_control')
    .values(controls.map((control) => ({ partnership_id: partnership, id: newId(), risk_id: risk, ...control })))
    .execute();
}

/** Writes how a control stands from now on; `ended` says that it is no longer there. */
export async function changeControl(
  { db, partnership, today }: Scope,
  { id, title, works }: Control,
  ended = false,
): Promise<void> {
  await db
    .updateTable('risk_control')
    .set({ title, works, ended_on: ended ? today : null })
    .where('partnership_id', '=', partnership)
    .where('id', '=', id)
    .execute();
}

/** What is said of a risk, as its columns; what is said to be undefined is emptied. */
function columnsOf(changes: Changes) {
  const { inherent, current, target, ...others } = changes;
  return {
    ...(inherent && { inherent_likelihood: inherent.likelihood, inherent_impact: inherent.impact }),
    ...(current && { likelihood: current.likelihood, impact: current.impact }),
    ...(target && { target_likelihood: target.likelihood, target_impact: target.impact }),
    ...Object.fromEntries(
      Object.entries(others).map(([name, value]) => [columnNames[name as keyof typeof others], value ?? null]),
    ),
  };
}

const columnNames = {
  title: 'title',
  cause: 'cause',
  event: 'event',
  effect: 'effect',
  category: 'category',
  owner: 'owner_id',
  leadAgency: 'lead_agency_id',
  acceptedWhy: 'accepted_why',
  reviewOn: 'review_on',
  reviewedOn: 'reviewed_on',
  closedOn: 'closed_on',
  oldReference: 'old_reference',
} as const satisfies Record<Exclude<keyof Changes, 'inherent' | 'current' | 'target'>, string>;
