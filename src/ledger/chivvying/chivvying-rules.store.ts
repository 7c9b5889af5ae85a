import type { Selectable } from 'kysely';
import type { Scope } from '../../platform/database/database.ts';
import type { ChivvyingRulesTable } from '../tables.generated.ts';
import { defaultRules, type Rules } from './rules.ts';

/** What the partnership has set; where it has set nothing, what holds then. */
export async function findRules({ db, partnership }: Scope): Promise<Rules> {
  const row = await db
    .selectFrom('chivvying_rules')
    .selectAll()
    .where('partnership_id', '=', partnership)
    .executeTakeFirst();
  return row ? rulesOf(row) : defaultRules;
}

/** Sets all of it. */
export async function saveRules({ db, partnership }: Scope, rules: Rules): Promise<void> {
  const row = {
    in_use: rules.inUse,
    days_before: [...rules.daysBefore],
    days_after: [...rules.daysAfter],
    then_every: rules.thenEvery,
    remind_from: rules.remindFrom,
    firm_from: rules.firmFrom,
    member_after: rules.memberAfter ?? null,
    chair_after: rules.chairAfter ?? null,
    chief_officer_after: rules.chiefOfficerAfter ?? null,
    quiet_weekdays: [...rules.quietWeekdays],
    quiet_bank_holidays: rules.quietBankHolidays,
    quiet_after_answer: rules.quietAfterAnswer,
    mail_without_account: rules.mailWithoutAccount,
  };
  await db
    .insertInto('chivvying_rules')
    .values({ partnership_id: partnership, ...row })
    .onConflict((same) => same.column('partnership_id').doUpdateSet(row))
    .execute();
}

const rulesOf = (row: Selectable<ChivvyingRulesTable>): Rules => ({
  inUse: row.in_use,
  daysBefore: row.days_before,
  daysAfter: row.days_after,
  thenEvery: row.then_every,
  remindFrom: row.remind_from,
  firmFrom: row.firm_from,
  memberAfter: row.member_after ?? undefined,
  chairAfter: row.chair_after ?? undefined,
  chiefOfficerAfter: row.chief_officer_after ?? undefined,
  quietWeekdays: row.quiet_weekdays,
  quietBankHolidays: row.quiet_bank_holidays,
  quietAfterAnswer: row.quiet_after_answer,
  mailWithoutAccount: row.mail_without_account,
});
