/**
 * A text that matches a simple regular expression such as those of check constraints: characters, classes, groups with
 * choices, and counts. The first choice and the smallest count are taken, and of a class the `nth` character.
 *
 * @example patternExample('^E(06|08)[0-9]{6}$', 1) // 'E06111111'
 */
export function patternExample(pattern: string, nth = 0): string {
  const source = pattern.replace(/^\^/, '').replace(/\$$/, '');
  let at = 0;
  const sequence = (): string => {
    let text = '';
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      const one = atom();
      text += one.repeat(count());
    }
    return text;
  };
  const atom = (): string => {
    const char = source[at++] ?? '';
    if (char === '\\') return escaped(source[at++] ?? '');
    if (char === '.') return 'x';
    if (char === '[') return firstOfClass();
    if (char !== '(') return char;
    if (source.startsWith('?:', at)) at += 2;
    const text = sequence();
    while (source[at] === '|') {
      at++;
      sequence();
    }
    at++;
    return text;
  };
  const firstOfClass = (): string => {
    const end = source.indexOf(']', at + 1);
    const inside = source.slice(at, end);
    at = end + 1;
    const all = membersOf(inside);
    return all[nth % all.length] ?? '';
  };
  const count = (): number => {
    const [whole, least] = source.slice(at).match(/^(?:\{(\d+)(?:,\d*)?\}|\*|\+|\?)/) ?? [];
    if (whole === undefined) return 1;
    at += whole.length;
    return least === undefined ? (whole === '+' ? 1 : 0) : Number(least);
  };
  return sequence();
}

/** The characters of a class: `a-c7` is a, b, c and 7. */
function membersOf(inside: string): string[] {
  return [...inside.matchAll(/\\(.)|(.)-(.)|(.)/g)].flatMap(([, special, from, to, one]) => {
    if (special !== undefined) return [escaped(special)];
    if (from === undefined || to === undefined) return [one ?? ''];
    const [first, last] = [from.charCodeAt(0), to.charCodeAt(0)];
    return Array.from({ length: last - first + 1 }, (_, at) => String.fromCharCode(first + at));
  });
}

const escaped = (char: string): string => ({ d: '0', w: 'x', s: ' ' })[char] ?? char;
