import type { GroupKind } from './group.store.ts';
import type { Capacity } from './group-seat.store.ts';

/** The layers of a partnership, from the top. */
export const layerNames = ['top', 'executive', 'wider', 'groups', 'tasks'] as const;
export type Layer = (typeof layerNames)[number];

/** What sort of group it is, and the layer it stands on. What a partnership calls it is in `kind-words.ts`. */
export const groupKinds = {
  board: { title: 'Board', layer: 'top' },
  'chief-officers': { title: 'Chief officers’ group', layer: 'top' },
  'joint-chairs': { title: 'Joint chairs’ meeting', layer: 'top' },
  executive: { title: 'Executive', layer: 'executive' },
  'co-ordinating': { title: 'Co-ordinating group', layer: 'executive' },
  forum: { title: 'Forum of the wider partnership', layer: 'wider' },
  'sub-group': { title: 'Sub-group', layer: 'groups' },
  panel: { title: 'Panel', layer: 'groups' },
  'task-and-finish': { title: 'Task and finish group', layer: 'tasks' },
} as const satisfies Record<GroupKind, { title: string; layer: Layer }>;
export const groupKindNames = Object.keys(groupKinds) as GroupKind[];

/** As what a seat is held, the chair first. */
export const capacities = {
  chair: 'Chair',
  'vice-chair': 'Vice-chair',
  member: 'Member',
  adviser: 'Adviser',
  'in-attendance': 'In attendance',
  observer: 'Observer',
} as const satisfies Record<Capacity, string>;
export const capacityNames = Object.keys(capacities) as Capacity[];

/** Whether a seat of this capacity takes part in decisions, and so counts towards a quorum. */
export const countsInQuorum = (capacity: Capacity): boolean =>
  capacity === 'chair' || capacity === 'vice-chair' || capacity === 'member';

/** Whether a group still sat on `today`: its last day is one of its days. */
export const isLive = ({ endedOn }: { endedOn: string | undefined }, today: string): boolean =>
  endedOn === undefined || endedOn >= today;
