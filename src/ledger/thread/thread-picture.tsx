import { cameFrom, ledTo, type Placed, type Thread } from './thread.ts';

/** How many records the picture shows; the lists beside it have them all. */
const most = 24;
const box = { width: 190, height: 62, gapX: 44, gapY: 14 } as const;

interface Drawn {
  id: string;
  reference: string;
  lines: readonly string[];
  x: number;
  y: number;
  here: boolean;
}

/** Where each record stands: what came before to the left, what came of it to the right. */
function layOut(thread: Thread, here: { reference: string; title: string }): readonly Drawn[] {
  const before = cameFrom(thread).slice(0, most / 2);
  const after = ledTo(thread).slice(0, most / 2);
  const columns = new Map<number, { id: string; reference: string; title: string }[]>([
    [0, [{ id: thread.of, ...here }]],
  ]);
  const put = (placed: readonly Placed[], way: 1 | -1) => {
    for (const { mention, steps } of placed) columns.set(way * steps, [...(columns.get(way * steps) ?? []), mention]);
  };
  put(before, -1);
  put(after, 1);
  const leftmost = Math.min(...columns.keys());
  const tallest = Math.max(...[...columns.values()].map(({ length }) => length));
  return [...columns].flatMap(([column, records]) =>
    records.map(({ id, reference, title }, at) => ({
      id,
      reference,
      lines: inLines(title),
      here: id === thread.of,
      x: (column - leftmost) * (box.width + box.gapX),
      y: (at + (tallest - records.length) / 2) * (box.height + box.gapY),
    })),
  );
}

/** Two lines of some twenty letters; what is longer ends with an ellipsis, and stands whole in the list. */
function inLines(title: string): string[] {
  const lines: string[] = [];
  for (const word of title.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < 24) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word.slice(0, 24));
  }
  return lines.length <= 2 ? lines : [lines[0] ?? '', `${(lines[1] ?? '').slice(0, 22)}…`];
}

/** The thread from left to right. Whoever does not see it reads the lists below, which say all of it. */
export function ThreadPicture({ thread, reference, title }: { thread: Thread; reference: string; title: string }) {
  const drawn = layOut(thread, { reference, title });
  const at = new Map(drawn.map((one) => [one.id, one]));
  const width = Math.max(...drawn.map(({ x }) => x)) + box.width;
  const height = Math.max(...drawn.map(({ y }) => y)) + box.height;
  return (
    <svg
      class="chart"
      role="img"
      aria-label={`The thread: ${reference} in the middle, what it came from to the left and what it led to on the right. The lists below name each.`}
      width={width + 4}
      height={height + 4}
      viewBox={`-2 -2 ${width + 4} ${height + 4}`}
      font-size="14"
    >
      {thread.links.map(({ id, from, relation, to }) => {
        const [first, second] =
          relation === 'answers' ? [at.get(to.id), at.get(from.id)] : [at.get(from.id), at.get(to.id)];
        return first && second && first.x !== second.x ? (
          <path key={id} d={lineFrom(first, second)} fill="none" stroke="#52605d" stroke-width="1.5" />
        ) : null;
      })}
      {drawn.map((one) => (
        <Record key={one.id} {...one} />
      ))}
    </svg>
  );
}

function lineFrom(first: Drawn, second: Drawn): string {
  const [left, right] = first.x < second.x ? [first, second] : [second, first];
  const [x1, y1, x2, y2] = [left.x + box.width, left.y + box.height / 2, right.x, right.y + box.height / 2];
  const middle = (x1 + x2) / 2;
  return `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
}

const Record = ({ x, y, reference, lines, here }: Drawn) => (
  <g>
    <rect
      x={x}
      y={y}
      width={box.width}
      height={box.height}
      rx="4"
      fill={here ? '#e8efed' : '#fff'}
      stroke="#12312f"
      stroke-width={here ? 2.5 : 1.5}
    />
    <text x={x + 10} y={y + 18} font-size="12" fill="#52605d">
      {reference}
    </text>
    {lines.map((words, at) => (
      <text key={words} x={x + 10} y={y + 36 + at * 17} font-weight="600" fill="#12312f">
        {words}
      </text>
    ))}
  </g>
);
