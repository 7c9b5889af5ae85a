import { groupKinds, layerNames, layers } from './kinds.ts';
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
  headings: readonly { title: string; x: number; width: number }[];
  boxes: readonly GroupBox[];
}

export const boxWidth = 206;
const gap = 34;
const column = boxWidth + gap;
const lineHeight = 19;
const between = 14;
const top = 44;
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
 * Where each group stands in the picture: a column for each layer, or several where groups of one layer report to each other,
 * and a row of its own for each group that has none below it. So no two boxes meet, and no line crosses a box.
 *
 * A group stands to the right of the one it reports to, whatever layer its kind belongs to.
 */
export function layOut(tree: readonly GroupNode[]): StructureLayout {
  const layered = layersOf(tree);
  const used = layerNames.map((_, at) =>
    Math.max(0, ...[...layered.values()].filter(({ layer }) => layer === at).map(({ depth }) => depth + 1)),
  );
  const offset = used.map((_, at) => used.slice(0, at).reduce((sum, one) => sum + one, 0));
  const placed = place(tree, (node) => {
    const { layer, depth } = layered.get(node) ?? { layer: 0, depth: 0 };
    return (offset[layer] ?? 0) + depth;
  });
  const tops = rowTops(placed);
  const yOf = ({ row }: Placed) => tops[row] ?? top;
  const boxes = placed.map((one) => ({
    id: one.node.group.id,
    x: one.column * column,
    y: yOf(one),
    height: heightOf(one.lines),
    kind: groupKinds[one.node.group.kind].title,
    lines: one.lines,
    line: one.parent && lineTo(one, one.parent, yOf),
  }));
  return {
    width: Math.max(1, offset.length && used.reduce((sum, one) => sum + one, 0)) * column - gap,
    height: tops.at(-1) ?? top,
    headings: layerNames.flatMap((name, at) => {
      const count = used[at] ?? 0;
      return count ? [{ title: layers[name], x: (offset[at] ?? 0) * column, width: count * column - gap }] : [];
    }),
    boxes,
  };
}

/** The layer of each group, never above that of the one it reports to, and how deep it stands within its layer. */
function layersOf(tree: readonly GroupNode[]): Map<GroupNode, { layer: number; depth: number }> {
  const found = new Map<GroupNode, { layer: number; depth: number }>();
  const visit = (node: GroupNode, above: { layer: number; depth: number } | undefined) => {
    const layer = Math.max(layerNames.indexOf(groupKinds[node.group.kind].layer), above?.layer ?? 0);
    const own = { layer, depth: above?.layer === layer ? above.depth + 1 : 0 };
    found.set(node, own);
    for (const one of node.below) visit(one, own);
  };
  for (const node of tree) visit(node, undefined);
  return found;
}

/** Each group with its column and row; the first below a group stands in its row. */
function place(tree: readonly GroupNode[], columnOf: (node: GroupNode) => number): Placed[] {
  const placed: Placed[] = [];
  let row = 0;
  const visit = (node: GroupNode, parent: Placed | undefined) => {
    const own = { node, column: columnOf(node), row, parent, lines: broken(node.group.name) };
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
