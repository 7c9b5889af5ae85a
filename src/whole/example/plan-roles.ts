import type { Role } from '../../partnership/roles.ts';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { ExamplePerson } from './described.ts';
import type { SeatMade } from './plan-seats.ts';
import type { PlannedPerson, PlannedRole, Planning } from './planning.ts';

type Held = Omit<PlannedRole, 'id' | 'untilOn'> & { untilOn?: PlainDate | undefined };

/** What people hold because of their seats and their work. Whoever is named one by one has the roles they are named with. */
export function planRoles(planning: Planning, seats: readonly SeatMade[]): PlannedRole[] {
  const held = new Map<string, Held>();
  for (const [person, planned] of planning.everybody) {
    if (person.roles.length > 0) continue;
    for (const one of [...ofWork(planning, person, planned), ...ofSeats(planning, seats, person, planned)])
      join(held, one);
  }
  return [...held.values()].map(({ untilOn, ...role }) => ({
    id: planning.newId(),
    ...role,
    ...(untilOn !== undefined && { untilOn }),
  }));
}

/** One role held in several seats is held once, from the first day to the last. */
function join(held: Map<string, Held>, role: Held): void {
  const key = `${role.person} ${role.role} ${role.group ?? ''}`;
  const known = held.get(key);
  if (!known) {
    held.set(key, role);
    return;
  }
  const fromOn = known.fromOn < role.fromOn ? known.fromOn : role.fromOn;
  held.set(key, { ...known, fromOn, untilOn: later(known.untilOn, role.untilOn) });
}

type Last = PlainDate | undefined;

/** The later of two last days; whatever goes on without one is later than any. */
function later(one: Last, other: Last): Last {
  if (one === undefined || other === undefined) return undefined;
  return one > other ? one : other;
}

const works: readonly (readonly [RegExp, Role])[] = [
  [/safeguarding lead$/i, 'agency-safeguarding-lead'],
  [
    /^(Social worker|Family support worker|Youth justice officer|Safeguarding midwife|Children’s worker)$/,
    'practitioner',
  ],
  [/^(Executive assistant|Staff officer|Administrator)$/, 'named-assistant'],
  [/^(Designated doctor|Designated nurse)/, 'designated-nurse-or-doctor'],
];

function ofWork({ ago }: Planning, { jobTitle, left }: ExamplePerson, { id, agency }: PlannedPerson): Held[] {
  const untilOn = left === undefined ? undefined : ago(left);
  return works
    .filter(([title]) => title.test(jobTitle))
    .map(([, role]) => ({
      person: id,
      role,
      fromOn: ago(725),
      untilOn,
      ...(agency !== undefined && role === 'agency-safeguarding-lead' && { agency }),
    }));
}

function ofSeats(
  { agencies, described }: Planning,
  seats: readonly SeatMade[],
  { jobTitle }: ExamplePerson,
  { id }: PlannedPerson,
): Held[] {
  const kindOf = new Map(described.groups.map(({ name, kind }) => [name, kind]));
  return seats.flatMap(({ group, seat, planned }) =>
    planned.holders
      .filter(({ person }) => person === id)
      .map(({ deputy, fromOn, untilOn }) => {
        const statutory = agencies.get(seat.agency ?? '')?.standing === 'safeguarding-partner';
        const role = roleIn({ kind: kindOf.get(group.name), capacity: planned.capacity, deputy, statutory, jobTitle });
        return {
          person: id,
          role,
          fromOn,
          untilOn,
          ...(role === 'sub-group-chair' && { group: planned.group }),
          ...(role.endsWith('-representative') && planned.agency !== undefined && { agency: planned.agency }),
        };
      }),
  );
}

interface Sitting {
  kind: string | undefined;
  capacity: string;
  deputy: boolean;
  statutory: boolean;
  jobTitle: string;
}

/** Those who come to a group for what they do there, whatever their capacity. */
const titled: readonly (readonly [RegExp, Role])[] = [
  [/^Solicitor/, 'legal-adviser'],
  [/^Lay member/, 'lay-member'],
  [/scrutineer$/, 'scrutineer'],
  [/trainer$/, 'trainer'],
  [/^(Data and quality analyst|Partnership officer)$/, 'business-support'],
];

function roleIn({ kind, capacity, deputy, statutory, jobTitle }: Sitting): Role {
  const [, byTitle] = titled.find(([title]) => title.test(jobTitle)) ?? [];
  if (byTitle) return byTitle;
  if (deputy) return 'deputy-representative';
  if (capacity === 'observer') return 'observer';
  if (kind === 'chief-officers' && statutory) return 'lead-safeguarding-partner';
  if (kind === 'executive' && statutory) return 'safeguarding-partner-delegate';
  if (capacity === 'chair') return 'sub-group-chair';
  return 'agency-representative';
}
