import type { Compilable, CompiledQuery, Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** Holds the place of a value while a query is built. It has no value itself: whoever looks for one is told so. */
class StandIn {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
  [Symbol.toPrimitive](): never {
    throw new TypeError(`a prepared query cannot depend on what "${this.name}" is`);
  }
}

/**
 * A query that is built once, at its first use, and asked with other values each time: for what every request asks, where
 * building it would take longer than waiting for it.
 *
 * @param build builds the query. It puts the values where a query takes one value, and does nothing else with them: which
 *   columns, conditions and lists there are is the same every time
 */
export function prepared<Values extends object, Row>(
  build: (db: Kysely<Tables>, values: Values) => Compilable<Row>,
): (db: Kysely<Tables>, values: Values) => Promise<Row[]> {
  let built: CompiledQuery<Row> | undefined;
  return async (db, values) => {
    built ??= build(db, standIns as Values).compile();
    const parameters = built.parameters.map((one) => (one instanceof StandIn ? values[one.name as keyof Values] : one));
    return (await db.executeQuery<Row>({ ...built, parameters })).rows;
  };
}

const standIns = new Proxy({}, { get: (_, name) => new StandIn(String(name)) });
