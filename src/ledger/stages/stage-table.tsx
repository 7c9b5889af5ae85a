import { DataTable } from '../../platform/ui/patterns.tsx';
import { lengthOf, type Stage } from './stages.ts';

interface StageTableProps {
  caption: string;
  stages: readonly Stage[];
  /** The stage that something is at. */
  current?: number;
}

/** The stages of a road: between whom, how long, and whether the partnership has settled that. */
export const StageTable = ({ caption, stages, current }: StageTableProps) => (
  <DataTable
    caption={caption}
    rows={stages}
    columns={[
      {
        heading: 'Stage',
        cell: ({ stage, title }) =>
          stage === current ? <strong>{`${stage}. ${title} (now)`}</strong> : `${stage}. ${title}`,
      },
      { heading: 'Between whom', cell: ({ who }) => who },
      {
        heading: 'How long',
        cell: ({ workingDays, own }) => `${lengthOf(workingDays)}${own ? '' : ' (default, unverified)'}`,
      },
      { heading: 'Urgent', cell: ({ urgentWorkingDays }) => lengthOf(urgentWorkingDays) },
    ]}
  />
);
