import type { Kysely } from 'kysely';
import type pg from 'pg';
import { type PlainDate, todayInLondon } from '../calendar/plain-date.ts';
import { type Connection, openPool } from './connection.ts';
import { checkedId } from './ids.ts';
import { buildersOn, buildersOnPool, buildersWhile, Line } from './line.ts';
import type { Tables } from './tables.ts';

export type { Tables } from './tables.ts';

/** Who asks, and inside which partnership: identifiers of the account, of their person there, and of the partnership. */
export interface Who {
  account: string;
  person: string;
  partnership: string;
}

/** An open transaction inside one partnership. There is no other way to a partnership's rows. */
export interface Scope extends Who {
  db: Kysely<Tables>;
  today: PlainDate;
  now: Date;
}

/** A scope that also admits the restricted records of the cases the person is on. */
export interface CaseScope extends Scope {
  cases: readonly string[];
}

/** Opens a partnership for `who` within a longer transaction, does `work`, and shuts it again before it resolves. */
export type Visit = <T>(who: Who, work: (scope: Scope) => Promise<T>) => Promise<T>;

/** An open transaction over identity: accounts, sessions, and, where the account is known, its own memberships. */
export interface IdentityScope {
  db: Kysely<Tables>;
  account: string | undefined;
  today: PlainDate;
  now: Date;
}

/** The row a query gives: `RowOf<typeof selectReviews>`. Add a column to the query and the compiler leads to its readers. */
export type RowOf<Query extends (...args: never[]) => { execute(): Promise<unknown[]> }> = Awaited<
  ReturnType<ReturnType<Query>['execute']>
>[number];

/** How a transaction ends. */
export interface Ending {
  /** All is asked at once, so that the end goes out with the questions: for reading. What is asked after an answer is refused. */
  atOnce?: boolean;
}

/** At most this many cases in one scope: beyond it the planner, not the policy, is the limit. */
export const mostCases = 200;

/** The doors to the data. */
export class Database {
  readonly #pool: pg.Pool;
  /** Reference facts (places, judgements, bank holidays, slugs): the same for everyone, read only, in no partnership. */
  readonly reference: Kysely<Tables>;
  readonly #clock: () => Date;

  constructor(connection: Connection, options: { connections?: number; clock?: () => Date } = {}) {
    this.#pool = openPool(connection, options.connections ?? 10);
    this.reference = buildersOnPool(this.#pool);
    this.#clock = options.clock ?? (() => new Date());
  }

  /** Does `work` for `who` inside their partnership, in one transaction: all of it or, when it throws, nothing. */
  as<T>(who: Who, work: (scope: Scope) => Promise<T>, ending: Ending = {}): Promise<T> {
    return this.#transaction(
      settingsOf(who),
      (db, now) => work({ ...who, db, now, today: todayInLondon(now) }),
      ending,
    );
  }

  /**
   * Like `as`, and admits the restricted records of `cases` too.
   *
   * @param cases those the person is on, 200 at most
   * @throws {RangeError} when there are more
   */
  asCaseTeam<T>(who: Who, cases: readonly string[], work: (scope: CaseScope) => Promise<T>): Promise<T> {
    if (cases.length > mostCases) throw new RangeError(`at most ${mostCases} cases in one scope`);
    const settings = { ...settingsOf(who), 'concordat.cases': `{${cases.map(checkedId).join(',')}}` };
    return this.#transaction(settings, (db, now) => work({ ...who, cases, db, now, today: todayInLondon(now) }));
  }

  /**
   * One transaction that goes from partnership to partnership, one after another: all of it or, when it throws, nothing. No two
   * are ever open at once, between them none is, and a scope is of no more use once its visit is over.
   */
  inTurn<T>(work: (visit: Visit) => Promise<T>): Promise<T> {
    return this.#transaction({}, (_, now, set, line) => {
      let inside = false;
      const visit: Visit = async (who, there) => {
        if (inside) throw new Error('one partnership at a time');
        const settings = settingsOf(who);
        let open = true;
        inside = true;
        set(settings);
        try {
          return await there({ ...who, db: buildersWhile(line, () => open), now, today: todayInLondon(now) });
        } finally {
          open = false;
          set(Object.fromEntries(Object.keys(settings).map((name) => [name, ''])));
          inside = false;
        }
      };
      return work(visit);
    });
  }

  /** Does `work` with identity, as `account` where it is known, in one transaction; no partnership's rows are there. */
  asAccount<T>(
    account: string | undefined,
    work: (identity: IdentityScope) => Promise<T>,
    ending: Ending = {},
  ): Promise<T> {
    const settings = account === undefined ? {} : { 'concordat.account': checkedId(account) };
    return this.#transaction(settings, (db, now) => work({ db, account, now, today: todayInLondon(now) }), ending);
  }

  /**
   * Opens a partnership for an account whose person there is not known yet, and does `work` as that person.
   *
   * @param findSeat finds them, already inside the partnership
   * @returns undefined where the account has no seat there
   */
  enter<Seat extends { person: string }, T>(
    account: string,
    partnership: string,
    findSeat: (db: Kysely<Tables>, today: PlainDate) => Promise<Seat | undefined>,
    work: (scope: Scope, seat: Seat) => Promise<T>,
  ): Promise<T | undefined> {
    const settings = { 'concordat.account': checkedId(account), 'concordat.partnership': checkedId(partnership) };
    return this.#transaction(settings, async (db, now, set) => {
      const today = todayInLondon(now);
      const seat = await findSeat(db, today);
      if (!seat) return undefined;
      set({ 'concordat.person': checkedId(seat.person) });
      return await work({ account, partnership, person: seat.person, db, now, today }, seat);
    });
  }

  /** The instant this database's clock shows. */
  now(): Date {
    return this.#clock();
  }

  /** Whether the database answers. */
  async answers(): Promise<boolean> {
    try {
      await this.#pool.query('select 1');
      return true;
    } catch {
      return false;
    }
  }

  /** Lets work in hand finish, then closes every connection. */
  close(): Promise<void> {
    return this.#pool.end();
  }

  /**
   * `begin` and the settings travel with the first query: nothing waits for their answers, and where one of them fails the
   * transaction does.
   */
  async #transaction<T>(
    settings: Settings,
    work: (db: Kysely<Tables>, now: Date, set: (more: Settings) => void, line: Line) => Promise<T>,
    { atOnce = false }: Ending = {},
  ): Promise<T> {
    const line = new Line(await this.#pool.connect());
    try {
      // PostgreSQL answers the commit of a failed transaction with a rollback and no error: the select tells
      const ended = atOnce ? line.endWithThisTurn('select; commit') : undefined;
      ended?.catch(() => {}); // awaited below, unless the work fails before
      line.tell(`begin; ${statementsFor(settings)}`);
      const working = work(buildersOn(line), this.#clock(), (more) => line.tell(statementsFor(more)), line);
      const result = await working; // where both fail, the work says why
      await (ended ?? line.end('select; commit'));
      return result;
    } catch (error) {
      await line.undo();
      throw error;
    } finally {
      line.release();
    }
  }
}

type Settings = Readonly<Record<string, string>>;

/** Literals, checked before, because only `SET LOCAL` reaches every node of a distributed PostgreSQL (`set_config` does not). */
const statementsFor = (settings: Settings) =>
  Object.entries(settings)
    .map(([name, value]) => `set local ${name} = '${value}'`)
    .join('; ');

const settingsOf = ({ account, person, partnership }: Who) => ({
  'concordat.account': checkedId(account),
  'concordat.person': checkedId(person),
  'concordat.partnership': checkedId(partnership),
});
