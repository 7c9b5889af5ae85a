/** Where a list stands: what it is narrowed to, how it is ordered and which page of it. All of it is in the URL. */
export interface ListAddress {
  path: string;
  /** The filters in use; one that is empty is not in use. */
  filters: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** A column's name, with a minus before it for the last first: `dueOn`, `-dueOn`. */
  sort?: string;
  /** From 1. */
  page: number;
}

/** What a list can be narrowed to and ordered by. */
export interface ListOptions {
  filters: readonly string[];
  sorts: readonly string[];
}

/**
 * Reads a list's address from a request. What the list does not know is dropped: an old or mistyped link shows the list,
 * not an error.
 *
 * @param query the query of the request, as the server parsed it
 */
export function readListAddress(
  path: string,
  query: Readonly<Record<string, unknown>>,
  options: ListOptions,
): ListAddress {
  const filters = Object.fromEntries(
    options.filters.map((name) => [name, wordsOf(query[name])] as const).filter(([, value]) => value !== undefined),
  );
  const sort = query['sort'];
  const known = typeof sort === 'string' && options.sorts.includes(sort.replace(/^-/, ''));
  const page = Number(query['page'] ?? 1);
  return {
    path,
    filters,
    ...(known ? { sort } : {}),
    page: Number.isInteger(page) && page >= 1 && page <= 1_000_000 ? page : 1,
  };
}

function wordsOf(value: unknown): string | readonly string[] | undefined {
  if (Array.isArray(value))
    return value.every((one) => typeof one === 'string') && value.length > 0 ? value : undefined;
  const words = typeof value === 'string' ? value.trim() : '';
  return words === '' ? undefined : words;
}

/** The address of the same list with something changed. A change of filter or order leads to the first page. */
export function listHref(list: ListAddress, change: Partial<Omit<ListAddress, 'path'>> = {}): string {
  const page = change.page ?? (change.filters || change.sort !== undefined ? 1 : list.page);
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(change.filters ?? list.filters)) {
    for (const one of typeof value === 'string' ? [value] : (value ?? [])) if (one !== '') query.append(name, one);
  }
  const sort = change.sort ?? list.sort;
  if (sort) query.set('sort', sort);
  if (page > 1) query.set('page', String(page));
  const text = query.toString();
  return text === '' ? list.path : `${list.path}?${text}`;
}

/** The one value of a filter, `''` where it is not in use. */
export function filterOf({ filters }: Pick<ListAddress, 'filters'>, name: string): string {
  const value = filters[name];
  return typeof value === 'string' ? value : (value?.[0] ?? '');
}

/** Whether the list is narrowed at all. */
export const isFiltered = ({ filters }: ListAddress): boolean =>
  Object.values(filters).some((value) => value !== undefined && value.length > 0);

/** The order that pressing a heading leads to: first this column upwards, then downwards. */
export const nextSort = ({ sort }: ListAddress, column: string): string => (sort === column ? `-${column}` : column);
