import type { Rejection } from '../../platform/documents/cells.ts';
import { writeCsv } from '../../platform/documents/csv.ts';
import type { ImportContent } from './directory-import.store.ts';
import { addedHeadings } from './match.ts';

/** The rows that were not taken, as they stood, with their line and why: to be mended and brought in by themselves. */
export function rejectedCsv({ headings, rows }: ImportContent, rejections: readonly Rejection[]): string {
  const reasons = Map.groupBy(rejections, ({ line }) => line);
  const kept = headings.map((_, at) => at).filter((at) => !addedHeadings.includes(String(headings[at])));
  const bad = rows.filter(({ line }) => reasons.has(line));
  return writeCsv([
    [...kept.map((at) => headings[at] ?? ''), ...addedHeadings],
    ...bad.map(({ line, cells }) => [
      ...kept.map((at) => cells[at] ?? ''),
      line,
      (reasons.get(line) ?? []).map(({ reason }) => reason).join('; '),
    ]),
  ]);
}

/** The first few cells of each row that has something in it, by its line: whose row it is. */
export const rowsInBrief = ({ rows }: Pick<ImportContent, 'rows'>, lines: readonly number[]): Map<number, string> => {
  const wanted = new Set(lines);
  const brief = (cells: readonly (string | number)[]) =>
    cells
      .filter((cell) => cell !== '')
      .slice(0, 3)
      .join(', ');
  return new Map(
    rows.filter(({ line }) => wanted.has(line)).map(({ line, cells }) => [line, brief(cells).slice(0, 100)]),
  );
};
