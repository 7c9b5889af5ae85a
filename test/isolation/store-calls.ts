import * as reading from '../../src/duties/inspections/reading.store.ts';
import * as agency from '../../src/partnership/agencies/agency.store.ts';
import type { WordsScope } from '../../src/partnership/case-team.store.ts';
import * as caseTeam from '../../src/partnership/case-team.store.ts';
import * as gapAnswer from '../../src/partnership/gaps/gap-answer.store.ts';
import * as gapFacts from '../../src/partnership/gaps/gap-facts.store.ts';
import * as group from '../../src/partnership/groups/group.store.ts';
import * as groupRoles from '../../src/partnership/groups/group-roles.store.ts';
import * as groupSeat from '../../src/partnership/groups/group-seat.store.ts';
import * as quorum from '../../src/partnership/groups/quorum.store.ts';
import * as terms from '../../src/partnership/groups/terms.store.ts';
import * as partnership from '../../src/partnership/partnership.store.ts';
import { sinceEver } from '../../src/partnership/partnership.store.ts';
import * as assistant from '../../src/partnership/people/assistant.store.ts';
import * as induction from '../../src/partnership/people/induction.store.ts';
import * as otherBoard from '../../src/partnership/people/other-board.store.ts';
import * as person from '../../src/partnership/people/person.store.ts';
import * as roleHeld from '../../src/partnership/people/role-held.store.ts';
import { roleNames } from '../../src/partnership/roles.ts';
import * as seat from '../../src/partnership/seat.store.ts';
import * as setUp from '../../src/partnership/set-up/set-up.store.ts';
import * as dutyUse from '../../src/partnership/settings/duty-use.store.ts';
import * as logo from '../../src/partnership/settings/logo.store.ts';
import * as priority from '../../src/partnership/settings/priority.store.ts';
import * as settings from '../../src/partnership/settings/settings.store.ts';
import * as directoryImport from '../../src/partnership/spreadsheets/directory-import.store.ts';
import * as task from '../../src/partnership/task.store.ts';
import { plainDate } from '../../src/platform/calendar/plain-date.ts';
import * as seals from '../../src/platform/trail/seal.store.ts';
import { markOf } from '../../src/platform/trail/seal.ts';
import * as trail from '../../src/platform/trail/trail.store.ts';
import * as examplePlan from '../../src/whole/example/example-plan.store.ts';
import { examplePartnerships } from '../../src/whole/example/people.ts';
import { planOf } from '../../src/whole/example/plan.ts';
import type { Place } from './ground.ts';
import * as enquiry from './restricted-duty/enquiry.store.ts';
import type { Row } from './rows.ts';
import { fileCalls, fileServiceCalls } from './store-calls-files.ts';
import { leavingCalls } from './store-calls-leaving.ts';
import { ledgerCalls } from './store-calls-ledger.ts';

export { harmless } from './store-calls-harmless.ts';

/** A call of a store function in the scope of a person in A, with identifiers that are none of theirs. */
export interface Attempt {
  scope: WordsScope;
  /** Whose rows are named: those of the other partnership, or those of a case of one's own that one is not on. */
  of: Place;
  case: string;
  row(table: string): Row;
}

export type Call = (attempt: Attempt) => Promise<unknown>;

const bytes = Buffer.alloc(32);
const id = (attempt: Attempt, table: string, column = 'id') => String(attempt.row(table)[column]);
const place = (attempt: Attempt) => ({
  duty: 'enquiries',
  person: id(attempt, 'person'),
  reason: 'None',
  fromOn: sinceEver,
});
const opened = { reference: 'Strange', summary: 'None', safeAddress: '' };
const taskOf = (attempt: Attempt) => ({ kind: id(attempt, 'task', 'kind'), path: id(attempt, 'task', 'path') });
const farOff = plainDate('2199-12-31');
const since = { capacity: 'member', fromOn: sinceEver } as const;
const noAgency = { name: 'None', kind: 'other', standing: 'other', parent: undefined, emailDomains: [] } as const;
const noPriority = { name: 'None', lead: undefined, fromOn: sinceEver, untilOn: undefined };
const noPapers = { inUse: false, assessedOn: undefined, agreedOn: undefined };
const nothing = { sheet: '', headings: [], rows: [] };
const wanted = { kind: 'strange', title: 'None', why: 'None', path: '/none', dueOn: undefined };

