import { renderToString } from 'preact-render-to-string';
import type { KindWords } from './kind-words.ts';
import type { GroupNode } from './structure.ts';
import { boxWidth, type GroupBox, layOut, type StructureLayout } from './structure-layout.ts';

/** The picture in words, for those who do not see it; the list beside it says all of it. */
const inWords = (tree: readonly GroupNode[]): string => `Who reports to whom: ${tree.map(nodeInWords).join('; ')}.`;

const nodeInWords = ({ group, below }: GroupNode): string =>
  below.length === 0 ? group.name : `to ${group.name} report ${below.map(({ group: { name } }) => name).join(', ')}`;

/** The groups from left to right, with a line from each to the one it reports to. Told apart by words alone. */
export const StructurePicture = ({ tree, words }: { tree: readonly GroupNode[]; words: KindWords }) => {
  const layout = layOut(tree, words);
  return (
    <svg
      class="chart"
      role="img"
      aria-label={inWords(tree)}
      width={layout.width + 4}
      height={layout.height}
      viewBox={`-2 0 ${layout.width + 4} ${layout.height}`}
      font-size="15"
    >
      <Drawing layout={layout} />
    </svg>
  );
};

const Drawing = ({ layout: { boxes } }: { layout: StructureLayout }) => (
  <>
    {boxes.map(({ id, line }) => line && <path key={id} d={line} fill="none" stroke="#52605d" stroke-width="1.5" />)}
    {boxes.map((box) => (
      <Box key={box.id} box={box} />
    ))}
  </>
);

const Box = ({ box: { x, y, height, kind, lines } }: { box: GroupBox }) => (
  <g>
    <rect x={x} y={y} width={boxWidth} height={height} rx="4" fill="#fff" stroke="#12312f" stroke-width="1.5" />
    <text x={x + 12} y={y + 20} font-size="13" fill="#52605d">
      {kind}
    </text>
    {lines.map((words, at) => (
      <text key={words} x={x + 12} y={y + 40 + at * 19} font-weight="600" fill="#12312f">
        {words}
      </text>
    ))}
  </g>
);

/** A file of its own must say what it is, and has no page to take its colour from. */
const ofItsOwn = { xmlns: 'http://www.w3.org/2000/svg', color: '#12312f' };
const margin = 24;

/** The same as an SVG file of its own, with its title and the day it shows. */
export function structureAsFile(tree: readonly GroupNode[], words: KindWords, title: string, day: string): string {
  const layout = layOut(tree, words);
  const [width, height] = [Math.max(layout.width, 560) + 2 * margin, layout.height + 110];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${renderToString(
    <svg
      {...ofItsOwn}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      font-size="15"
      font-family="'Atkinson Hyperlegible Next', Arial, sans-serif"
    >
      <title>{title}</title>
      <desc>{inWords(tree)}</desc>
      <rect width={width} height={height} fill="#fff" />
      <text x={margin} y="38" font-size="19" font-weight="700" fill="currentColor">
        {title}
      </text>
      <g transform={`translate(${margin} 62)`}>
        <Drawing layout={layout} />
      </g>
      <text x={margin} y={height - 18} font-size="14" fill="#52605d">
        {`As it stood on ${day}`}
      </text>
    </svg>,
  )}\n`;
}
