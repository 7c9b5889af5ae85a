import type { Kysely } from 'kysely';
import { readPlaces } from '../../partnership/places/places.store.ts';
import type { Places } from '../../partnership/places/places.ts';
import { readReferenceVersion } from '../../partnership/places/reference-set.store.ts';
import type { Tables } from '../../platform/database/tables.ts';
import { type Analysis, analyse, type Question } from './analysis.ts';
import type { Facts } from './facts.ts';
import { factsOf } from './facts-of.ts';
import { readInspections } from './judgements.store.ts';

/** Places and judgements as they were read at one version of the reference facts, and what was worked out from them. */
export interface Judgements {
  version: string;
  places: Places;
  facts: Facts;
  /** `analyse` over these facts; an answer once worked out is kept. */
  analyse(question: Question): Analysis;
  /** What `make` gives for `key`, made once for these facts; the oldest go when there are many. */
  keep<T extends object>(key: string, make: () => T): T;
}

let latest: Judgements | undefined;

/**
 * All judgements. They are read again only when an import or a new release has changed them, which every call asks with one small
 * query: the facts are the same for every partnership, so one copy serves them all.
 */
export async function readJudgements(db: Kysely<Tables>): Promise<Judgements> {
  const version = await readReferenceVersion(db);
  if (latest?.version !== version) latest = await read(db, version);
  return latest;
}

async function read(db: Kysely<Tables>, version: string): Promise<Judgements> {
  const places = await readPlaces(db);
  const facts = factsOf(places, await readInspections(db));
  const keep = keeper(mostKept);
  return {
    version,
    places,
    facts,
    keep,
    analyse: (question) =>
      keep(`analysis ${question.framework} ${question.asAt} ${question.basis}`, () => analyse(facts, question)),
  };
}

/** Filters are few, but days are many: somebody may ask for each. */
const mostKept = 400;

function keeper(most: number): Judgements['keep'] {
  const kept = new Map<string, object>();
  return <T extends object>(key: string, make: () => T): T => {
    const known = kept.get(key);
    if (known) {
      kept.delete(key);
      kept.set(key, known);
      return known as T;
    }
    const made = make();
    kept.set(key, made);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return made;
  };
}