/**
 * Every function of every store that reaches tables of partnerships, called with what is a stranger's. A new one has to be
 * added here, or below.
 */
export const calls: Readonly<Record<string, Call>> = {
  'agency.addAgency': (to) =>
    agency.addAgency(to.scope, { organisation: id(to, 'organisation'), name: 'None', kind: 'other' }),
  'agency.addOrganisation': ({ scope }) => agency.addOrganisation(scope, 'None'),
  'agency.changeAgency': (to) => agency.changeAgency(to.scope, id(to, 'agency'), noAgency),
  'agency.endAgency': (to) => agency.endAgency(to.scope, id(to, 'agency'), sinceEver),
  'agency.findAgency': (to) => agency.findAgency(to.scope, id(to, 'agency')),
  'agency.holdAgency': (to) => agency.holdAgency(to.scope, id(to, 'agency')),
  'agency.listAgencies': ({ scope }) => agency.listAgencies(scope),
  'assistant.addAssistant': (to) =>
    assistant.addAssistant(to.scope, {
      person: id(to, 'person'),
      assists: to.scope.person,
      fromOn: sinceEver,
      untilOn: undefined,
    }),
  'assistant.endAssistance': (to) => assistant.endAssistance(to.scope, id(to, 'assistant'), farOff),
  'assistant.findAssistance': (to) => assistant.findAssistance(to.scope, id(to, 'assistant')),
  'assistant.holdAssistance': (to) => assistant.holdAssistance(to.scope, id(to, 'assistant')),
  'assistant.listAssistance': (to) => assistant.listAssistance(to.scope, id(to, 'assistant', 'person_id')),
  'case-team.declareConflict': (to) => caseTeam.declareConflict(to.scope, to.case, to.scope.person, 'None'),
  'case-team.getTeam': (to) => caseTeam.getTeam(to.scope, to.case),
  'case-team.joinTeam': (to) => caseTeam.joinTeam(to.scope, to.case, place(to)),
  'case-team.leaveTeam': (to) => caseTeam.leaveTeam(to.scope, to.case, to.of.people['review-lead'].person),
  'case-team.listOwnCases': ({ scope }) => caseTeam.listOwnCases(scope, { duty: 'enquiries' }),
  'directory-import.addImport': ({ scope }) =>
    directoryImport.addImport(scope, { list: 'people', fileName: 'None', content: nothing }),
  'directory-import.findImport': (to) => directoryImport.findImport(to.scope, id(to, 'directory_import'), ['people']),
  'directory-import.forgetOldImports': ({ scope }) =>
    directoryImport.forgetOldImports({ ...scope, now: new Date('2199-12-31') }),
  'directory-import.holdDirectory': ({ scope }) => directoryImport.holdDirectory(scope),
  'directory-import.holdImport': (to) => directoryImport.holdImport(to.scope, id(to, 'directory_import'), ['people']),
  'directory-import.listColumnMatches': (to) =>
    directoryImport.listColumnMatches(to.scope, id(to, 'column_match', 'list')),
  'directory-import.markWritten': (to) => directoryImport.markWritten(to.scope, id(to, 'directory_import'), nothing),
  'directory-import.readDirectory': ({ scope }) => directoryImport.readDirectory(scope),
  'directory-import.rememberColumns': ({ scope }) =>
    directoryImport.rememberColumns(scope, 'people', new Map([['none', 'person']])),
  'duty-use.listDutyUse': ({ scope }) => dutyUse.listDutyUse(scope),
  'duty-use.sayOfDuty': (to) => dutyUse.sayOfDuty(to.scope, id(to, 'duty_use', 'duty'), noPapers),
  'enquiry.addNote': (to) => enquiry.addNote(to.scope, to.case, 'None'),
  'enquiry.findEnquiry': (to) => enquiry.findEnquiry(to.scope, to.case),
  'enquiry.findNote': (to) => enquiry.findNote(to.scope, to.case, id(to, 'enquiry_note')),
  'enquiry.findSafeAddress': (to) => enquiry.findSafeAddress(to.scope, to.case),
  'enquiry.listEnquiries': ({ scope }) => enquiry.listEnquiries(scope),
  'enquiry.listNotes': (to) => enquiry.listNotes(to.scope, to.case),
  'enquiry.openEnquiry': (to) => enquiry.openEnquiry(to.scope, to.case, opened),
  'example-plan.writePlan': async ({ scope }) => {
    const about = { contact: { words: 'None', email: 'None', phone: 'None' }, localWords: {}, logo: false };
    for (const theirs of examplePartnerships.slice(1))
      await examplePlan.writePlan(scope, { ...planOf(theirs, scope.today), about });
  },
  'gap-answer.acceptGap': (to) =>
    gapAnswer.acceptGap(to.scope, { gap: id(to, 'gap_answer', 'gap'), because: 'None', acceptedUntil: farOff }),
  'gap-answer.findGapAnswer': (to) => gapAnswer.findGapAnswer(to.scope, id(to, 'gap_answer', 'gap')),
  'gap-answer.listGapAnswers': ({ scope }) => gapAnswer.listGapAnswers(scope),
  'gap-answer.withdrawAnswer': (to) => gapAnswer.withdrawAnswer(to.scope, id(to, 'gap_answer', 'gap')),
  'gap-facts.listAssistanceToday': ({ scope }) => gapFacts.listAssistanceToday(scope),
  'gap-facts.listRolesToday': ({ scope }) => gapFacts.listRolesToday(scope),
  'group-roles.listHoldersFor': (to) => groupRoles.listHoldersFor(to.scope, id(to, 'partnership_group')),
  'group-seat.addGroupSeat': (to) =>
    groupSeat.addGroupSeat(to.scope, { group: id(to, 'partnership_group'), agency: undefined, ...since }),
  'group-seat.endGroupSeat': (to) => groupSeat.endGroupSeat(to.scope, id(to, 'group_seat'), farOff),
  'group-seat.fillSeat': (to) =>
    groupSeat.fillSeat(to.scope, id(to, 'group_seat'), { person: id(to, 'person'), deputy: false, fromOn: sinceEver }),
  'group-seat.findGroupSeat': (to) => groupSeat.findGroupSeat(to.scope, id(to, 'group_seat')),
  'group-seat.findSeatHeldBy': (to) => groupSeat.findSeatHeldBy(to.scope, id(to, 'seat_holder')),
  'group-seat.holdGroupSeat': (to) => groupSeat.holdGroupSeat(to.scope, id(to, 'group_seat')),
  'group-seat.holdSeatHeldBy': (to) => groupSeat.holdSeatHeldBy(to.scope, id(to, 'seat_holder')),
  'group-seat.holdSeatsOf': (to) => groupSeat.holdSeatsOf(to.scope, id(to, 'partnership_group')),
  'group-seat.leaveSeat': (to) => groupSeat.leaveSeat(to.scope, id(to, 'seat_holder'), farOff),
  'group-seat.listGroupSeats': ({ scope }) => groupSeat.listGroupSeats(scope),
  'group-seat.listSeatsOf': (to) => groupSeat.listSeatsOf(to.scope, id(to, 'partnership_group')),
  'group.addGroup': ({ scope }) => group.addGroup(scope, { name: 'None' }),
  'group.changeGroup': (to) => group.changeGroup(to.scope, id(to, 'partnership_group'), { name: 'None' }),
  'group.endGroup': (to) => group.endGroup(to.scope, id(to, 'partnership_group'), sinceEver),
  'group.findGroup': (to) => group.findGroup(to.scope, id(to, 'partnership_group')),
  'group.holdGroups': ({ scope }) => group.holdGroups(scope),
  'group.listGroups': ({ scope }) => group.listGroups(scope),
  'induction.listSignedSteps': (to) => induction.listSignedSteps(to.scope, id(to, 'induction_step', 'person_id')),
  'induction.signStep': (to) => induction.signStep(to.scope, id(to, 'person'), 'strange', sinceEver),
  'induction.unsignStep': (to) =>
    induction.unsignStep(to.scope, id(to, 'induction_step', 'person_id'), id(to, 'induction_step', 'step')),
  'logo.changeLogo': ({ scope }) => logo.changeLogo(scope, undefined),
  'logo.findLogo': ({ scope }) => logo.findLogo(scope),
  'other-board.addOtherBoard': (to) =>
    otherBoard.addOtherBoard(to.scope, id(to, 'person'), { board: 'None', capacity: '' }),
  'other-board.endOtherBoard': (to) =>
    otherBoard.endOtherBoard(to.scope, id(to, 'other_board_seat', 'person_id'), id(to, 'other_board_seat'), farOff),
  'other-board.listOtherBoards': (to) => otherBoard.listOtherBoards(to.scope, id(to, 'other_board_seat', 'person_id')),
  'partnership.admit': (to) => partnership.admit(to.scope, id(to, 'account'), id(to, 'person')),
  'partnership.giveRole': (to) =>
    partnership.giveRole(to.scope, id(to, 'person'), { role: 'observer', fromOn: sinceEver }),
  'partnership.listAreas': ({ scope }) => partnership.listAreas(scope),
  'person.addPerson': (to) => person.addPerson(to.scope, { name: 'None', agency: id(to, 'agency') }),
  'person.changePerson': (to) => person.changePerson(to.scope, id(to, 'person'), { name: 'None' }),
  'person.findPerson': (to) => person.findPerson(to.scope, id(to, 'person')),
  'person.holdPerson': (to) => person.holdPerson(to.scope, id(to, 'person')),
  'person.listPeople': ({ scope }) => person.listPeople(scope),
  'person.markLeft': (to) => person.markLeft(to.scope, id(to, 'person'), sinceEver),
  'priority.addPriority': (to) => priority.addPriority(to.scope, { ...noPriority, lead: id(to, 'person') }),
  'priority.changePriority': (to) => priority.changePriority(to.scope, id(to, 'priority'), noPriority),
  'priority.findPriority': (to) => priority.findPriority(to.scope, id(to, 'priority')),
  'priority.listPriorities': ({ scope }) => priority.listPriorities(scope),
  'quorum.getQuorumNeeds': (to) =>
    quorum.getQuorumNeeds(to.scope, { id: id(to, 'partnership_group'), quorumMembers: undefined }),
  'quorum.settleQuorum': (to) =>
    quorum.settleQuorum(to.scope, id(to, 'partnership_group'), { members: undefined, sectors: [] }),
  'reading.listOwnPublished': ({ scope }) => reading.listOwnPublished(scope, sinceEver),
  'role-held.askForFactor': (to) => roleHeld.askForFactor(to.scope, id(to, 'membership', 'person_id')),
  'role-held.endRole': (to) => roleHeld.endRole(to.scope, id(to, 'role_held'), farOff),
  'role-held.findPersonByAccount': (to) => roleHeld.findPersonByAccount(to.scope, String(to.row('account')['email'])),
  'role-held.holdOtherManagers': (to) => roleHeld.holdOtherManagers(to.scope, to.scope.person),
  'role-held.holdRolesHeld': (to) => roleHeld.holdRolesHeld(to.scope, id(to, 'role_held', 'person_id')),
  'role-held.listRolesFor': (to) => roleHeld.listRolesFor(to.scope, id(to, 'role_held', 'agency_id')),
  'role-held.listRolesHeld': (to) => roleHeld.listRolesHeld(to.scope, id(to, 'role_held', 'person_id')),
  'seat.findSeat': ({ scope, of }) => seat.findSeat(scope.db, scope.account, of.partnership, scope.today),
  'seat.listMemberships': ({ scope }) => seat.listMemberships(scope.db, scope.account),
  'seat.listPeopleHolding': ({ scope }) => seat.listPeopleHolding(scope, roleNames),
  'set-up.listSkipped': ({ scope }) => setUp.listSkipped(scope),
  'settings.changeAbout': ({ scope }) => settings.changeAbout(scope, { contact: 'None' }),
  'settings.changeAreas': (to) => settings.changeAreas(to.scope, [id(to, 'partnership_area', 'authority_code')]),
  'settings.findAbout': ({ scope }) => settings.findAbout(scope),
  'settings.holdAbout': ({ scope }) => settings.holdAbout(scope),
  'task.doneByMe': (to) => task.doneByMe(to.scope, taskOf(to)),
  'task.isNeededOfMe': (to) => task.isNeededOfMe(to.scope, taskOf(to)),
  'task.listOwnTasks': ({ scope }) => task.listOwnTasks(scope),
  'task.listRecordsNeededOfMe': (to) => task.listRecordsNeededOfMe(to.scope, id(to, 'task', 'kind')),
  'task.needFrom': (to) => task.needFrom(to.scope, id(to, 'task', 'person_id'), id(to, 'task', 'record_id'), wanted),
  'task.needFromMany': (to) =>
    task.needFromMany(to.scope, [
      { person: id(to, 'task', 'person_id'), record: id(to, 'task', 'record_id'), task: wanted },
    ]),
  'task.neededOfNoneBut': (to) =>
    task.neededOfNoneBut(to.scope, id(to, 'task', 'kind'), id(to, 'task', 'record_id'), []),
  'task.noLongerNeeded': (to) => task.noLongerNeeded(to.scope, id(to, 'task', 'kind'), id(to, 'task', 'record_id')),
  'terms.addTerms': (to) =>
    terms.addTerms(to.scope, id(to, 'partnership_group'), {
      version: 99,
      words: 'None',
      agreedOn: sinceEver,
      reviewOn: undefined,
    }),
  'terms.listTerms': (to) => terms.listTerms(to.scope, id(to, 'partnership_group')),
  'terms.listTermsReviews': ({ scope }) => terms.listTermsReviews(scope),
  'trail.acted': (to) => trail.acted(to.scope, 'export', 'enquiry', { case_id: to.case }),
  'trail.historyOf': async (to) => [
    await trail.historyOf(to.scope, 'enquiry', { case_id: to.case }),
    await trail.historyOf(to.scope, 'agency', { id: id(to, 'agency') }),
  ],
  'trail.looksAt': (to) => trail.looksAt(to.scope, 'enquiry', { case_id: to.case }),
  'trail.viewed': (to) => trail.viewed(to.scope, 'enquiry', { case_id: to.case }),
  'trail.whereIHaveBeen': ({ scope }) => trail.whereIHaveBeen(scope),
  ...ledgerCalls,
  ...leavingCalls,
  ...fileCalls,
};

