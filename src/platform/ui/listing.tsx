import { Pagination } from './govuk.tsx';
import { isFiltered, type ListAddress, listHref } from './list-address.ts';
import { countInWords, formatNumber } from './numbers.ts';

export interface CountProps {
  list: ListAddress;
  /** How many there are with these filters. */
  found: number;
  /** How many there are without any; absent where that is not known. */
  all?: number;
  /** How many a page shows. */
  perPage: number;
  one: string;
  many?: string;
}

/** What was found, in words: “Seven actions”, “12 of 140 actions”, “140 actions, 26 to 50 shown”. */
export function Count({ list, found, all, perPage, one, many = `${one}s` }: CountProps) {
  const narrowed = all !== undefined && isFiltered(list) && found > 0;
  const what = narrowed ? `${formatNumber(found)} of ${formatNumber(all)} ${many}` : countInWords(found, one, many);
  const first = (list.page - 1) * perPage + 1;
  const last = Math.min(found, list.page * perPage);
  const shown = found > perPage && first <= found ? `, ${formatNumber(first)} to ${formatNumber(last)} shown` : '';
  return <p class="count">{what + shown}</p>;
}

/** Leads through the pages of a list and keeps its filters and order. Nothing where one page is enough. */
export function Paging({ list, found, perPage }: Pick<CountProps, 'list' | 'found' | 'perPage'>) {
  const pages = Math.ceil(found / perPage);
  if (pages < 2) return null;
  const href = (page: number): string => listHref(list, { page });
  return (
    <Pagination
      landmarkLabel="Pages of the list"
      items={pagesToShow(list.page, pages).map((page) =>
        page === undefined ? { ellipsis: true } : { number: page, href: href(page), current: page === list.page },
      )}
      previous={list.page > 1 ? { href: href(Math.min(list.page - 1, pages)) } : undefined}
      next={list.page < pages ? { href: href(list.page + 1) } : undefined}
    />
  );
}

/** The first, the last, this one and its neighbours; `undefined` where some are left out. */
export function pagesToShow(page: number, pages: number): (number | undefined)[] {
  const near = [1, page - 1, page, page + 1, pages].filter((one) => one >= 1 && one <= pages);
  const shown = [...new Set(near)].sort((a, b) => a - b);
  return shown.flatMap((one, at) => {
    const before = shown[at - 1] ?? 0;
    if (one - before === 2) return [one - 1, one];
    return one - before > 2 ? [undefined, one] : [one];
  });
}

/** Leads through a list too long to count, a page from the last row of the one before. */
export const Onward = ({ newer, older }: { newer?: string; older?: string }) =>
  newer === undefined && older === undefined ? null : (
    <nav class="onward" aria-label="Newer and older">
      {newer ? (
        <a class="govuk-link" href={newer}>
          Newer
        </a>
      ) : (
        <span />
      )}
      {older ? (
        <a class="govuk-link" href={older}>
          Older
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
