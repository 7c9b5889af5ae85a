import { type RawBuilder, sql } from 'kysely';

/**
 * For `where('case_id', '=', anyOf(scope.cases))`: one parameter whatever the number, and no rows where there are none.
 *
 * @param ids identifiers
 */
export const anyOf = (ids: readonly string[]): RawBuilder<string> => sql<string>`any (${[...ids]}::uuid[])`;
