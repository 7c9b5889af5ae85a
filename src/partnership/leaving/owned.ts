import type { Scope } from '../../platform/database/database.ts';
import type { Thing } from './leaving.ts';

/** A record that is somebody's own: an action they own. */
export interface OwnedRecord {
  id: string;
  title: string;
  /** Where it falls by itself, in words, where that is nobody's to choose. */
  falls?: string;
}

/**
 * What of a floor above, or of a duty, is one person's own. It is part of a kind in the registry of what a partnership holds
 * (`Holding`), so that whoever leaves is shown it, and it is handed over or becomes nobody's.
 */
export interface Owned {
  /** What ending means for one. */
  ends: string;
  list(scope: Scope, person: string): Promise<OwnedRecord[]>;
  /** Gives one to `to`, or leaves it nobody's, in the name of whoever planned the leaving. `person` has left by then. */
  pass(scope: Scope, person: string, id: string, to: string | undefined): Promise<void>;
}

/** Kinds of things that a partnership holds, of which some can be somebody's own. */
export type Owning = readonly { kind: string; owned?: Owned }[];

/** Everything above this floor that is `person`'s own. */
export async function listOwned(scope: Scope, owning: Owning, person: string): Promise<Thing[]> {
  const things: Thing[] = [];
  for (const { kind, owned } of owning)
    if (owned)
      for (const one of await owned.list(scope, person))
        things.push({ kind: 'owned', of: kind, ends: owned.ends, ...one });
  return things;
}

/** Hands over one that `listOwned` gave, or leaves it nobody's. */
export async function passOwned(
  scope: Scope,
  owning: Owning,
  { thing: { of, id }, person, to }: { thing: Thing; person: string; to: string | undefined },
): Promise<void> {
  await owning.find(({ kind }) => kind === of)?.owned?.pass(scope, person, id, to);
}
