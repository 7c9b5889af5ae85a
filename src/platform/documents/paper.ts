import type { PlainDate } from '../calendar/plain-date.ts';

/** A paper for a meeting: what `boardPaper` writes as Word, Excel or PDF. It knows words and tables, and nothing of their look. */
export interface Paper {
  /** The heading of the paper, the title of the window, and the name of the file. */
  title: string;
  /** One line below the title: which meeting it is for, which records are in it. */
  subline?: string;
  /** The protective marking, such as `OFFICIAL`: at the head of every page. */
  marking?: string;
  /** Whose paper it is, by its full name: at the foot of every page. */
  partnership: string;
  /** The day from which the paper tells. */
  on: PlainDate;
  layout: 'portrait' | 'landscape';
  sections: readonly Section[];
}

/** A part of a paper with its heading, which is also a bookmark; what it holds stands in this order. */
export interface Section {
  heading: string;
  parts: readonly (Paragraph | Table)[];
}

/** Words; a line feed in them begins a new line. */
export type Paragraph = string;

/** A table with one row of headings, repeated on every page that it reaches. */
export interface Table {
  /** What the table shows, in a few words. */
  caption: string;
  columns: readonly Column[];
  /** As many cells in each row as there are columns. */
  rows: readonly (readonly PaperCell[])[];
  /** What is said in place of rows when there are none. */
  whenEmpty?: string;
  /** What a reader must know to read the table right, below it. */
  notes?: readonly string[];
}

/** A column of a table. */
export interface Column {
  heading: string;
  /** The part of the table's width that it takes, beside the other columns' parts; 1 where it is not said. */
  width?: number;
  /** Whether its cell is what the row is of, as an action's title is: a screen reader says it before the row's other cells. */
  namesRow?: boolean;
}

/** What a cell holds: words, a number, a day, or words that must not be overlooked. Empty is `''`. */
export type PaperCell = string | number | { day: PlainDate } | { strong: string };
