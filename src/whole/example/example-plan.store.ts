import type { Insertable } from 'kysely';
import type { Scope, Tables } from '../../platform/database/database.ts';
import { exampleLogo } from './logo.ts';
import type { Plan } from './planning.ts';

/**
 * Writes all that is planned for an example, into agency, person, partnership_group and the tables that hang on them: one
 * statement for each table, always in the partnership of this scope.
 */
export async function writePlan(scope: Scope, plan: Plan): Promise<void> {
  const partnership_id = scope.partnership;
  const of = <T>(rows: readonly T[]) => rows.map((row) => ({ partnership_id, ...row }));
  await Promise.all([addOrganisations(scope, plan), sayAbout(scope, plan)]);
  await add(scope, 'agency', of(plan.agencies.map(agencyRow)));
  await add(scope, 'person', of(plan.people.map(personRow)));
  await add(scope, 'partnership_group', of(plan.groups.map(groupRow)));
  await Promise.all([
    add(
      scope,
      'quorum_need',
      of(plan.needs.map(({ group, sector, atLeast }) => ({ group_id: group, sector, at_least: atLeast }))),
    ),
    add(scope, 'terms_of_reference', of(plan.terms.map(termsRow))),
    add(scope, 'group_seat', of(plan.seats.map(seatRow))),
    add(scope, 'seat_holder', of(plan.seats.flatMap(holderRows))),
    add(scope, 'role_held', of(plan.roles.map(roleRow))),
    add(scope, 'priority', of(plan.priorities.map(priorityRow))),
    add(scope, 'assistant', of(plan.assistants.map(assistantRow))),
    add(scope, 'other_board_seat', of(plan.otherBoards.map(otherBoardRow))),
    add(scope, 'gap_answer', of(plan.gapAnswers.map(gapRow))),
    add(scope, 'induction_step', of(plan.inductions.map(stepRow))),
    add(scope, 'access_review', of(plan.accessReviews.map(reviewRow))),
    add(scope, 'access_review_answer', of(plan.accessReviews.flatMap(answerRows))),
    add(scope, 'duty_use', of(plan.dutyUse.map(dutyRow))),
    add(scope, 'transition', of(plan.transitions.map(transitionRow))),
    add(scope, 'transition_item', of(plan.transitions.flatMap(itemRows))),
  ]);
}

type Of<T> = T extends readonly (infer Row)[] ? Row : never;

async function add<Name extends keyof Tables>(
  { db }: Scope,
  table: Name,
  rows: readonly Insertable<Tables[Name]>[],
): Promise<void> {
  if (rows.length) await db.insertInto(table).values(rows).execute();
}

/** Whom to ask, and what things are called here. It is set up. */
const sayAbout = async ({ db, partnership }: Scope, { about: { contact, localWords, logo } }: Plan) =>
  await db
    .updateTable('partnership')
    .set({
      contact: contact.words,
      contact_email: contact.email,
      contact_phone: contact.phone,
      local_words: JSON.stringify(localWords),
      logo: logo ? exampleLogo() : null,
      set_up_step: 'done',
    })
    .where('partnership_id', '=', partnership)
    .execute();

/** A police force may be there already, from the neighbour. */
const addOrganisations = async ({ db }: Scope, { organisations }: Plan) => {
  if (organisations.length)
    await db
      .insertInto('organisation')
      .values([...organisations])
      .onConflict((same) => same.doNothing())
      .execute();
};

const agencyRow = (agency: Of<Plan['agencies']>) => ({
  id: agency.id,
  organisation_id: agency.organisation,
  name: agency.name,
  kind: agency.kind,
  standing: agency.standing,
  parent_id: agency.parent ?? null,
  email_domains: [...agency.emailDomains],
  ended_on: agency.endedOn ?? null,
});

const personRow = (person: Of<Plan['people']>) => ({
  id: person.id,
  name: person.name,
  job_title: person.jobTitle,
  agency_id: person.agency ?? null,
  work_email: person.workEmail ?? null,
  phone: person.phone,
  left_on: person.leftOn ?? null,
});

