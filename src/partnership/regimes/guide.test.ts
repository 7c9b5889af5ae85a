import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../platform/project.ts';
import { lengthInWords } from './clock.ts';
import { anchors, type ClockName, clockNames, type RegimeId, regimeIds } from './regime.ts';
import { regimes } from './regimes.ts';
import type { Said } from './said.ts';

const page = readFileSync(join(projectRoot, 'docs/guide/clocks.md'), 'utf8');
const [boards, ...partnerships] = regimeIds;
const editionOf = (id: RegimeId) => id.slice(-4);

/** The row of a clock: its name, what it is, its length and start, and the editions in which each was checked. */
function rowOf(name: ClockName, ids: readonly RegimeId[]): string[] {
  const known = ids.flatMap((id) => {
    const clock = regimes[id].clocks[name];
    return clock ? [{ id, clock }] : [];
  });
  const [first] = known;
  if (!first) return [];
  const { title, length, starts, bound } = first.clock;
  const checked = (part: 'length' | 'starts') => {
    const editions = known
      .filter(({ clock }) => (clock[part] as Said<unknown>).verified)
      .map(({ id }) => editionOf(id));
    if (!editions.length) return 'no';
    return ids === partnerships ? editions.join(', ') : 'yes';
  };
  const editions = ids === partnerships ? `${known.map(({ id }) => editionOf(id)).join(', ')} | ` : '';
  const least = bound === 'by' ? '' : 'at least ';
  return [
    `| \`${name}\` | ${title} | ${least}${lengthInWords(length.value)} | ${anchors[starts.value]} | ${editions}${checked('length')} | ${checked('starts')} |`,
  ];
}

test('the guide has a row for every clock, and says what nobody has checked', () => {
  const rows = [partnerships, [boards]].flatMap((ids) => clockNames.flatMap((name) => rowOf(name, ids)));
  const shown = page.split('\n').filter((line) => line.startsWith('| `'));
  expect(shown).toEqual(rows);
});
