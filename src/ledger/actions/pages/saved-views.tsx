import type { SavedView } from '../saved-view.store.ts';

interface SavedViewsProps {
  views: readonly SavedView[];
  /** Where the list is, and where it stands now. */
  path: string;
  query: string;
  mayRemoveShared: boolean;
}

/** The ways to lists that were narrowed before, and to save this one. */
export const SavedViews = ({ views, path, query, mayRemoveShared }: SavedViewsProps) => (
  <nav aria-label="Saved views">
    <ul class="govuk-list downloads">
      {views.map(({ id, name, query: saved, shared, mine }) => (
        <li key={id}>
          <a class="govuk-link" href={`${path}?${saved}`} aria-current={saved === query ? 'page' : undefined}>
            {name}
          </a>
          {shared && <span class="quiet"> (shared)</span>}
          {saved === query && (mine || mayRemoveShared) && (
            <>
              {' '}
              <a class="govuk-link" href={`${path}/views/${id}/remove`}>
                Remove<span class="govuk-visually-hidden"> the view {name}</span>
              </a>
            </>
          )}
        </li>
      ))}
      {query !== '' && !views.some(({ query: saved }) => saved === query) && (
        <li>
          <a class="govuk-link" href={`${path}/views/save?${query}`}>
            Save this view
          </a>
        </li>
      )}
    </ul>
  </nav>
);
