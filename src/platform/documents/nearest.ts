/** The one of `names` nearest to `said`, when it is near enough to be a slip of the hand. */
export function nearestName(said: string, names: Iterable<string>): string | undefined {
  let nearest: { name: string; edits: number } | undefined;
  for (const name of names) {
    if (Math.abs(name.length - said.length) > Math.min(nearest?.edits ?? Infinity, Math.max(2, said.length / 4)))
      continue;
    const edits = editsBetween(said, name);
    if (edits < (nearest?.edits ?? Infinity)) nearest = { name, edits };
  }
  const nearEnough = nearest && said.length > 2 && nearest.edits <= Math.max(2, said.length / 4);
  return nearEnough ? nearest?.name : undefined;
}

/** How many letters must be put in, taken out or changed to turn one word into the other (Levenshtein's distance). */
export function editsBetween(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [row, letter] of Array.from(one).entries()) {
    const line = [row + 1];
    for (let column = 1; column <= other.length; column += 1) {
      const changed = (above[column - 1] ?? 0) + (letter === other[column - 1] ? 0 : 1);
      line.push(Math.min(changed, (above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1));
    }
    above = line;
  }
  return above[other.length] ?? 0;
}
