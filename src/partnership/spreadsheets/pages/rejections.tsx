import type { Rejection } from '../../../platform/documents/cells.ts';
import { DataTable } from '../../../platform/ui/patterns.tsx';
import type { ImportContent } from '../directory-import.store.ts';
import { rowsInBrief } from '../rejected-file.ts';

interface RejectionsProps {
  caption: string;
  content: ImportContent;
  rejections: readonly Rejection[];
}

/** Rows that were not taken: where each stands, whose it is, and why. */
export function Rejections({ caption, content, rejections }: RejectionsProps) {
  const brief = rowsInBrief(
    content,
    rejections.map(({ line }) => line),
  );
  return (
    <DataTable
      caption={caption}
      rows={rejections}
      columns={[
        { heading: 'Line', cell: ({ line }) => String(line), numeric: true },
        { heading: 'Why', cell: ({ reason }) => reason },
        { heading: 'The row begins', cell: ({ line }) => brief.get(line) },
      ]}
    />
  );
}
