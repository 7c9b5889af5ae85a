import { listAgencies } from '../../partnership/agencies/agency.store.ts';
import { listGroups } from '../../partnership/groups/group.store.ts';
import { listPeople } from '../../partnership/people/person.store.ts';
import type { Scope } from '../../platform/database/database.ts';
import { countEvidenceOf, listWholeActions } from '../actions/action-list.store.ts';
import { Names } from './names.ts';
import { spokenOf, type TrackerHere } from './plan.ts';
import type { TrackerRow } from './read-row.ts';
import { listWordsSaid } from './tracker.store.ts';

/** More than any partnership has: a row is compared with every action, or two would be made of one. */
const everyAction = 1_000_000;

/** The names of everybody, every agency and every group. */
export async function readNamesHere(scope: Scope): Promise<Names> {
  const [agencies, people, groups] = await Promise.all([listAgencies(scope), listPeople(scope), listGroups(scope)]);
  return new Names({ agencies, people, groups }, scope.today);
}

/** What rows are read against: every action, and what was said of those that they speak of. */
export async function readHere(scope: Scope, rows: readonly TrackerRow[]): Promise<TrackerHere> {
  const [names, actions] = await Promise.all([readNamesHere(scope), listWholeActions(scope, {}, everyAction)]);
  const ids = [...new Set(spokenOf(rows, { actions, names }))];
  const [evidence, said] = await Promise.all([countEvidenceOf(scope, ids), listWordsSaid(scope, ids)]);
  return { actions, evidence, said, names };
}
