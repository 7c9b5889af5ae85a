import type { RecordRef } from '../../partnership/record-type.ts';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';

/** What a scrutineer wants to know, and what they found. */
export interface Line {
  id: string;
  author: string;
  /** Other scrutineers who work on it too. */
  shownTo: readonly string[];
  heir: string | undefined;
  title: string;
  question: string;
  finding: string;
  begunOn: PlainDate;
  closedOn: PlainDate | undefined;
}

export const noteKinds = { evidence: 'Evidence', visit: 'Visit', challenge: 'Draft challenge' } as const;
export type NoteKind = keyof typeof noteKinds;
export const isNoteKind = (text: string): text is NoteKind => Object.hasOwn(noteKinds, text);

/** Evidence, a visit, or the draft of a challenge. */
export interface Note {
  id: string;
  author: string;
  shownTo: readonly string[];
  heir: string | undefined;
  line: string | undefined;
  kind: NoteKind;
  title: string;
  /** The evidence, what was heard, the concern. */
  words: string;
  /** Of a page elsewhere. */
  address: string;
  onDay: PlainDate;
  /** Of a visit. */
  place: string;
  /** Who was heard, by what they do; nobody by name. */
  heard: string;
  followUp: string;
  /** To which the challenge would go. */
  agency: string | undefined;
  /** What its answer must say. */
  expected: string;
  /** The record here that it rests on. */
  record: RecordRef | undefined;
  /** The challenge that came of it. */
  putAs: string | undefined;
}

/** Those besides `me` who work on what is written under a line: its author and those it is shown to. */
export const othersOn = (line: Pick<Line, 'author' | 'shownTo'>, me: string): readonly string[] =>
  [...new Set([line.author, ...line.shownTo])].filter((person) => person !== me);
