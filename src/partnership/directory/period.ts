import { formatDay } from '../../platform/calendar/in-words.ts';
import type { PlainDate } from '../../platform/calendar/plain-date.ts';
import { sinceEver } from '../partnership.store.ts';

interface Days {
  fromOn: PlainDate;
  untilOn: PlainDate | undefined;
}

/** From when to when, in words: “since 3 March 2024”, “3 March 2024 to 5 May 2025”, “from 1 January 2027”. */
export function periodInWords({ fromOn, untilOn }: Days, today: PlainDate): string {
  const from = fromOn <= sinceEver ? undefined : formatDay(fromOn, 'plain');
  const until = untilOn && formatDay(untilOn, 'plain');
  if (until) return from ? `${from} to ${until}` : `until ${until}`;
  if (!from) return 'since before Concordat came';
  return fromOn > today ? `from ${from}` : `since ${from}`;
}
