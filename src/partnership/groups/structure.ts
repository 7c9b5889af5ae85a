import { allowed, type Ruling, refuse } from '../directory/ruling.ts';
import type { Group } from './group.store.ts';

/** A group and those that report to it, by name. */
export interface GroupNode {
  group: Group;
  below: readonly GroupNode[];
}

/**
 * The groups as a tree of who reports to whom.
 *
 * Every group stands in it once. One whose parent is not among `groups` stands at the top; where data holds a ring, one of the
 * ring does.
 */
export function treeOf(groups: readonly Group[]): GroupNode[] {
  const known = new Set(groups.map(({ id }) => id));
  const children = Map.groupBy(groups, ({ parent }) =>
    parent !== undefined && known.has(parent) ? parent : undefined,
  );
  const placed = new Set<string>();
  const nodeOf = (group: Group): GroupNode => {
    placed.add(group.id);
    const below = (children.get(group.id) ?? []).filter(({ id }) => !placed.has(id)).map(nodeOf);
    return { group, below };
  };
  const top = (children.get(undefined) ?? []).map(nodeOf);
  for (const group of groups) if (!placed.has(group.id)) top.push(nodeOf(group));
  return top;
}

export type ParentRefusal = 'unknown' | 'ended' | 'itself' | 'ring';

/**
 * Whether a group may report to `parent`: not to itself, nor to one that reports to it over any number of steps.
 *
 * @param id the group; undefined for one that is yet to be made
 */
export function rulingOnParent(
  groups: readonly Group[],
  id: string | undefined,
  parent: string,
): Ruling<ParentRefusal> {
  const byId = new Map(groups.map((group) => [group.id, group]));
  const found = byId.get(parent);
  if (!found) return refuse('unknown');
  if (parent === id) return refuse('itself');
  const seen = new Set<string>();
  for (let at: Group | undefined = found; at && !seen.has(at.id); at = byId.get(at.parent ?? '')) {
    if (at.id === id) return refuse('ring');
    seen.add(at.id);
  }
  if (found.endedOn !== undefined && byId.get(id ?? '')?.parent !== parent) return refuse('ended');
  return allowed;
}

export type GroupEndRefusal = 'ended-already' | 'before-it-began' | 'somebody-later';

/** Whether the group's last day may be `endedOn`: no seat of it, and nobody in one, may begin after that. */
export function rulingOnEnding(
  group: Group,
  seats: readonly { fromOn: string; holders: readonly { fromOn: string }[] }[],
  endedOn: string,
): Ruling<GroupEndRefusal> {
  if (group.endedOn !== undefined) return refuse('ended-already');
  if (group.fromOn !== undefined && endedOn < group.fromOn) return refuse('before-it-began');
  const later = seats.some(({ fromOn, holders }) =>
    [fromOn, ...holders.map((one) => one.fromOn)].some((day) => day > endedOn),
  );
  return later ? refuse('somebody-later') : allowed;
}