const groupRow = (group: Of<Plan['groups']>) => ({
  id: group.id,
  name: group.name,
  kind: group.kind,
  parent_id: group.parent ?? null,
  purpose: group.purpose,
  decides: group.decides,
  sends_up: group.sendsUp,
  quorum_members: group.quorumMembers ?? null,
  from_on: group.fromOn ?? null,
  ended_on: group.endedOn ?? null,
});

const termsRow = ({ group, version, words, agreedOn, reviewOn }: Of<Plan['terms']>) => ({
  group_id: group,
  version,
  words,
  agreed_on: agreedOn,
  review_on: reviewOn,
});

const seatRow = ({ id, group, agency, capacity, fromOn, untilOn }: Of<Plan['seats']>) => ({
  id,
  group_id: group,
  agency_id: agency ?? null,
  capacity,
  from_on: fromOn,
  until_on: untilOn ?? null,
});

const holderRows = ({ id: seat, holders }: Of<Plan['seats']>) =>
  holders.map(({ id, person, deputy, fromOn, untilOn }) => ({
    id,
    seat_id: seat,
    person_id: person,
    deputy,
    from_on: fromOn,
    until_on: untilOn ?? null,
  }));

const roleRow = ({ id, person, role, agency, group, fromOn, untilOn }: Of<Plan['roles']>) => ({
  id,
  person_id: person,
  role,
  agency_id: agency ?? null,
  group_id: group ?? null,
  from_on: fromOn,
  until_on: untilOn ?? null,
});

const priorityRow = ({ id, name, lead, fromOn, untilOn }: Of<Plan['priorities']>) => ({
  id,
  name,
  lead_id: lead ?? null,
  from_on: fromOn,
  until_on: untilOn ?? null,
});

const assistantRow = ({ id, person, assists, fromOn, untilOn }: Of<Plan['assistants']>) => ({
  id,
  person_id: person,
  assists_id: assists,
  from_on: fromOn,
  until_on: untilOn ?? null,
});

const otherBoardRow = ({ id, person, board, capacity, untilOn }: Of<Plan['otherBoards']>) => ({
  id,
  person_id: person,
  board,
  capacity,
  until_on: untilOn ?? null,
});

const gapRow = ({ gap, because, acceptedUntil, answeredBy, answeredOn }: Of<Plan['gapAnswers']>) => ({
  gap,
  because,
  accepted_until: acceptedUntil,
  answered_by: answeredBy,
  answered_on: answeredOn,
});

const stepRow = ({ person, step, doneOn, signedBy }: Of<Plan['inductions']>) => ({
  person_id: person,
  step,
  done_on: doneOn,
  signed_by: signedBy,
});

const reviewRow = ({ id, begunOn, finishedOn }: Of<Plan['accessReviews']>) => ({
  id,
  begun_on: begunOn,
  finished_on: finishedOn,
});

const answerRows = ({ id: review, answers }: Of<Plan['accessReviews']>) =>
  answers.map(({ person, answer, answeredBy, answeredOn }) => ({
    review_id: review,
    person_id: person,
    answer,
    answered_by: answeredBy,
    answered_on: answeredOn,
  }));

const dutyRow = ({ duty, inUse, assessedOn, agreedOn }: Of<Plan['dutyUse']>) => ({
  duty,
  in_use: inUse,
  assessed_on: assessedOn ?? null,
  agreed_on: agreedOn ?? null,
});

const transitionRow = ({ id, from, to, begunOn, doneOn }: Of<Plan['transitions']>) => ({
  id,
  from_regime: from,
  to_regime: to,
  begun_on: begunOn,
  done_on: doneOn,
});

const itemRows = ({ id: transition, answeredBy, doneOn, items }: Of<Plan['transitions']>) =>
  items.map(({ kind, id, title, ends }) => ({
    transition_id: transition,
    kind,
    record_id: id,
    title,
    answer: ends ? ('ended' as const) : ('carried' as const),
    because: ends ? 'It ended with the arrangements that went before' : '',
    answered_by: answeredBy,
    answered_on: doneOn,
  }));
