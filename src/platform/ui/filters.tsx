import type { ComponentChildren } from 'preact';
import { filterOf, isFiltered, type ListAddress } from './list-address.ts';

export interface FilterFormProps {
  list: ListAddress;
  /** What the button does; “Show” unless said. */
  submit?: string;
  /** The fields, each named as its filter. */
  children: ComponentChildren;
}

/** Narrows a list. It asks by GET, so that the address says it all and can be kept, sent and gone back to. */
export const FilterForm = ({ list, submit = 'Show', children }: FilterFormProps) => (
  <form class="filters" method="get" action={list.path} role="search" aria-label="Filters">
    {children}
    {list.sort && <input type="hidden" name="sort" value={list.sort} />}
    <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button">
      {submit}
    </button>
    {isFiltered(list) && (
      <a class="govuk-link" href={list.path}>
        Clear
      </a>
    )}
  </form>
);

interface FilterProps {
  list: Pick<ListAddress, 'filters'>;
  /** Of the filter. */
  name: string;
  label: string;
}

// GOV.UK's components written out, as the menu is: they stand above every list, and the macros would take as long as its rows.
// A test compares them with the macros.

/** Narrows a list to what holds the words typed. */
export const FilterText = ({ list, name, label }: FilterProps) => (
  <FilterField name={name} label={label}>
    <input
      class="govuk-input govuk-input--width-20"
      id={name}
      name={name}
      type="text"
      value={filterOf(list, name) || undefined}
    />
  </FilterField>
);

export interface FilterChoiceProps extends FilterProps {
  /** What one chooses so as not to narrow it: “All agencies”. */
  any: string;
  choices: readonly (readonly [value: string, text: string])[];
}

/** Narrows a list to one of some choices. */
export function FilterChoice({ list, name, label, any, choices }: FilterChoiceProps) {
  const chosen = filterOf(list, name);
  return (
    <FilterField name={name} label={label}>
      <select class="govuk-select" id={name} name={name}>
        <option value="">{any}</option>
        {choices.map(([value, text]) => (
          <option value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </FilterField>
  );
}

const FilterField = ({ name, label, children }: Omit<FilterProps, 'list'> & { children: ComponentChildren }) => (
  <div class="govuk-form-group">
    <label class="govuk-label" for={name}>
      {label}
    </label>
    {children}
  </div>
);
