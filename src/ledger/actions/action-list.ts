import type { SeatedScope } from '../../partnership/doors.ts';
import { may } from '../../platform/access/permit.ts';
import { addDays } from '../../platform/calendar/days.ts';
import { isId } from '../../platform/database/ids.ts';
import { filterOf, type ListAddress, readListAddress } from '../../platform/ui/patterns.tsx';
import { type Action, priorities, sourceKinds, states } from './action.ts';
import { type ActionOrder, type Asked, actionOrders, type Stretch } from './action-list.store.ts';

/** Those who see only what is theirs: whoever they are, of whichever agency. */
type Onlooker = Pick<SeatedScope, 'permissions' | 'person' | 'seat'>;

/** How many actions a list shows on a page. */
export const rowsPerPage = 100;

/** Whose actions a list shows, besides everybody's. */
export const views = {
  mine: 'Mine',
  'my-agency': 'My agency’s',
  nobody: 'Nobody’s',
  verify: 'To be verified',
  time: 'More time is asked for',
  blocked: 'Something is in the way',
} as const;
type View = keyof typeof views;

export const actionFilters = ['text', 'view', 'state', 'agency', 'group', 'source', 'priority', 'due'] as const;

/** Where a list of actions stands. @param query of the request */
export const readActionAddress = (slug: string, query: unknown): ListAddress =>
  readListAddress(`/${slug}/actions`, query as Record<string, unknown>, {
    filters: actionFilters,
    sorts: actionOrders,
  });

/** The order and the stretch of a list's page. */
export function stretchOf({ sort, page }: ListAddress): Stretch {
  const order = actionOrders.find((one) => one === sort?.replace(/^-/, ''));
  return {
    ...(order && { order: order satisfies ActionOrder }),
    downwards: sort?.startsWith('-') ?? false,
    limit: rowsPerPage,
    offset: (page - 1) * rowsPerPage,
  };
}

/** What a list's address asks for. What it does not know is left out: an old link shows the list, not an error. */
export function askedBy(list: ListAddress, scope: Onlooker & Pick<SeatedScope, 'today'>): Asked {
  const text = filterOf(list, 'text');
  const [agency, group] = [filterOf(list, 'agency'), filterOf(list, 'group')];
  const source = keyIn(sourceKinds, filterOf(list, 'source'));
  const priority = keyIn(priorities, filterOf(list, 'priority'));
  return {
    ...limitsOf(scope),
    ...standingAsked(list),
    ...viewAsked(keyIn(views, filterOf(list, 'view')), scope),
    ...(text && { text }),
    ...(isId(agency) && { agency }),
    ...(isId(group) && { group }),
    ...(source && { sourceKind: source }),
    ...(priority && { priority }),
    ...dueAsked(filterOf(list, 'due'), scope),
  };
}

/** What narrows every list for those who see only what is theirs. */
export const limitsOf = (scope: Onlooker): Asked =>
  may(scope, 'actions.read') ? {} : { visibleTo: { person: scope.person, agency: scope.seat.agency } };

const keyIn = <Name extends string>(all: Readonly<Record<Name, unknown>>, text: string): Name | undefined =>
  (Object.keys(all) as Name[]).find((name) => name === text);

function standingAsked(list: ListAddress): Asked {
  const state = filterOf(list, 'state');
  const view = filterOf(list, 'view');
  if (state === 'all' || (state === '' && view === 'verify')) return {};
  return { standing: keyIn(states, state) ?? 'open' };
}

function viewAsked(view: View | undefined, { person, seat }: Onlooker): Asked {
  switch (view) {
    case 'mine':
      return { owner: person };
    case 'my-agency':
      return seat.agency === undefined ? { owner: person } : { agency: seat.agency };
    case 'nobody':
      return { unowned: true };
    case 'verify':
      return { standing: 'claimed-done' };
    case 'time':
      return { timeAsked: true };
    case 'blocked':
      return { blocked: true };
    case undefined:
      return {};
  }
}

function dueAsked(due: string, { today }: Pick<SeatedScope, 'today'>): Asked {
  if (due === 'week') return { dueFrom: today, dueUntil: addDays(today, 6) };
  if (due === 'month') return { dueFrom: today, dueUntil: addDays(today, 30) };
  return {};
}

/**
 * Whether the person of the scope may know of an action: all of them, or those that they own or that their agency leads or
 * contributes to.
 */
export const isVisibleTo =
  (scope: Onlooker) =>
  ({ owner, leadAgency, contributors }: Pick<Action, 'owner' | 'leadAgency' | 'contributors'>): boolean => {
    if (may(scope, 'actions.read')) return true;
    if (!may(scope, 'actions.read-own')) return false;
    const { agency } = scope.seat;
    return owner === scope.person || (agency !== undefined && (leadAgency === agency || contributors.includes(agency)));
  };

/** The action, unless it is one that the person of the scope may not know of: then it is as if it did not exist. */
export const seenBy = (scope: Onlooker, action: Action | undefined): Action | undefined =>
  action && isVisibleTo(scope)(action) ? action : undefined;
