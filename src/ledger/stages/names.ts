import { listAgencies } from '../../partnership/agencies/agency.store.ts';
import { listPeople } from '../../partnership/people/person.store.ts';
import { formatDay } from '../../platform/calendar/in-words.ts';
import { isPlainDate } from '../../platform/calendar/plain-date.ts';
import type { Scope } from '../../platform/database/database.ts';

/** The names of everybody and of every agency, by id. */
export async function readNames(scope: Scope): Promise<ReadonlyMap<string, string>> {
  const [people, agencies] = await Promise.all([listPeople(scope), listAgencies(scope)]);
  return new Map([...people, ...agencies].map(({ id, name }) => [id, name]));
}

/** A day of a history in words. */
export const sayDay = (value: string): string => (isPlainDate(value) ? formatDay(value, 'plain') : value);
