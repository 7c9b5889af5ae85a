import { isOn } from '../groups/seats.ts';
import { isRole, type Role, roles } from '../roles.ts';
import { type GapFacts, isHere, liveSeats, rolesToday, speakerIn } from './facts.ts';
import { type Gap, ownRule } from './gap.ts';

/** How many seats one person may sit in before that is a gap. */
export const mostSeats = 5;

/** Somebody who sits in more than five seats today; where they deputise does not count. */
export function overSeated(facts: GapFacts): Gap[] {
  const sitting = liveSeats(facts).flatMap((seat) => speakerIn(seat, facts) ?? []);
  return [...Map.groupBy(sitting, ({ id }) => id).values()]
    .filter((seats) => seats.length > mostSeats)
    .flatMap((seats): Gap[] =>
      seats.slice(0, 1).map(({ id, name }) => ({
        rule: 'too-many-seats',
        about: id,
        says: `${name} sits in ${seats.length} seats`,
        asks: ownRule(`Nobody sits in more than ${mostSeats} seats`),
        link: `/people/${id}`,
        severity: 'work',
      })),
    );
}

/** A deputy of a seat, or a named assistant, who has left the partnership. */
export function helpersGone(facts: GapFacts): Gap[] {
  const { people, today } = facts;
  const byId = new Map(people.map((person) => [person.id, person]));
  const gone = (id: string) => !isHere(byId.get(id), today);
  const called = (id: string) => byId.get(id)?.name ?? 'Somebody not known';
  const deputies = liveSeats(facts).flatMap(({ id: seat, holders }) =>
    holders
      .filter((holder) => holder.deputy && isOn(holder, today) && gone(holder.person))
      .map(
        ({ person }): Omit<Gap, 'rule' | 'asks' | 'severity'> => ({
          about: seat,
          says: `${called(person)} is still named as deputy in a seat, and has left`,
          link: `/groups/seats/${seat}`,
        }),
      ),
  );
  const assistants = facts.assistance
    .filter((one) => isOn(one, today) && gone(one.person))
    .map(({ id, person, assists }) => ({
      about: id,
      says: `${called(person)} is still named as assistant of ${called(assists)}, and has left`,
      link: `/people/${assists}`,
    }));
  const asks = ownRule('Whoever is named as deputy or assistant is there to help');
  return [...deputies, ...assistants].map((gap) => ({ rule: 'left-helper', ...gap, asks, severity: 'order' }));
}

/** Roles for which nobody need speak for an agency. */
const forNoAgency: ReadonlySet<Role> = new Set([
  'independent-chair',
  'scrutineer',
  'lay-member',
  'legal-adviser',
  'trainer',
  'observer',
  'review-lead',
  'inspector',
]);

/** Somebody who holds a role that speaks for an agency, without one: neither they nor the role name it. */
export function withoutAgency(facts: GapFacts): Gap[] {
  const held = rolesToday(facts).filter(
    ({ agency, role }) => agency === undefined && isRole(role) && !forNoAgency.has(role),
  );
  const byPerson = Map.groupBy(held, ({ person }) => person);
  return facts.people
    .filter(({ id, agency }) => agency === undefined && byPerson.has(id))
    .map(({ id, name }) => ({
      rule: 'no-agency',
      about: id,
      says: `${name} is ${rolesInWords(byPerson.get(id) ?? [])}, and speaks for no agency`,
      asks: ownRule('Whoever holds a role, unless it is an independent one, speaks for an agency'),
      link: `/people/${id}`,
      severity: 'order',
    }));
}

const rolesInWords = (held: readonly { role: string }[]): string =>
  [...new Set(held.map(({ role }) => (isRole(role) ? roles[role].title.toLowerCase() : role)))].join(' and ');
