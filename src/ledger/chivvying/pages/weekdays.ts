const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** The days of the week as boxes to tick: 1 for Monday to 7 for Sunday. */
export const weekdayItems = names.map((text, at) => ({ value: String(at + 1), text }));

/** “Saturday, Sunday” */
export const weekdaysInWords = (days: readonly number[]): string =>
  days
    .toSorted((a, b) => a - b)
    .map((day) => names[day - 1] ?? '')
    .filter(Boolean)
    .join(', ');
