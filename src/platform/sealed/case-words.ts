import { createSecretKey, type KeyObject } from 'node:crypto';
import type { CaseScope, Scope } from '../database/database.ts';
import { newId } from '../database/ids.ts';
import {
  addCaseKey,
  addPartnershipKey,
  eraseCaseKey,
  type KeptCaseKey,
  listCaseKeys,
  listPartnershipKeys,
  type WrappedPartnershipKey,
} from './case-keys.store.ts';
import type { MasterKey, TopKey } from './master-key.ts';
import { newKey, openWords, sealWords, unwrapKey, wrapKey } from './sealing.ts';

/** The words were destroyed with their case's key. A page says so; nothing brings them back. */
export class WordsDestroyed extends Error {}

/** A case whose words cannot be sealed or opened: it is not in the scope, or it was never given a key. */
export class NoCaseKey extends Error {}

/** A key that the key file does not hold. */
export class NoMasterKey extends Error {
  constructor(id: string) {
    super(
      `The key file does not hold the master key ${id}, which sealed words here need: put its line back (docs/operations/keys.md)`,
    );
  }
}

/** Seals and opens the words of the cases in one scope. Keep it no longer than the scope. */
export class CaseWords {
  readonly #partnership: string;
  readonly #keys: ReadonlyMap<string, KeyObject | undefined>;

  /** @param keys by case; undefined where the key was destroyed */
  constructor(partnership: string, keys: ReadonlyMap<string, KeyObject | undefined>) {
    this.#partnership = partnership;
    this.#keys = keys;
  }

  /** `words` for one column of one table, as they go into SQL. @throws {WordsDestroyed | NoCaseKey} */
  seal(ofCase: string, table: string, column: string, words: string): Buffer {
    return sealWords(this.#keyOf(ofCase), { partnership: this.#partnership, case: ofCase, table, column }, words);
  }

  /** The words that `seal` sealed for the same place. @throws {WordsDestroyed | NoCaseKey | SealBroken} */
  open(ofCase: string, table: string, column: string, sealed: Buffer): string {
    return openWords(this.#keyOf(ofCase), { partnership: this.#partnership, case: ofCase, table, column }, sealed);
  }

  /** Whether the words of this case are gone. */
  areDestroyed(ofCase: string): boolean {
    return this.#keys.has(ofCase) && this.#keys.get(ofCase) === undefined;
  }

  #keyOf(ofCase: string): KeyObject {
    const key = this.#keys.get(ofCase);
    if (key) return key;
    if (this.#keys.has(ofCase)) throw new WordsDestroyed('the words of this case were destroyed with its key');
    throw new NoCaseKey('this case is not in the scope, or has no key');
  }
}

/** What seals and opens the words of the cases in `scope`. @throws {NoMasterKey} */
export async function openCaseWords(scope: CaseScope, master: MasterKey): Promise<CaseWords> {
  const unwrap = caseKeyUnwrapper(scope, master);
  return new CaseWords(
    scope.partnership,
    new Map((await listCaseKeys(scope)).map((kept) => [kept.case, unwrap(kept)])),
  );
}

/** Gives a new case its key; it must be in the scope. @throws {Error} from the database when it has one, or had */
export async function giveCaseKey(scope: CaseScope, master: MasterKey, ofCase: string): Promise<void> {
  const [newest] = await listPartnershipKeys(scope);
  const { id, key } = newest
    ? { id: newest.id, key: unwrapPartnershipKey(scope, master, newest) }
    : await givePartnershipKey(scope, master);
  await addCaseKey(scope, ofCase, id, wrapKey(key, caseOf(scope, ofCase), newKey()));
}

/**
 * Destroys the key of a case in the scope: its words can be read no more, here or in any trail entry. That this was done, by
 * the person in scope, remains. (Backups made before still hold the key: see docs/operations/keys.md.)
 *
 * @param rule under which rule
 * @returns false where there was none to destroy
 */
export const destroyCaseKey = (scope: CaseScope, ofCase: string, rule: string): Promise<boolean> =>
  eraseCaseKey(scope, ofCase, rule);

/** A new key for the partnership, which wraps from now on. */
export async function givePartnershipKey(scope: Scope, master: MasterKey): Promise<{ id: string; key: KeyObject }> {
  const id = newId();
  const key = newKey();
  const { current } = master;
  await addPartnershipKey(scope, {
    id,
    masterKey: current.id,
    wrapped: wrapKey(topWrapper(current), partnershipOf(scope, id), key),
  });
  return { id, key };
}

/** Unwraps case keys, each partnership key between once; undefined for one that was destroyed. @throws {NoMasterKey} */
export function caseKeyUnwrapper(scope: Scope, master: MasterKey): (kept: KeptCaseKey) => KeyObject | undefined {
  const known = new Map<string, KeyObject>();
  return ({ case: ofCase, key }) => {
    if (!key) return undefined;
    const above = known.get(key.by.id) ?? unwrapPartnershipKey(scope, master, key.by);
    known.set(key.by.id, above);
    return unwrapKey(above, caseOf(scope, ofCase), key.wrapped);
  };
}

export function unwrapPartnershipKey(
  scope: Scope,
  master: MasterKey,
  { id, masterKey, wrapped }: WrappedPartnershipKey,
): KeyObject {
  const top = master.find(masterKey);
  if (!top) throw new NoMasterKey(masterKey);
  return unwrapKey(topWrapper(top), partnershipOf(scope, id), wrapped);
}

/** The same key of a partnership, wrapped by the current master key. */
export function rewrapUnder(scope: Scope, master: MasterKey, kept: WrappedPartnershipKey): WrappedPartnershipKey {
  const key = unwrapPartnershipKey(scope, master, kept);
  const { current } = master;
  return {
    id: kept.id,
    masterKey: current.id,
    wrapped: wrapKey(topWrapper(current), partnershipOf(scope, kept.id), key),
  };
}

const topWrapper = (top: TopKey) => createSecretKey(top.derive('partnership keys'));
const partnershipOf = ({ partnership }: Scope, id: string) => ['partnership', partnership, id];
export const caseOf = ({ partnership }: Scope, ofCase: string): readonly string[] => ['case', partnership, ofCase];
