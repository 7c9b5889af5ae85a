import { sql } from 'kysely';
import { addDays } from '../../platform/calendar/days.ts';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import { anyOf } from '../../platform/database/any-of.ts';
import type { Scope } from '../../platform/database/database.ts';
import { newId } from '../../platform/database/ids.ts';
import { openStates } from '../actions/action.ts';
import type { Tone } from './rules.ts';

/** Days for which a line that no digest took waits for the next one. */
const keptFor = 14;

/** Says that what is to be said on `day` is being worked out. @returns false where it was before: then it stands as it is */
export async function beginDay({ db, partnership }: Scope, day: PlainDate): Promise<boolean> {
  const row = await db
    .insertInto('chivvying_day')
    .values({ partnership_id: partnership, day })
    .onConflict((same) => same.doNothing())
    .returning('day')
    .executeTakeFirst();
  return row !== undefined;
}

/** Forgets that days long past were worked out. */
export async function forgetDays({ db, partnership }: Scope, day: PlainDate): Promise<void> {
  await db
    .deleteFrom('chivvying_day')
    .where('partnership_id', '=', partnership)
    .where('day', '<', addDays(day, -40))
    .execute();
}

/** A line that is about to be written. */
export interface NewReminder {
  action: string;
  person: string;
  /** Whose action it is, if anybody’s. */
  owner: string | undefined;
  tone: Tone;
  dueOn: PlainDate;
}

/**
 * Writes lines of the digests of `day`; written already they stay as they are.
 *
 * @param byHand whether somebody of the office has told them: then no digest does
 */
export async function addReminders(
  { db, partnership }: Scope,
  day: PlainDate,
  reminders: readonly NewReminder[],
  byHand = false,
): Promise<void> {
  const rows = reminders.map(({ action, person, owner, tone, dueOn }) => ({
    partnership_id: partnership,
    id: newId(),
    made_on: day,
    action_id: action,
    person_id: person,
    for_id: owner ?? null,
    tone,
    due_on: dueOn,
    told_on: byHand ? day : null,
    by_hand: byHand,
  }));
  for (let at = 0; at < rows.length; at += 500)
    await db
      .insertInto('reminder')
      .values(rows.slice(at, at + 500))
      .onConflict((same) => same.doNothing())
      .execute();
}

/** Somebody for whom lines wait that no digest has taken. */
export interface Waiting {
  person: string;
  name: string;
  account: string | undefined;
  workEmail: string | undefined;
}

/** Everybody for whom lines wait on `day`. */
export async function listWaiting({ db, partnership }: Scope, day: PlainDate): Promise<Waiting[]> {
  const rows = await db
    .selectFrom('person')
    .leftJoin('membership', (join) =>
      join
        .onRef('membership.partnership_id', '=', 'person.partnership_id')
        .onRef('membership.person_id', '=', 'person.id'),
    )
    .select(['person.id', 'person.name', 'person.work_email', 'membership.account_id'])
    .where('person.partnership_id', '=', partnership)
    .where((where) =>
      where.exists(
        where
          .selectFrom('reminder')
          .select('id')
          .where('reminder.partnership_id', '=', partnership)
          .whereRef('reminder.person_id', '=', 'person.id')
          .where('made_on', '>=', addDays(day, -keptFor))
          .where('made_on', '<=', day)
          .where('told_on', 'is', null),
      ),
    )
    .orderBy('person.id')
    .execute();
  return rows.map((row) => ({
    person: row.id,
    name: row.name,
    account: row.account_id ?? undefined,
    workEmail: row.work_email ?? undefined,
  }));
}

/** A line as it is sent: what it is about as things stand now. */
export interface DigestLine {
  id: string;
  action: string;
  number: number;
  title: string;
  safeForEmail: boolean;
  agency: string | undefined;
  /** Whose action it is, if anybody’s. */
  owner: string | undefined;
  dueOn: PlainDate;
  tone: Tone;
}

/**
 * The lines that wait for `person`, and those that a digest of `since` or later took, each action once. An action that is no
 * longer open, is due on another day, or has another owner is left out: it is not right any more to remind anybody of it.
 */