/** The service's work on a whole partnership, in the scope of the service in A. */
export const serviceCalls: Readonly<Record<string, Call>> = {
  'seal.addSeal': ({ scope, of }) =>
    seals.addSeal(scope, {
      partnership: of.partnership,
      number: 1,
      marks: [markOf(1, 'none')],
      madeAt: scope.now,
      keyId: 'none',
      hash: bytes,
      signature: Buffer.alloc(64),
    }),
  'seal.countUnsealed': ({ scope }) => seals.countUnsealed(scope, 0),
  'seal.findEntryInBrief': (to) => seals.findEntryInBrief(to.scope, Number(to.row('trail_entry')['id'])),
  'seal.findHorizon': ({ scope }) => seals.findHorizon(scope.db),
  'seal.findLastSeal': ({ scope }) => seals.findLastSeal(scope),
  'seal.isSettled': ({ scope }) => seals.isSettled(scope.db, { entry: 1, transaction: '1' }),
  'seal.listMarks': ({ scope }) => seals.listMarks(scope, 0, Number.MAX_SAFE_INTEGER, 10_000),
  'seal.listSeals': ({ scope }) => seals.listSeals(scope, 0, 1000),
  'seal.listUnfollowedTables': ({ scope }) => seals.listUnfollowedTables(scope.db),
  'seal.readInOrder': ({ scope }) => seals.readInOrder(scope),
  ...fileServiceCalls,
};

/** What only the operator's command line calls, for all partnerships or for one that is not there yet. */
export const operators: readonly string[] = [
  'partnership.createPartnership',
  'partnership.holdsExample',
  'partnership.isSlugFree',
  'partnership.listRealSlugs',
];
