import type { ComponentChildren } from 'preact';
import { FilterForm } from './filters.tsx';
import { Layout, type LayoutProps } from './layout.tsx';
import { Count, type CountProps, Paging } from './listing.tsx';
import { PageTitle, type PageTitleProps } from './words.tsx';

export interface ListingProps extends CountProps {
  /** The fields that narrow the list, each named as its filter. */
  filters?: ComponentChildren;
  /** What stands there when nothing was found: an `<Empty>` that says what to do. */
  empty: ComponentChildren;
  /** The rows of this page of the list: a table, or tasks. */
  children: ComponentChildren;
}

/** A list with what narrows it, what was found in words, and the way through its pages. */
export const Listing = ({ filters, empty, children, ...found }: ListingProps) => (
  <>
    {filters !== undefined && <FilterForm list={found.list}>{filters}</FilterForm>}
    {found.found === 0 ? (
      empty
    ) : (
      <>
        <Count {...found} />
        {children}
        <Paging list={found.list} found={found.found} perPage={found.perPage} />
      </>
    )}
  </>
);

export interface ListPageProps extends ListingProps, PageTitleProps, Pick<LayoutProps, 'breadcrumbs'> {}

/** A page that is a list. */
export const ListPage = ({ title, lead, caption, state, breadcrumbs, ...listing }: ListPageProps) => (
  <Layout title={title} breadcrumbs={breadcrumbs}>
    <PageTitle title={title} lead={lead} caption={caption} state={state} />
    <Listing {...listing} />
  </Layout>
);