export async function listDigestLines(
  { db, partnership }: Scope,
  person: string,
  since: PlainDate,
): Promise<DigestLine[]> {
  const rows = await db
    .selectFrom('reminder')
    .innerJoin('action', (join) =>
      join
        .onRef('action.partnership_id', '=', 'reminder.partnership_id')
        .onRef('action.id', '=', 'reminder.action_id')
        .onRef('action.due_on', '=', 'reminder.due_on'),
    )
    .leftJoin('agency', (join) =>
      join
        .onRef('agency.partnership_id', '=', 'action.partnership_id')
        .onRef('agency.id', '=', 'action.lead_agency_id'),
    )
    .distinctOn('action.id')
    .select(['reminder.id', 'reminder.tone', 'action.id as action', 'action.number', 'action.title'])
    .select(['action.safe_for_email', 'agency.name as agency', 'action.owner_id', 'action.due_on'])
    .where('reminder.partnership_id', '=', partnership)
    .where('reminder.person_id', '=', person)
    .where('reminder.by_hand', '=', false)
    .where('reminder.made_on', '>=', addDays(since, -keptFor))
    .where((where) => where.or([where('told_on', 'is', null), where('told_on', '>=', since)]))
    .where('action.state', 'in', openStates)
    .where((where) =>
      where.or([where('tone', '=', 'above'), where('action.owner_id', '=', where.ref('reminder.for_id'))]),
    )
    .orderBy('action.id')
    .orderBy('reminder.made_on', 'desc')
    .orderBy('reminder.id', 'desc')
    .execute();
  const lines = rows.map((row) => ({
    id: row.id,
    action: row.action,
    number: row.number,
    title: row.title,
    safeForEmail: row.safe_for_email,
    agency: row.agency ?? undefined,
    owner: row.owner_id ?? undefined,
    dueOn: row.due_on,
    tone: row.tone,
  }));
  return lines.toSorted((a, b) => (a.dueOn === b.dueOn ? a.number - b.number : a.dueOn < b.dueOn ? -1 : 1));
}

/** Says that a digest of `day` takes everything that waits for `person` about these actions. */
export async function markTold(
  { db, partnership }: Scope,
  person: string,
  actions: readonly string[],
  since: PlainDate,
  day: PlainDate,
): Promise<void> {
  await db
    .updateTable('reminder')
    .set({ told_on: day })
    .where('partnership_id', '=', partnership)
    .where('person_id', '=', person)
    .where('action_id', '=', anyOf(actions))
    .where('made_on', '>=', addDays(since, -keptFor))
    .where((where) => where.or([where('told_on', 'is', null), where('told_on', '>=', since)]))
    .execute();
}

/** Who was told what, newest first. */
export interface Told {
  id: string;
  madeOn: PlainDate;
  /** Undefined while it waits, or where it was no longer right to send it. */
  toldOn: PlainDate | undefined;
  byHand: boolean;
  tone: Tone;
  person: string;
  owner: string | undefined;
  action: string;
  number: number;
  title: string;
}

/** One page of who was told what, newest first. */
export async function listTold(
  { db, partnership }: Scope,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<Told[]> {
  const rows = await db
    .selectFrom('reminder')
    .innerJoin('action', (join) =>
      join.onRef('action.partnership_id', '=', 'reminder.partnership_id').onRef('action.id', '=', 'reminder.action_id'),
    )
    .innerJoin('person', (join) =>
      join.onRef('person.partnership_id', '=', 'reminder.partnership_id').onRef('person.id', '=', 'reminder.person_id'),
    )
    .leftJoin('person as owner', (join) =>
      join.onRef('owner.partnership_id', '=', 'reminder.partnership_id').onRef('owner.id', '=', 'reminder.for_id'),
    )
    .select(['reminder.id', 'reminder.made_on', 'reminder.told_on', 'reminder.by_hand', 'reminder.tone'])
    .select(['person.name as person', 'owner.name as owner', 'action.id as action', 'action.number', 'action.title'])
    .where('reminder.partnership_id', '=', partnership)
    .orderBy('reminder.made_on', 'desc')
    .orderBy(sql`lower(person.name)`)
    .orderBy('action.number')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    madeOn: row.made_on,
    toldOn: row.told_on ?? undefined,
    byHand: row.by_hand,
    tone: row.tone,
    person: row.person,
    owner: row.owner ?? undefined,
    action: row.action,
    number: row.number,
    title: row.title,
  }));
}

export async function countTold({ db, partnership }: Scope): Promise<number> {
  const row = await db
    .selectFrom('reminder')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('partnership_id', '=', partnership)
    .executeTakeFirstOrThrow();
  return row.n;
}
