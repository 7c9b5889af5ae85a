import { isPlainDate, type PlainDate } from '../../platform/calendar/plain-date.ts';
import type { Scope } from '../../platform/database/database.ts';
import { addAgency, changeAgency, endAgency } from '../agencies/agency.store.ts';
import { kindNamed, type Standing } from '../agencies/kinds.ts';
import { addGroup, changeGroup, endGroup, type GroupKind } from '../groups/group.store.ts';
import { addGroupSeat, type Capacity, endGroupSeat, fillSeat, leaveSeat } from '../groups/group-seat.store.ts';
import { addPerson, changePerson, markLeft } from '../people/person.store.ts';
import type { Directory, Facts, Kind } from './directory.ts';
import type { Change } from './draft.ts';

/** Writes what was planned, in the caller's transaction: all of it or, when anything fails, nothing. */
export async function writePlan(scope: Scope, directory: Directory, changes: readonly Change[]): Promise<void> {
  const writer = new Writer(scope, directory);
  for (const kind of ['agency', 'group', 'person', 'seat', 'holder'] as const) {
    const ofKind = changes.filter((change) => change.kind === kind);
    for (const { key, facts } of ofKind.filter(({ isNew }) => isNew)) await writer.add(kind, key, facts);
    for (const { key, facts } of ofKind.filter(({ isNew }) => !isNew)) await writer.change(kind, key, facts);
  }
}

/** Gives new records their identifiers, and puts those where others name them. */
class Writer {
  readonly #ids = new Map<string, string>();
  readonly #scope: Scope;
  readonly #directory: Directory;

  constructor(scope: Scope, directory: Directory) {
    this.#scope = scope;
    this.#directory = directory;
  }

  async add(kind: Kind, key: string, facts: Facts): Promise<void> {
    this.#ids.set(key, await this.#made(kind, facts));
  }

  async #made(kind: Kind, facts: Facts): Promise<string> {
    switch (kind) {
      case 'agency':
        return await this.#addAgency(facts);
      case 'group':
        return await this.#addGroup(facts);
      case 'person':
        return await this.#addPerson(facts);
      case 'seat':
        return await this.#addSeat(facts);
      case 'holder':
        return await this.#addHolder(facts);
    }
  }

  /** Seats and their holders are never changed by a file, only added. */
  async change(kind: Kind, key: string, facts: Facts): Promise<void> {
    const { agencies, groups, people } = this.#directory;
    if (kind === 'agency') {
      const agency = agencies.find(({ id }) => id === key);
      if (agency) await changeAgency(this.#scope, key, { ...agency, ...this.#agency(facts) });
    } else if (kind === 'group') {
      const group = groups.find(({ id }) => id === key);
      if (group) await changeGroup(this.#scope, key, { ...group, ...this.#group(facts) });
    } else if (kind === 'person') {
      const person = people.find(({ id }) => id === key);
      if (person) await changePerson(this.#scope, key, { ...person, ...this.#person(facts) });
    }
  }

  /** The identifier of what a fact names. */
  #idOf(key = ''): string | undefined {
    return this.#ids.get(key) ?? (key || undefined);
  }

  #agency = (facts: Facts) => ({
    name: facts['name'] ?? '',
    kind: kindNamed(facts['kind'] ?? ''),
    standing: facts['standing'] as Standing,
    parent: this.#idOf(facts['parent']),
    emailDomains: (facts['emailDomains'] ?? '').split(' ').filter(Boolean),
  });

  #group = (facts: Facts) => ({
    name: facts['name'] ?? '',
    kind: facts['kind'] as GroupKind,
    parent: this.#idOf(facts['parent']),
    purpose: facts['purpose'] ?? '',
    decides: facts['decides'] ?? '',
    sendsUp: facts['sendsUp'] ?? '',
    quorumMembers: facts['quorumMembers'] ? Number(facts['quorumMembers']) : undefined,
    fromOn: dayOf(facts['fromOn']),
  });

  #person = (facts: Facts) => ({
    name: facts['name'] ?? '',
    jobTitle: facts['jobTitle'] ?? '',
    agency: this.#idOf(facts['agency']),
    workEmail: facts['workEmail'] || undefined,
    phone: facts['phone'] ?? '',
  });

  async #addAgency(facts: Facts): Promise<string> {
    const id = await addAgency(this.#scope, this.#agency(facts));
    const ended = dayOf(facts['endedOn']);
    if (ended) await endAgency(this.#scope, id, ended);
    return id;
  }

  async #addGroup(facts: Facts): Promise<string> {
    const id = await addGroup(this.#scope, this.#group(facts));
    const ended = dayOf(facts['endedOn']);
    if (ended) await endGroup(this.#scope, id, ended);
    return id;
  }

  async #addPerson(facts: Facts): Promise<string> {
    const id = await addPerson(this.#scope, this.#person(facts));
    const left = dayOf(facts['leftOn']);
    if (left) await markLeft(this.#scope, id, left);
    return id;
  }

  async #addSeat(facts: Facts): Promise<string> {
    const id = await addGroupSeat(this.#scope, {
      group: this.#idOf(facts['group']) ?? '',
      agency: this.#idOf(facts['agency']),
      capacity: facts['capacity'] as Capacity,
      fromOn: dayOf(facts['fromOn']) ?? this.#scope.today,
    });
    const until = dayOf(facts['untilOn']);
    if (until) await endGroupSeat(this.#scope, id, until);
    return id;
  }

  async #addHolder(facts: Facts): Promise<string> {
    const id = await fillSeat(this.#scope, this.#idOf(facts['seat']) ?? '', {
      person: this.#idOf(facts['person']) ?? '',
      deputy: facts['deputy'] === 'yes',
      fromOn: dayOf(facts['fromOn']) ?? this.#scope.today,
    });
    const until = dayOf(facts['untilOn']);
    if (until) await leaveSeat(this.#scope, id, until);
    return id;
  }
}

const dayOf = (day = ''): PlainDate | undefined => (isPlainDate(day) ? day : undefined);
