import type { LocalAuthority } from '../../../partnership/places/places.ts';
import { type Kept, renderedOnce, ShowKept } from '../../../platform/ui/kept.tsx';
import { Count, Empty, FilterForm, FilterText, type ListAddress, PageTitle } from '../../../platform/ui/patterns.tsx';
import type { Judgements } from '../facts.store.ts';
import { Shell, Source } from './shell.tsx';

/** Every council, by region, to choose one. */
export const PlacesPage = ({ kept }: { kept: Kept }) => (
  <Shell title="A place" current="places">
    <ShowKept kept={kept} />
  </Shell>
);

/** What the page shows of councils whose name holds `name`; kept while the facts stay as they are. */
export const keptPlaces = (judgements: Judgements, name: string): Kept =>
  judgements.keep(`places page ${name}`, () => renderedOnce(<Content judgements={judgements} name={name} />));

const mostFound = 1000;

function Content({ judgements: { places }, name }: { judgements: Judgements; name: string }) {
  const found = places.authorities.filter((authority) => answersTo(authority, name));
  const list: ListAddress = { path: 'places', filters: { name }, page: 1 };
  return (
    <>
      <PageTitle
        title="A place"
        lead="Every inspection of one council and its safeguarding board, beside its region and its neighbours."
      />
      <FilterForm list={list}>
        <FilterText list={list} name="name" label="Name of the council" />
      </FilterForm>
      <Count list={list} found={found.length} all={places.authorities.length} perPage={mostFound} one="council" />
      {found.length === 0 && (
        <Empty title={`No council is called “${name}”`}>
          Look for a part of its name, or clear the field to see all of them.
        </Empty>
      )}
      {places.regions.map((region) => (
        <Region
          key={region.code}
          name={region.name}
          authorities={found.filter((authority) => authority.region === region.name)}
        />
      ))}
      <Source />
    </>
  );
}

const answersTo = ({ name, otherNames, code }: LocalAuthority, part: string): boolean =>
  [name, ...otherNames, code].some((each) => each.toLowerCase().includes(part.toLowerCase()));

const Region = ({ name, authorities }: { name: string; authorities: readonly LocalAuthority[] }) =>
  authorities.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m section-title">{name}</h2>
      <ul class="choices">
        {authorities.map(({ code, name: council, endedOn }) => (
          <li key={code}>
            <a class="govuk-link" href={`places/${code}`}>
              {council}
            </a>
            {endedOn && ` (to ${endedOn.slice(0, 4)})`}
          </li>
        ))}
      </ul>
    </>
  );
