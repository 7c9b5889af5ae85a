/** How one agency keeps the days of what it leads. */
export interface Timeliness {
  agency: string;
  open: number;
  overdue: number;
  /** Said to be done in the last twelve months, by the day it was due. */
  inTime: number;
  late: number;
}

/** Fewer than these say nothing about an agency. */
const fewest = 5;

/** A band in words, and no rank: what an agency’s figures come to. */
export function bandOf({ inTime, late }: Pick<Timeliness, 'inTime' | 'late'>): string {
  const done = inTime + late;
  if (done < fewest) return 'Too few to say';
  const share = inTime / done;
  if (share >= 0.8) return 'Mostly on time';
  return share >= 0.5 ? 'More than half on time' : 'Mostly late';
}
