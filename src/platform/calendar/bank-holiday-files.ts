import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { projectRoot } from '../project.ts';
import { type BankHolidays, bankHolidaysFrom, type HolidayCorrection } from './bank-holidays.ts';
import { type Division, holidayRules } from './holiday-rules.ts';
import { plainDate } from './plain-date.ts';

/**
 * The bank holidays of a part of the country, read at the first call.
 *
 * @source data/README.md
 */
export function bankHolidaysOf(division: Division): BankHolidays {
  const holidays = known.get(division) ?? bankHolidaysFrom(holidayRules[division], readCorrections(division));
  known.set(division, holidays);
  return holidays;
}

const known = new Map<Division, BankHolidays>();

/** What was moved or added once, from `data/bank-holidays/`. @throws {RangeError} when a date is none */
function readCorrections(division: Division): HolidayCorrection[] {
  const file = join(projectRoot, 'data/bank-holidays', `${division}.csv`);
  const rows = parse<Record<'date' | 'name' | 'instead_of', string>>(readFileSync(file), { columns: true });
  return rows.map(({ date, name, instead_of }) => ({
    date: plainDate(date),
    name,
    ...(instead_of && { insteadOf: plainDate(instead_of) }),
  }));
}
