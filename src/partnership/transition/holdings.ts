import type { Duty } from '../duty.ts';
import type { Holding } from './holding.ts';
import { agencies, areas } from './holdings/agencies.ts';
import { groups } from './holdings/groups.ts';
import { assistants, people } from './holdings/people.ts';
import { roles } from './holdings/roles.ts';
import { members, seats, sittings } from './holdings/seats.ts';
import { leavings, priorities, tasks } from './holdings/work.ts';

/**
 * The registry: every kind of thing that a partnership holds, each after those that its items need. Tasks come after every record
 * that they can be about.
 *
 * @param more the kinds of the floors above and of the duties
 * @param between kinds that tie records of any of them together
 */
export const holdingsOf = (
  duties: readonly Pick<Duty, 'holdings' | 'sharedTasks'>[],
  more: readonly Holding[] = [],
  between: readonly Holding[] = [],
): readonly Holding[] => [
  areas,
  agencies,
  people,
  members,
  groups,
  seats,
  sittings,
  roles,
  assistants,
  priorities,
  leavings,
  ...more,
  ...duties.flatMap((duty) => duty.holdings ?? []),
  ...between,
  tasks(duties.flatMap((duty) => duty.sharedTasks ?? [])),
];

/** Tables whose rows stay behind when a partnership merges or splits, to be read there, and why. */
export const staying: Readonly<Record<string, string>> = {
  access_review: 'Who goes on is reviewed anew in the year of the partnership that goes on',
  access_review_answer: 'As the review',
  arrival: 'History',
  arrival_item: 'History',
  column_match: 'How its own spreadsheets were read',
  directory_import: 'An upload waits for a day and is then forgotten',
  duty_use: 'The papers of a partnership are its own: the one that goes on has its own assessment and agreement',
  file_key: 'It opens a file that stays behind',
  gap_answer: 'Gaps are found anew in the partnership that goes on, and its own people accept them',
  induction_step: 'Whoever comes to another partnership is inducted there',
  lost_second_step: 'It is about an account and lapses in days',
  lost_second_step_answer: 'As the request',
  partnership: 'Name, words, contact, logo and settings are its own',
  partnership_key: 'It opens what stays behind',
  stored_file: 'A file stays sealed where it was sent; the evidence that goes along says where that is',
  trail_entry: 'The trail of a partnership is sealed where it was written',
  trail_seal: 'As the trail',
  transition: 'History',
  transition_item: 'History',
};
