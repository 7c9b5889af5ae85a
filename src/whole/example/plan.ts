import type { AgencyKind, Sector, Standing } from '../../partnership/agencies/kinds.ts';
import { addDays } from '../../platform/calendar/days.ts';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import { below, chanceFrom, idsFrom } from '../../platform/chance.ts';
import type { ExamplePartnership, ExamplePerson } from './described.ts';
import { mailboxOf } from './names.ts';
import { planDutyUse, planTransitions } from './plan-past.ts';
import { planAccessReviews, planGapAnswers, planInductions, planLives } from './plan-people.ts';
import { planSeats } from './plan-seats.ts';
import {
  begunOf,
  idOf,
  type Plan,
  type PlannedAgency,
  type PlannedGroup,
  type PlannedPerson,
  type Planning,
} from './planning.ts';
import { termsInWords } from './terms.ts';

/** What `described` comes to when it is made on `today`. */
export function planOf(described: ExamplePartnership, today: PlainDate): Plan {
  const newId = idsFrom(described.slug);
  const chance = chanceFrom(described.slug);
  const ago = (days: number) => addDays(today, -days);
  const agencies = planAgencies(described, newId, ago);
  const everybody = described.people.map(
    (person) => [person, planPerson(person, { described, agencies, newId, chance, ago })] as const,
  );
  const groups = planGroups(described, newId, ago);
  const planning: Planning = { described, newId, chance, ago, agencies, groups, everybody };
  const seated = planSeats(planning);
  return {
    about: described,
    organisations: [...agencies.values()].map(({ organisation: id, name }) => ({ id, name })),
    agencies: [...agencies.values()],
    people: everybody.map(([, person]) => person),
    groups: [...groups.values()],
    ...seated,
    ...planTerms(planning),
    ...planLives(planning),
    gapAnswers: planGapAnswers(planning, seated.seats),
    inductions: planInductions(planning, seated.seats),
    accessReviews: planAccessReviews(planning, seated),
    dutyUse: planDutyUse(planning),
    transitions: planTransitions(planning, seated),
  };
}

type Days = (days: number) => PlainDate;

/** The organisation of a police force is the same wherever it is an agency; any other is the partnership's own. */
const organisationOf = (slug: string, name: string, kind: AgencyKind): string =>
  idsFrom(`organisation ${kind === 'police' ? '' : slug} ${name}`)();

function planAgencies({ slug, agencies }: ExamplePartnership, newId: () => string, ago: Days) {
  const planned = new Map<string, PlannedAgency>();
  for (const { name, kind, standing, domain, parent, ended } of agencies) {
    planned.set(name, {
      id: newId(),
      name,
      kind,
      standing: standing ?? standingOf(kind),
      organisation: organisationOf(slug, name, kind),
      parent: parent === undefined ? undefined : idOf(planned, parent),
      emailDomains: domain === undefined ? [] : [`${domain}.example`],
      endedOn: ended === undefined ? undefined : ago(ended),
    });
  }
  return planned;
}

const statutory: readonly AgencyKind[] = ['local-authority', 'police', 'integrated-care-board'];
const withoutDuty: readonly AgencyKind[] = ['partnership-office', 'independent', 'police-commissioner', 'other'];

const standingOf = (kind: AgencyKind): Standing =>
  statutory.includes(kind) ? 'safeguarding-partner' : withoutDuty.includes(kind) ? 'other' : 'relevant-agency';

type PersonPlanning = Pick<Planning, 'described' | 'agencies' | 'newId' | 'chance' | 'ago'>;

/** Numbers are of those that Ofcom keeps for stories; one in fifteen has no address, as in real lists. */
function planPerson(person: ExamplePerson, { agencies, newId, chance, ago }: PersonPlanning): PlannedPerson {
  const agency = agencies.get(person.agency);
  const [domain = 'independent.example'] = agency?.emailDomains ?? [];
  const number = String(below(chance, 1000)).padStart(3, '0');
  const unknown = person.account === undefined && below(chance, 15) === 0;
  return {
    id: newId(),
    name: person.name,
    jobTitle: person.jobTitle,
    agency: agency?.id,
    workEmail: unknown ? undefined : `${mailboxOf(person.name)}@${domain}`,
    phone: [`01632 960${number}`, `07700 900${number}`, ''][below(chance, 3)] ?? '',
    leftOn: person.left === undefined ? undefined : ago(person.left),
  };
}

function planGroups({ groups }: ExamplePartnership, newId: () => string, ago: Days) {
  const planned = new Map<string, PlannedGroup>();
  for (const group of groups) {
    planned.set(group.name, {
      id: newId(),
      name: group.name,
      kind: group.kind,
      parent: group.parent === undefined ? undefined : idOf(planned, group.parent),
      purpose: group.purpose,
      decides: group.decides ?? '',
      sendsUp: group.sendsUp ?? '',
      quorumMembers: group.quorum?.members,
      fromOn: ago(begunOf(group)),
      endedOn: group.ended === undefined ? undefined : ago(group.ended),
    });
  }
  return planned;
}

function planTerms({ described, groups, ago }: Planning): Pick<Plan, 'needs' | 'terms'> {
  return {
    needs: described.groups.flatMap(({ name, quorum }) =>
      Object.entries(quorum?.needs ?? {}).map(([sector, atLeast]) => ({
        group: idOf(groups, name),
        sector: sector as Sector,
        atLeast,
      })),
    ),
    terms: described.groups.flatMap((group) =>
      group.terms.map(({ agreed, review }, at) => ({
        group: idOf(groups, group.name),
        version: at + 1,
        words: termsInWords(group),
        agreedOn: ago(agreed),
        reviewOn: ago(-review),
      })),
    ),
  };
}
