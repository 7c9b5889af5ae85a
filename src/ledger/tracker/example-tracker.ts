import { addDays, addMonths } from '../../platform/calendar/days.ts';
import { formatDay } from '../../platform/calendar/in-words.ts';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import type { Names } from './names.ts';

/** A small tracker to try, as partnerships keep them, with agencies of this one; its last row cannot be taken. */
export function exampleTracker(names: Names, today: PlainDate): string[][] {
  const agencies = names.someAgencies(3);
  const agency = (at: number) => agencies[at % Math.max(1, agencies.length)] ?? '';
  const day = (one: PlainDate) => formatDay(one, 'plain');
  return [
    ['Ref', 'Recommendation', 'Action', 'Lead', 'Responsible officer', 'By when', 'BRAG', 'Date completed', 'Update'],
    [
      'EX-1',
      'Children are seen alone',
      'Agree when and where a child is seen alone',
      agency(0),
      'Head of service',
      day(addMonths(today, 2)),
      'Green',
      '',
      'A first draft is with the managers',
    ],
    [
      'EX-2',
      'Fathers are asked',
      'Add fathers to the template of every plan',
      agency(1),
      '',
      day(addMonths(today, 1)),
      'Amber',
      '',
      'Waits for the supplier',
    ],
    [
      'EX-3',
      'Staff know the pathway',
      'Brief every team on the neglect pathway',
      agency(2),
      '',
      day(addMonths(today, -3)),
      'Blue',
      day(addDays(addMonths(today, -3), -7)),
      'All teams were briefed',
    ],
    ['EX-4', 'Learning lasts', 'Repeat the audit of strategy meetings', agency(0), '', 'ASAP', 'Red', '', ''],
  ];
}
