import type { WordsScope } from '../../../src/partnership/case-team.store.ts';
import type { PlainDate } from '../../../src/platform/calendar/plain-date.ts';
import { anyOf } from '../../../src/platform/database/any-of.ts';
import type { CaseScope } from '../../../src/platform/database/database.ts';
import { newId } from '../../../src/platform/database/ids.ts';
import './tables.ts';

export interface Enquiry {
  case: string;
  reference: string;
  openedOn: PlainDate;
  summary: string;
}

export interface Note {
  id: string;
  words: string;
}

const selectEnquiries = ({ db, partnership, cases }: CaseScope) =>
  db
    .selectFrom('enquiry')
    .select(['case_id', 'reference', 'opened_on', 'summary_sealed'])
    .where('partnership_id', '=', partnership)
    .where('case_id', '=', anyOf(cases))
    .orderBy('case_id', 'desc');

/** The enquiries of the scope, newest first. */
export const listEnquiries = async (scope: WordsScope): Promise<Enquiry[]> =>
  (await selectEnquiries(scope).execute()).map((row) => toEnquiry(scope, row));

/** One enquiry, or undefined where it is missing or hidden. */
export async function findEnquiry(scope: WordsScope, caseId: string): Promise<Enquiry | undefined> {
  const row = await selectEnquiries(scope).where('case_id', '=', caseId).executeTakeFirst();
  return row && toEnquiry(scope, row);
}

const toEnquiry = (
  scope: WordsScope,
  row: { case_id: string; reference: string; opened_on: PlainDate; summary_sealed: Buffer },
): Enquiry => ({
  case: row.case_id,
  reference: row.reference,
  openedOn: row.opened_on,
  summary: scope.words.open(row.case_id, 'enquiry', 'summary_sealed', row.summary_sealed),
});

/** Where somebody of the case is hidden, when that is known. */
export async function findSafeAddress(scope: WordsScope, caseId: string): Promise<string | undefined> {
  const row = await scope.db
    .selectFrom('enquiry')
    .select('safe_address_sealed')
    .where('partnership_id', '=', scope.partnership)
    .where('case_id', '=', anyOf(scope.cases))
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  return row?.safe_address_sealed
    ? scope.words.open(caseId, 'enquiry', 'safe_address_sealed', row.safe_address_sealed)
    : undefined;
}

/** Opens an enquiry in the case of the scope. */
export async function openEnquiry(
  scope: WordsScope,
  caseId: string,
  opened: { reference: string; summary: string; safeAddress: string },
): Promise<void> {
  const values = {
    partnership_id: scope.partnership,
    case_id: caseId,
    reference: opened.reference,
    opened_on: scope.today,
    opened_by: scope.person,
    summary_sealed: scope.words.seal(caseId, 'enquiry', 'summary_sealed', opened.summary),
    safe_address_sealed: scope.words.seal(caseId, 'enquiry', 'safe_address_sealed', opened.safeAddress),
  };
  await scope.db.insertInto('enquiry').values(values).execute();
}

const selectNotes = ({ db, partnership, cases }: CaseScope, caseId: string) =>
  db
    .selectFrom('enquiry_note')
    .select(['id', 'words_sealed'])
    .where('partnership_id', '=', partnership)
    .where('case_id', '=', anyOf(cases))
    .where('case_id', '=', caseId)
    .orderBy('id');

export const listNotes = async (scope: WordsScope, caseId: string): Promise<Note[]> =>
  (await selectNotes(scope, caseId).execute()).map(({ id, words_sealed }) => ({
    id,
    words: scope.words.open(caseId, 'enquiry_note', 'words_sealed', words_sealed),
  }));

/** One note of a case, or undefined where it is missing or hidden. */
export async function findNote(scope: WordsScope, caseId: string, id: string): Promise<Note | undefined> {
  const row = await selectNotes(scope, caseId).where('id', '=', id).executeTakeFirst();
  return row && { id: row.id, words: scope.words.open(caseId, 'enquiry_note', 'words_sealed', row.words_sealed) };
}

/** Adds what somebody wrote. */
export async function addNote(scope: WordsScope, caseId: string, words: string): Promise<void> {
  const values = {
    partnership_id: scope.partnership,
    case_id: caseId,
    id: newId(),
    written_by: scope.person,
    written_at: scope.now,
    words_sealed: scope.words.seal(caseId, 'enquiry_note', 'words_sealed', words),
  };
  await scope.db.insertInto('enquiry_note').values(values).execute();
}
