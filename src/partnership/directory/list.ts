import { filterOf, type ListAddress } from '../../platform/ui/patterns.tsx';

/** How many rows a list of the directory shows on a page. */
export const perPage = 50;

/** The rows of the page that the list's address asks for. */
export const rowsOnPage = <Row>(rows: readonly Row[], { page }: ListAddress): readonly Row[] =>
  rows.slice((page - 1) * perPage, page * perPage);

/** Whether something that may have a last day is over on `today`. */
export const isOver = (lastDay: string | undefined, today: string): boolean => lastDay !== undefined && lastDay < today;

/** `now` for what goes on, `ended` for what is over, `all` for both. */
export type WhetherOver = 'now' | 'ended' | 'all';

export const whetherOver = (list: ListAddress): WhetherOver => {
  const asked = filterOf(list, 'state');
  return asked === 'ended' || asked === 'all' ? asked : 'now';
};

/** Whether something with this last day belongs into the list. */
export const belongs = (asked: WhetherOver, lastDay: string | undefined, today: string): boolean =>
  asked === 'all' || isOver(lastDay, today) === (asked === 'ended');
