import { DataTable } from '../../../platform/ui/patterns.tsx';
import type { Regime } from '../../regimes/regime.ts';
import { compareRegimes, type Difference } from '../compare.ts';

/** What changes from one regime to another, table by table; a table with nothing in it is left out. */
export const ComparisonTables = ({ from, to }: { from: Regime; to: Regime }) => {
  const { words, clocks, partners, reportParts } = compareRegimes(from, to);
  const tables: readonly (readonly [string, readonly Difference[]])[] = [
    ['Words: what things are called', words],
    ['Clocks: how long the law gives', clocks],
    ['Who has to be there', partners],
    ['What the yearly report says', reportParts],
  ];
  return (
    <>
      {tables.map(([caption, rows]) =>
        rows.length === 0 ? null : (
          <DataTable
            key={caption}
            caption={caption}
            rows={rows}
            columns={[
              { heading: 'What', cell: ({ what }) => what },
              { heading: 'Until now', cell: ({ before }) => before ?? 'None' },
              { heading: 'From the move on', cell: ({ after }) => after ?? 'None' },
            ]}
          />
        ),
      )}
    </>
  );
};
