import { DataTable } from '../../../platform/ui/patterns.tsx';
import type { Lacking } from '../carrying.ts';
import type { TransitionModel } from '../items.tsx';
import { keyOf } from '../transition.ts';

/** What to pass on to whoever runs Concordat, once everything is accounted for. */
export const CarriedOutBy = ({ slug, transition: { kind, goesTo } }: Pick<TransitionModel, 'slug' | 'transition'>) => (
  <>
    <h2 class="govuk-heading-m">Ready to be carried out</h2>
    <p>
      Everything is accounted for. Pass this on to whoever runs Concordat for you, with the day on which it should be
      done:
    </p>
    <p>
      <code>
        {kind === 'merge'
          ? `concordat partnership merge --from ${slug} --into ${goesTo.join(' ')}`
          : `concordat partnership split --from ${slug}`}
      </code>
    </p>
    <p>What is added until then has to be answered for too, or nothing is done.</p>
  </>
);

const mostShown = 50;

/** What is carried somewhere without what it needs there. Nothing where there is none. */
export const LackingTable = ({ at, lacking }: { at: string; lacking: readonly Lacking[] }) =>
  lacking.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">What does not fit yet</h2>
      <p>Each of these cannot go where it is sent. Carry what it needs there too, or let it end.</p>
      <DataTable
        caption={lacking.length > mostShown ? `The first ${mostShown} of ${lacking.length}` : 'What lacks something'}
        rows={lacking.slice(0, mostShown)}
        columns={[
          {
            heading: 'What',
            cell: ({ item }) => (
              <a class="govuk-link" href={`${at}?kind=${item.kind}#${keyOf(item)}`}>
                {item.title}
              </a>
            ),
          },
          { heading: 'Goes to', cell: ({ to }) => to },
          { heading: 'Why it cannot', cell: ({ why }) => why },
        ]}
      />
    </>
  );
