/** A number from 0 up to 1, excluded. For examples and simulations: never for what must not be guessed. */
export type Chance = () => number;

/** Numbers that look like chance and are the same every time for one seed: the generator called mulberry32. */
export function chanceFrom(seed: string): Chance {
  let state = 2_166_136_261;
  for (const letter of seed) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 16_777_619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number from 0 up to `count`, excluded. */
export const below = (chance: Chance, count: number): number => Math.floor(chance() * count);

/**
 * One of `list`.
 *
 * @throws {RangeError} when there is none
 */
export function pick<T>(chance: Chance, list: readonly T[]): T {
  const picked = list[below(chance, list.length)];
  if (picked === undefined) throw new RangeError('nothing to pick from');
  return picked;
}

/** When the first identifier of an example was made, as all of them have it: they are ordered by time. */
const firstMadeAt = Date.UTC(2024, 0, 1);

/** Identifiers in the order they are asked for, of the form the program makes, and the same every time for one seed. */
export function idsFrom(seed: string): () => string {
  const chance = chanceFrom(seed);
  const digits = (count: number) =>
    below(chance, 16 ** count)
      .toString(16)
      .padStart(count, '0');
  let made = 0;
  return () => {
    const time = (firstMadeAt + made++).toString(16).padStart(12, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${digits(3)}-8${digits(3)}-${digits(6)}${digits(6)}`;
  };
}
