import { type Expression, type SqlBool, sql } from 'kysely';
import type { Scope } from '../../platform/database/database.ts';
import { newId } from '../../platform/database/ids.ts';
import { takeNumbers } from '../number.store.ts';
import type { Challenge, ChallengeEntry } from './challenge.ts';
import { challengeOf } from './challenge-row.ts';
import type { Viewer } from './viewer.ts';

/** What is known of a challenge that is about to be drafted. */
export type NewChallenge = Pick<
  Challenge,
  'agency' | 'subject' | 'concern' | 'evidenceKind' | 'evidence' | 'evidenceAddress' | 'expected' | 'dueOn'
> &
  Pick<Challenge, 'raisedBy' | 'unseen'>;

/** What of a challenge changes with a step; what is absent stays. */
export type Changes = Partial<Omit<Challenge, 'id' | 'draftedBy' | 'draftedOn' | 'unseen'>>;

/** What happened, as it is about to be written. */
export type NewEntry = Pick<ChallengeEntry, 'kind' | 'stage'> &
  Partial<Omit<ChallengeEntry, 'id' | 'kind' | 'stage' | 'enteredBy'>>;

/** @returns the identifier of the draft */
export async function addChallenge(scope: Scope, made: NewChallenge): Promise<string> {
  const { db, partnership, person, today } = scope;
  const id = newId();
  await db
    .insertInto('challenge')
    .values({
      partnership_id: partnership,
      id,
      agency_id: made.agency,
      subject: made.subject,
      concern: made.concern,
      evidence_kind: made.evidenceKind,
      evidence: made.evidence,
      evidence_address: made.evidenceAddress,
      expected: made.expected,
      raised_by: made.raisedBy,
      drafted_by: person,
      drafted_on: today,
      unseen: made.unseen,
      reply_by: made.dueOn,
      due_on: made.dueOn,
      stage_on: today,
      state_on: today,
    })
    .execute();
  await addEntry(scope, id, { kind: 'drafted', stage: 1 });
  return id;
}

/**
 * Writes a challenge that comes from another partnership as it stands, under the next number here unless it is a draft, with what
 * happened to it there.
 *
 * @returns its identifier
 */
export async function bringChallenge(
  scope: Scope,
  brought: Omit<Challenge, 'id' | 'number' | 'unseen'>,
  entries: readonly ChallengeEntry[],
): Promise<string> {
  const { draftedBy, draftedOn, ...standing } = brought;
  const id = newId();
  await scope.db
    .insertInto('challenge')
    .values({
      partnership_id: scope.partnership,
      id,
      agency_id: brought.agency,
      subject: brought.subject,
      concern: brought.concern,
      evidence_kind: brought.evidenceKind,
      evidence: brought.evidence,
      expected: brought.expected,
      raised_by: brought.raisedBy,
      drafted_by: draftedBy,
      drafted_on: draftedOn,
      reply_by: brought.replyBy,
      due_on: brought.dueOn,
      stage_on: brought.stageOn,
      state_on: brought.stateOn,
      ...columnsOf({
        ...standing,
        number: brought.putOn === undefined ? undefined : await takeNumbers(scope, 'challenge'),
      }),
    })
    .execute();
  for (const entry of entries) await addEntry(scope, id, entry);
  return id;
}

/** Writes what happened to a challenge, and what of it changes. */
export async function record(scope: Scope, id: string, entry: NewEntry, changes: Changes = {}): Promise<void> {
  await changeChallenge(scope, id, changes);
  await addEntry(scope, id, entry);
}

export async function changeChallenge({ db, partnership }: Scope, id: string, changes: Changes): Promise<void> {
  const columns = columnsOf(changes);
  if (Object.keys(columns).length === 0) return;
  await db
    .updateTable('challenge')
    .set(columns)
    .where('partnership_id', '=', partnership)
    .where('id', '=', id)
    .execute();
}

/** What happened in another partnership, under an identifier that keeps its place, and who wrote it. */
type Brought = Partial<Pick<ChallengeEntry, 'id' | 'enteredBy'>>;

