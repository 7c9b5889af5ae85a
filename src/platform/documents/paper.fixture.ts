import { plainDate } from '../calendar/plain-date.ts';
import type { Paper, PaperCell, Table } from './paper.ts';

/** Two agencies' actions, and an agency that has none. */
export const aPaper = (parts: Partial<Paper> = {}): Paper => ({
  title: 'Actions by agency',
  subline: 'For the executive group on 8 December 2026',
  marking: 'OFFICIAL',
  partnership: 'Dunmere Safeguarding Children Partnership',
  on: plainDate('2026-11-27'),
  layout: 'landscape',
  sections: [
    {
      heading: 'Dunmere Council',
      parts: [
        'Three actions are open. One is overdue: its owner has asked for help with the data.',
        aTable({ caption: 'Open actions of Dunmere Council', rows: [anAction(1), anAction(2), anAction(3)] }),
      ],
    },
    {
      heading: 'Heddlu Llŷr a’r Fro',
      parts: [aTable({ caption: 'Open actions of the police', rows: [anAction(4), anAction(5)], notes: [] })],
    },
    {
      heading: 'Dunmere Integrated Care Board',
      parts: [aTable({ caption: 'Open actions of the board', rows: [], whenEmpty: 'nothing is open', notes: [] })],
    },
  ],
  ...parts,
});

export const aTable = (parts: Partial<Table> = {}): Table => ({
  caption: 'Open actions',
  columns: [
    { heading: 'Reference', width: 1.2 },
    { heading: 'What is to be different', width: 4, namesRow: true },
    { heading: 'Owner', width: 1.6 },
    { heading: 'Due', width: 1.2 },
    { heading: 'State', width: 1.2 },
    { heading: 'Days late', width: 0.8 },
    { heading: 'What happened last', width: 3 },
  ],
  rows: [anAction(1)],
  notes: ['Days late are counted from the current due day. A new due day needs a reason.'],
  ...parts,
});

const changes = [
  'Every school knows whom to ring before it refers',
  'A child who is missed at two appointments is seen by somebody within five working days',
  'Strategy discussions have health in the room',
  'The threshold document is known and used on the front line',
];
const owners = ['Amina Rahman', 'Siôn Llŷr', 'Łucja Żółkowska', 'محمد علي'];

/** The `number`th of as many actions as wanted; every third is overdue. */
export const anAction = (number: number): PaperCell[] => [
  `A-2026-${String(number).padStart(3, '0')}`,
  changes[number % changes.length] ?? '',
  owners[number % owners.length] ?? '',
  { day: plainDate(`2026-12-${String((number % 28) + 1).padStart(2, '0')}`) },
  number % 3 === 0 ? { strong: 'Overdue' } : 'On track',
  number % 3 === 0 ? number : 0,
  'The agency has written to every lead, and 14 of 22 have answered.',
];

/** A paper that is one table. */
export const aPaperOf = (table: Partial<Table>, parts: Partial<Paper> = {}): Paper =>
  aPaper({ sections: [{ heading: 'All', parts: [aTable(table)] }], ...parts });

/** What people and their programs put into cells, and what comes of it in any file. */
export const oddWords: readonly (readonly [what: string, typed: string, kept: string])[] = [
  ['control characters', 'be\u0000fore\u0007 and\u001b after\u007f', 'before and after'],
  ['half a character', 'cut \ud83d short', 'cut \ufffd short'],
  ['marks that turn words about', '\u202egnp.exe\u202c \u2066x\u2069', 'gnp.exe x'],
  ['no character at all', 'a\ufffeb\uffffc\ufeffd', 'abcd'],
  ['a formula', '=HYPERLINK("http://example.test","Click")', '=HYPERLINK("http://example.test","Click")'],
  ['a command of the typesetter', '#read("/etc/passwd") $x$ *b* @a <b>', '#read("/etc/passwd") $x$ *b* @a <b>'],
  ['markup', '</w:t><script>alert(1)</script>&amp;', '</w:t><script>alert(1)</script>&amp;'],
  ['Welsh letters', 'Siôn Llŷr, Ŵyr', 'Siôn Llŷr, Ŵyr'],
  ['accents apart from their letters', 'Zoe\u0308', 'Zoë'],
  ['a name from right to left', 'محمد علي', 'محمد علي'],
  ['an arrow and a tick', '3 → 2 ✓ ≤ 5', '3 → 2 ✓ ≤ 5'],
];
