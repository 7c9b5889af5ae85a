/** A civil day, `YYYY-MM-DD`, with no time and no zone: the day people mean when they say "by Friday". */
export type PlainDate = string & { readonly __brand: 'PlainDate' };

const pattern = /^\d{4}-\d{2}-\d{2}$/;

/** Whether `text` is a real day of the calendar written `YYYY-MM-DD` (2026-02-30 is not). */
export function isPlainDate(text: string): text is PlainDate {
  if (!pattern.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text;
}

/**
 * The day that `text` names.
 *
 * @throws {RangeError} when it is not a real day written `YYYY-MM-DD`
 */
export function plainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new RangeError('not a day written YYYY-MM-DD');
  return text;
}

const london = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The civil day in London at the instant `now`: clocks of law run on London days wherever the server stands. */
export function todayInLondon(now: Date): PlainDate {
  const hour = Math.floor(now.getTime() / 3_600_000);
  if (known?.hour !== hour) known = { hour, day: plainDate(london.format(now)) };
  return known.day;
}

/** The last answer: London's clock differs from UTC by whole hours, so that a day never ends within an hour of UTC. */
let known: { hour: number; day: PlainDate } | undefined;
