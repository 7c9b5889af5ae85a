import { inductionStepNames } from '../../partnership/people/induction.ts';
import { addDays } from '../../platform/calendar/days.ts';
import { below } from '../../platform/chance.ts';
import { type AccessAnswer, findPerson, idOf, type Plan, type Planning } from './planning.ts';

/** What else is known of people: what they lead, whom they assist, where they sit besides. */
export function planLives(planning: Planning): Pick<Plan, 'priorities' | 'assistants' | 'otherBoards'> {
  const { described, newId, ago } = planning;
  const until = (ended: number | undefined) => (ended === undefined ? undefined : ago(ended));
  return {
    priorities: described.priorities.map(({ name, lead, begun, ended }) => ({
      id: newId(),
      name,
      lead: lead === undefined ? undefined : findPerson(planning, lead)[1].id,
      fromOn: ago(begun),
      untilOn: until(ended),
    })),
    assistants: described.assistants.map(({ name, assists, ended }) => ({
      id: newId(),
      person: findPerson(planning, name)[1].id,
      assists: findPerson(planning, assists)[1].id,
      fromOn: ago(500),
      untilOn: until(ended),
    })),
    otherBoards: described.otherBoards.map(({ name, board, capacity = '', ended }) => ({
      id: newId(),
      person: findPerson(planning, name)[1].id,
      board,
      capacity,
      untilOn: until(ended),
    })),
  };
}

/** Who does what the office does. */
export const managerOf = ({ everybody }: Planning): string =>
  everybody.find(([{ roles }]) => roles.includes('business-manager'))?.[1].id ?? '';

/** Whoever came into a seat after somebody else has been shown some of what there is to see, a step a week. */
export function planInductions(planning: Planning, seats: Plan['seats']): Plan['inductions'] {
  const { chance, ago } = planning;
  const signedBy = managerOf(planning);
  const begun = new Map<string, Plan['seats'][number]['fromOn']>();
  for (const { holders } of seats) {
    const [, ...later] = holders.filter(({ deputy }) => !deputy);
    for (const { person, fromOn } of later) if (fromOn < (begun.get(person) ?? '9999')) begun.set(person, fromOn);
  }
  return [...begun].flatMap(([person, fromOn]) =>
    inductionStepNames
      .slice(0, 2 + below(chance, inductionStepNames.length - 1))
      .map((step, at) => ({ person, step, doneOn: addDays(fromOn, 7 * (at + 1)), signedBy }))
      .filter(({ doneOn }) => doneOn <= ago(0)),
  );
}

/** The empty seats that were accepted, under the names that gaps have. */
export function planGapAnswers(planning: Planning, seats: Plan['seats']): Plan['gapAnswers'] {
  const { described, agencies, groups, ago } = planning;
  return described.acceptedGaps.map(({ group, agency, because, until }) => {
    const seat = seats.find((one) => one.group === idOf(groups, group) && one.agency === idOf(agencies, agency));
    if (!seat) throw new Error(`the example describes no seat of ${agency} in ${group}`);
    const answered = { answeredBy: managerOf(planning), answeredOn: ago(70) };
    return { gap: `empty-seat ${seat.id}`, because, acceptedUntil: ago(-until), ...answered };
  });
}

/** A year ago the office asked of everybody with a role whether they still need their access. */
export function planAccessReviews(planning: Planning, { roles }: Pick<Plan, 'roles'>): Plan['accessReviews'] {
  const { newId, ago, everybody } = planning;
  const [begunOn, finishedOn] = [ago(345), ago(320)];
  const holding = new Set(
    roles
      .filter(({ fromOn, untilOn }) => fromOn <= begunOn && (untilOn ?? finishedOn) >= begunOn)
      .map(({ person }) => person),
  );
  const answers = everybody
    .filter(([{ roles: own, days }, { id }]) => (own.length > 0 && days === undefined) || holding.has(id))
    .map(
      ([, { id: person, leftOn }]): AccessAnswer => ({
        person,
        answer: leftOn !== undefined && leftOn < ago(280) ? 'ends' : 'keeps',
        answeredBy: managerOf(planning),
        answeredOn: ago(330),
      }),
    );
  return [{ id: newId(), begunOn, finishedOn, answers }];
}
