import { provedWithin } from './session.ts';

/** Something one can show, with where and when it was added. */
export interface OwnFactor {
  id: string;
  device: string;
  madeAt: Date;
}

/** Everything an account can show beside its password. */
export interface OwnFactors {
  passkeys: readonly OwnFactor[];
  authenticators: readonly OwnFactor[];
  /** The set of printed codes, also when none of it is left. */
  printedCodes: { madeAt: Date; left: number } | undefined;
}

export type FactorRefusal = 'show-one-first' | 'prove-again' | 'last-one';
export type FactorRuling = { allowed: true } | { allowed: false; because: FactorRefusal };

/** What the rules need to know of a session. */
interface Standing {
  factor: string | undefined;
  provedAt: Date;
}

/** For this long after a password or a factor was shown, no further proof is asked for. */
export const proofMinutes = 10;

/** Whether the account has any factor at all; a set of codes that is used up counts, or a thief could put another in its place. */
export const hasAny = ({ passkeys, authenticators, printedCodes }: OwnFactors): boolean =>
  passkeys.length + authenticators.length > 0 || printedCodes !== undefined;

/** How many ways are left to show a factor. */
export const countUsable = ({ passkeys, authenticators, printedCodes }: OwnFactors): number =>
  passkeys.length + authenticators.length + (printedCodes && printedCodes.left > 0 ? 1 : 0);

/** Whether a factor may be added now: the first one by whoever has just signed in, a further one by whoever has shown one. */
export function rulingOnAdding(session: Standing, own: OwnFactors, now: Date): FactorRuling {
  if (hasAny(own) && session.factor === undefined) return { allowed: false, because: 'show-one-first' };
  if (!provedWithin(proofMinutes, session, now)) return { allowed: false, because: 'prove-again' };
  return { allowed: true };
}

/**
 * Whether one way to show a factor may be removed now.
 *
 * @param removed how many usable ways go: none for a set of codes that is used up
 */
export function rulingOnRemoving(
  session: Standing,
  own: OwnFactors,
  { required, removed }: { required: boolean; removed: number },
  now: Date,
): FactorRuling {
  const adding = rulingOnAdding(session, own, now);
  if (!adding.allowed) return adding;
  if (required && countUsable(own) - removed < 1) return { allowed: false, because: 'last-one' };
  return { allowed: true };
}