async function addEntry(
  { db, partnership, person, today }: Scope,
  challenge: string,
  entry: NewEntry & Brought,
): Promise<void> {
  await db
    .insertInto('challenge_entry')
    .values({
      partnership_id: partnership,
      id: entry.id ?? newId(),
      challenge_id: challenge,
      kind: entry.kind,
      stage: entry.stage,
      said_on: entry.saidOn ?? today,
      words: entry.words ?? '',
      choice: entry.choice ?? null,
      due_on: entry.dueOn ?? null,
      entered_by: entry.enteredBy ?? person,
      said_by: entry.onBehalf?.of ?? null,
      told_by: entry.onBehalf?.toldBy ?? null,
      corrects: entry.corrects ?? null,
    })
    .execute();
}

/** The challenge, or undefined where it is missing or not for this viewer. */
export async function findChallenge(scope: Scope, viewer: Viewer, id: string): Promise<Challenge | undefined> {
  const row = await selectChallenges(scope, viewer).where('challenge.id', '=', id).executeTakeFirst();
  return row && challengeOf(row);
}

/** The same, kept from being changed by others until this transaction ends. */
export async function holdChallenge(scope: Scope, viewer: Viewer, id: string): Promise<Challenge | undefined> {
  const row = await selectChallenges(scope, viewer).where('challenge.id', '=', id).forUpdate().executeTakeFirst();
  return row && challengeOf(row);
}

/** What happened to a challenge, oldest first. */
export async function listEntries({ db, partnership }: Scope, challenge: string): Promise<ChallengeEntry[]> {
  const rows = await db
    .selectFrom('challenge_entry')
    .selectAll()
    .where('partnership_id', '=', partnership)
    .where('challenge_id', '=', challenge)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    stage: row.stage,
    saidOn: row.said_on,
    words: row.words,
    choice: row.choice ?? undefined,
    dueOn: row.due_on ?? undefined,
    enteredBy: row.entered_by,
    onBehalf: row.said_by && row.told_by ? { of: row.said_by, toldBy: row.told_by } : undefined,
    corrects: row.corrects ?? undefined,
  }));
}

/** Challenges that `viewer` may know of. */
export const selectChallenges = (scope: Scope, viewer: Viewer) =>
  scope.db
    .selectFrom('challenge')
    .selectAll('challenge')
    .where('challenge.partnership_id', '=', scope.partnership)
    .where(isVisibleTo(viewer, scope));

/** What a viewer may know of: the words are at `Viewer`. */
const isVisibleTo = ({ person, agency, sees }: Viewer, { today }: Pick<Scope, 'today'>): Expression<SqlBool> => {
  const own = sql<SqlBool>`challenge.agency_id is not distinct from ${agency ?? null}::uuid`;
  const open = sql<SqlBool>`(challenge.replied_on is not null or (challenge.reply_by < ${today}::date
    and (challenge.state <> 'withdrawn' or challenge.state_on > challenge.reply_by)))`;
  const put = sees === 'kept' ? sql<SqlBool>`true` : sees === 'open' ? sql<SqlBool>`(${own} or ${open})` : own;
  const draft = sees === 'kept' ? sql<SqlBool>`(not challenge.unseen and not ${own})` : sql<SqlBool>`false`;
  return sql<SqlBool>`(challenge.drafted_by = ${person} or challenge.raised_by = ${person}
    or case when challenge.put_on is null then ${draft} else ${put} end)`;
};

/** The columns by the names that the rest of the program has for them. */
const columnNames = {
  number: 'number',
  agency: 'agency_id',
  subject: 'subject',
  concern: 'concern',
  evidenceKind: 'evidence_kind',
  evidence: 'evidence',
  evidenceAddress: 'evidence_address',
  expected: 'expected',
  raisedBy: 'raised_by',
  putOn: 'put_on',
  replyBy: 'reply_by',
  dueOn: 'due_on',
  stage: 'stage',
  stageOn: 'stage_on',
  state: 'state',
  stateOn: 'state_on',
  repliedOn: 'replied_on',
  position: 'position',
  sufficient: 'sufficient',
  effect: 'effect',
  summary: 'summary',
  summaryBy: 'summary_by',
  clearedBy: 'cleared_by',
  clearedOn: 'cleared_on',
} as const satisfies Record<keyof Changes, string>;

/** What is said of a challenge, as its columns; what is said to be undefined is emptied. */
const columnsOf = (changes: Changes) =>
  Object.fromEntries(
    Object.entries(changes).map(([name, value]) => [columnNames[name as keyof Changes], value ?? null] as const),
  );
