import type { PlainDate } from '../platform/calendar/plain-date.ts';
import type { SeatedScope } from './doors.ts';

/** A record of any duty, as others speak of it. */
export interface RecordRef {
  /** The name of its type: 'action'. */
  kind: string;
  id: string;
}

/** What a record shows of itself where others mention it. */
export interface Mention extends RecordRef {
  /** How people call it: "Action 214". */
  reference: string;
  title: string;
  /** Inside the partnership, beginning with a slash. */
  path: string;
  /** How it stands, in a word or two. */
  state: string;
  /** When it came about. */
  on: PlainDate;
}

/**
 * A type of record that can be linked, found and shown in a thread. Each function gives only what the person of the scope may
 * know of: what they may not is missing, and nothing tells the two apart.
 */
export interface RecordType {
  kind: string;
  /** "Action", "Challenge" */
  title: string;
  /** Those of `ids` that this person may know of, in no order. */
  mention(scope: SeatedScope, ids: readonly string[]): Promise<Mention[]>;
  /** Those whose reference or words hold `text`, newest first, at most `limit`. */
  search(scope: SeatedScope, text: string, limit: number): Promise<Mention[]>;
}
