/** The one of `names` nearest to `said`, when it is near enough to be a slip of the hand; of several as near, the first. */
export function nearestName(said: string, names: Iterable<string>): string | undefined {
  if (said.length < 3) return undefined;
  let nearest: string | undefined;
  let most = Math.floor(Math.max(2, said.length / 4));
  for (const name of names) {
    const edits = editsWithin(said, name, most);
    if (edits === undefined) continue;
    nearest = name;
    most = edits - 1;
  }
  return nearest;
}

/**
 * How many letters must be put in, taken out or changed to turn one word into the other (Levenshtein's distance); undefined where
 * it is more than `most`, which is seen long before the last letter.
 */
function editsWithin(one: string, other: string, most: number): number | undefined {
  if (Math.abs(one.length - other.length) > most) return undefined;
  let above = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 0; row < one.length; row += 1) {
    const line = [row + 1];
    let least = row + 1;
    for (let column = 1; column <= other.length; column += 1) {
      const changed = (above[column - 1] ?? 0) + (one[row] === other[column - 1] ? 0 : 1);
      const edits = Math.min(changed, (above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1);
      line.push(edits);
      if (edits < least) least = edits;
    }
    if (least > most) return undefined;
    above = line;
  }
  const edits = above[other.length] ?? 0;
  return edits > most ? undefined : edits;
}
