import { generateSecret, generateURI, verify } from 'otplib';

/** Seconds for which a code stands; one step before and after is accepted, because clocks differ. */
export const stepSeconds = 30;

/** A new seed, as apps take it: base 32, 160 bits. */
export const newSeed = (): string => generateSecret({ length: 20 });

/** What the picture for the app says. */
export const addressForApp = (seed: string, email: string): string =>
  generateURI({ issuer: 'Concordat', label: email, secret: seed });

/**
 * The step that `code` belongs to, or undefined where it is not one of this seed's now.
 *
 * @param afterStep the last step that was used; a code of it or of an earlier one is refused
 */
export async function stepOf(seed: string, code: string, now: Date, afterStep: number): Promise<number | undefined> {
  if (!/^\d{6}$/.test(code)) return undefined;
  const epoch = Math.floor(now.getTime() / 1000);
  const result = await verify({ secret: seed, token: code, epoch, epochTolerance: stepSeconds });
  if (!result.valid || !('timeStep' in result)) return undefined;
  return result.timeStep > afterStep ? result.timeStep : undefined;
}
