import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '../database/database.ts';
import type { Job } from '../jobs/job.ts';
import { listPartnerships, serviceIn } from '../jobs/partnerships.store.ts';
import { type Head, headOf, headsFolder, sendHeadAway } from './heads.ts';
import {
  addSeal,
  findHorizon,
  findLastSeal,
  type Horizon,
  isSettled,
  listMarks,
  listUnfollowedTables,
  readInOrder,
} from './seal.store.ts';
import { endOf, makeSeal, mostInSeal, type Seal, SealingKey } from './seal.ts';

/** How long a run waits for transactions that were open when it began. */
const patience = 20_000;

/**
 * Seals the trail, again and again.
 *
 * An entry is sealed only when no running transaction can still bring an earlier one: otherwise a late commit would fall
 * behind the seal and look like a forgery. Where a transaction outlasts a run, the next run takes up the same horizon, so that
 * a row of long transactions cannot put sealing off for ever.
 */
export class Sealer {
  readonly #database: Database;
  readonly #key: SealingKey;
  readonly #sendAway: (head: Head) => void;
  #horizon: Horizon | undefined;

  /** @param sendAway is told the head of a partnership's chain after each seal is kept */
  constructor(database: Database, key: SealingKey, sendAway: (head: Head) => void) {
    this.#database = database;
    this.#key = key;
    this.#sendAway = sendAway;
  }

  /**
   * Seals every settled entry of every partnership.
   *
   * @param patienceMs how long to wait for open transactions
   * @returns how many seals were made, or undefined when open transactions outlasted the patience
   */
  async run(patienceMs = patience): Promise<number | undefined> {
    const horizon = (this.#horizon ??= await findHorizon(this.#database.reference));
    const until = Date.now() + patienceMs;
    while (!(await isSettled(this.#database.reference, horizon))) {
      if (Date.now() >= until) return undefined;
      await wait(50);
    }
    this.#horizon = undefined;
    let made = 0;
    for (const { partnership } of await listPartnerships(this.#database)) {
      while (await this.#sealOnce(partnership, horizon)) made += 1;
    }
    return made;
  }

  async #sealOnce(partnership: string, horizon: Horizon): Promise<boolean> {
    const seal = await this.#database.as(serviceIn(partnership), async (scope): Promise<Seal | undefined> => {
      await readInOrder(scope);
      const previous = await findLastSeal(scope);
      const marks = await listMarks(scope, endOf(previous), horizon.entry, mostInSeal);
      if (marks.length === 0) return undefined;
      const next = makeSeal(this.#key, partnership, previous, marks, scope.now);
      return (await addSeal(scope, next)) ? next : undefined;
    });
    if (seal) this.#sendAway(headOf(seal));
    return seal !== undefined;
  }
}

/** What the trail has done when nobody is looking: it is sealed every minute, and what it should follow is checked. */
export function trailJobs(): readonly Job[] {
  let sealer: Sealer | undefined;
  return [
    {
      name: 'trail.seal',
      every: '* * * * *',
      async run({ config, database, keys, log }) {
        sealer ??= new Sealer(database, new SealingKey(keys.derive('trail seal')), (head) => {
          sendHeadAway(headsFolder(config), head);
          log.info({ trailHead: head }, 'the trail was sealed');
        });
        const seals = await sealer.run();
        if (seals === undefined)
          log.error({}, 'the trail could not be sealed yet: a transaction has been open for too long');
        const unfollowed = await listUnfollowedTables(database.reference);
        if (unfollowed.length)
          log.error({ tables: unfollowed }, 'changes of these tables are not recorded in the trail');
      },
    },
  ];
}
