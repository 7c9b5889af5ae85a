import { capital } from '../settings/words.ts';
import type { KindWords } from './kind-words.ts';
import type { GroupNode } from './structure.ts';

export interface GroupBox {
  id: string;
  x: number;
  y: number;
  height: number;
  kind: string;
  /** The name, broken to the width of a box. */
  lines: readonly string[];
  /** From the box it reports to: down the gap between their columns, then across. */
  line: string | undefined;
}

export interface StructureLayout {
  width: number;
  height: number;
  boxes: readonly GroupBox[];
}

export const boxWidth = 206;
const gap = 34;
const column = boxWidth + gap;
const lineHeight = 19;
const between = 14;
const top = 2;
/** As many letters as stand in a line of a box. */
const lettersInLine = 24;

interface Placed {
  node: GroupNode;
  column: number;
  row: number;
  parent: Placed | undefined;
  lines: readonly string[];
}

/**
 * Where each group stands in the picture: in the column after the one it reports to, and in a row of its own where it has none
 * below it. So no two boxes meet, and no line crosses a box.
 */
export function layOut(tree: readonly GroupNode[], words: KindWords): StructureLayout {
  const placed = place(tree);
  const tops = rowTops(placed);
  const yOf = ({ row }: Placed) => tops[row] ?? top;
  const boxes = placed.map((one) => ({
    id: one.node.group.id,
    x: one.column * column,
    y: yOf(one),
    height: heightOf(one.lines),
    kind: capital(words[one.node.group.kind]),
    lines: one.lines,
    line: one.parent && lineTo(one, one.parent, yOf),
  }));
  const columns = Math.max(1, ...placed.map((one) => one.column + 1));
  return { width: columns * column - gap, height: tops.at(-1) ?? top, boxes };
}

/** Each group with its column and row; the first below a group stands in its row. */
function place(tree: readonly GroupNode[]): Placed[] {
  const placed: Placed[] = [];
  let row = 0;
  const visit = (node: GroupNode, parent: Placed | undefined) => {
    const own = { node, column: parent ? parent.column + 1 : 0, row, parent, lines: broken(node.group.name) };
    placed.push(own);
    if (node.below.length === 0) row += 1;
    for (const one of node.below) visit(one, own);
  };
  for (const node of tree) visit(node, undefined);
  return placed;
}

const heightOf = (lines: readonly string[]): number => 34 + lines.length * lineHeight;

/** Where each row begins, and after the last where the picture ends. */
function rowTops(placed: readonly Placed[]): number[] {
  const rows = Math.max(0, ...placed.map(({ row }) => row + 1));
  const tops = [top];
  for (let row = 0; row < rows; row += 1) {
    const tallest = Math.max(...placed.filter((one) => one.row === row).map(({ lines }) => heightOf(lines)));
    tops.push((tops[row] ?? top) + tallest + between);
  }
  return tops;
}

/** Where lines meet a box: at the height of its first line of words. */
const meetAt = 24;

function lineTo(own: Placed, parent: Placed, yOf: (one: Placed) => number): string {
  const [x, y] = [own.column * column, yOf(own) + meetAt];
  const from = parent.column * column + boxWidth;
  const turn = from + gap / 2;
  return `M${from} ${yOf(parent) + meetAt}H${turn}V${y}H${x}`;
}

/** A name in lines of a box's width: three at most, the rest left out with an ellipsis. */
export function broken(name: string): string[] {
  const lines: string[] = [];
  for (const word of name.split(/\s+/).flatMap((one) => one.match(/.{1,24}/gu) ?? [])) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= lettersInLine)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= 3) return lines;
  return [...lines.slice(0, 2), `${(lines[2] ?? '').slice(0, lettersInLine - 1)}…`];
}
