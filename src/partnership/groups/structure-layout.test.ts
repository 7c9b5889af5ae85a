import { expect, test } from 'vitest';
import { aGroup } from './groups.fixture.ts';
import { kindWordsIn } from './kind-words.ts';
import { groupKindNames } from './kinds.ts';
import { treeOf } from './structure.ts';
import { boxWidth, broken, type GroupBox, layOut } from './structure-layout.ts';
import { structureAsFile } from './structure-picture.tsx';

const ours = kindWordsIn({});

const sixty = Array.from({ length: 60 }, (_, at) =>
  aGroup({
    id: String(at),
    name: `Exploitation, missing and contextual safeguarding ${at}`,
    kind: groupKindNames[(at * 5) % groupKindNames.length] ?? 'board',
    parent: at === 0 ? undefined : String(Math.floor((at - 1) / 3)),
  }),
);

const overlap = (one: GroupBox, other: GroupBox) =>
  one.x < other.x + boxWidth &&
  other.x < one.x + boxWidth &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

test('of sixty groups no two boxes meet, and all stand inside the picture', () => {
  const { boxes, width, height } = layOut(treeOf(sixty), ours);
  expect(boxes).toHaveLength(60);
  boxes.forEach((one, at) => {
    expect(one.x + boxWidth).toBeLessThanOrEqual(width);
    expect(one.y + one.height).toBeLessThanOrEqual(height);
    for (const other of boxes.slice(at + 1))
      expect([one.id, other.id, overlap(one, other)]).toEqual([one.id, other.id, false]);
  });
});

/** The points of a line that stand inside a box. */
function crosses({ x, y, height }: GroupBox, line: string): boolean {
  const [, x1 = 0, y1 = 0, turn = 0, y2 = 0, x2 = 0] = (
    /^M([\d.]+) ([\d.]+)H([\d.]+)V([\d.]+)H([\d.]+)$/.exec(line) ?? []
  ).map(Number);
  const inside = (px: number, py: number) => px > x && px < x + boxWidth && py > y && py < y + height;
  const along = (from: number, to: number) =>
    Array.from({ length: 200 }, (_, at) => from + ((to - from) * (at + 0.5)) / 200);
  return (
    along(x1, turn).some((px) => inside(px, y1)) ||
    along(y1, y2).some((py) => inside(turn, py)) ||
    along(turn, x2).some((px) => inside(px, y2))
  );
}

test('no line crosses a box', () => {
  const { boxes } = layOut(treeOf(sixty), ours);
  const lines = boxes.flatMap(({ line }) => line ?? []);
  expect(lines).toHaveLength(59);
  for (const line of lines)
    expect([line, boxes.filter((box) => crosses(box, line)).map(({ id }) => id)]).toEqual([line, []]);
});

test('a group stands in the column after the one it reports to', () => {
  const tree = treeOf([
    aGroup({ id: 'board', kind: 'board' }),
    aGroup({ id: 'sub', kind: 'sub-group', parent: 'board' }),
    aGroup({ id: 'panel', kind: 'panel', parent: 'sub' }),
    aGroup({ id: 'other', kind: 'board' }),
  ]);
  expect(layOut(tree, ours).boxes.map(({ id, x }) => [id, x / 240])).toEqual([
    ['board', 0],
    ['sub', 1],
    ['panel', 2],
    ['other', 0],
  ]);
});

test('a box says what the partnership calls such a group', () => {
  const tree = treeOf([aGroup({ id: 'a', kind: 'board' }), aGroup({ id: 'b', kind: 'panel' })]);
  const { boxes } = layOut(tree, kindWordsIn({ board: 'executive board' }));
  expect(boxes.map(({ kind }) => kind)).toEqual(['Executive board', 'Panel']);
});

test('nothing is drawn of nobody, and it is no error', () => {
  expect(layOut([], ours)).toMatchObject({ boxes: [] });
  expect(structureAsFile([], ours, 'Structure', '23 November 2026')).toContain('<svg');
});

test('a name is broken between words, a word that is too long within, and the rest is left out', () => {
  expect(broken('Learning and development')).toEqual(['Learning and development']);
  expect(broken('Quality assurance and performance')).toEqual(['Quality assurance and', 'performance']);
  expect(broken('x'.repeat(30))).toEqual(['x'.repeat(24), 'x'.repeat(6)]);
  expect(broken('one '.repeat(40))).toHaveLength(3);
  expect(broken('one '.repeat(40)).at(-1)).toMatch(/…$/);
});

test('the file stands on its own and keeps a name from being markup', () => {
  const file = structureAsFile(
    treeOf([aGroup({ id: 'a', name: '<b>&', kind: 'board' })]),
    ours,
    'Structure of Dunmere',
    '23 November 2026',
  );
  expect(file).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  expect(file).toContain('As it stood on 23 November 2026');
  expect(file).not.toMatch(/<b>|style=/);
});
