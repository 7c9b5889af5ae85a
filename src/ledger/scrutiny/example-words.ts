import type { NoteWords } from './scrutiny-note.store.ts';

/** A note of the example, days before today. */
export type ExampleNote = Pick<NoteWords, 'kind' | 'title' | 'words'> &
  Partial<Pick<NoteWords, 'place' | 'heard' | 'followUp'>> & { daysAgo: number };

/** A line of enquiry of the example, with what was seen and heard for it. */
export interface ExampleLine {
  title: string;
  question: string;
  finding: string;
  notes: readonly ExampleNote[];
}

/** What the example’s scrutineer is looking into, and nobody else sees. */
export const exampleLines: readonly ExampleLine[] = [
  {
    title: 'Is a child seen the same day at night?',
    question: 'When somebody rings at night, who goes, how soon, and does anybody ask the child?',
    finding: '',
    notes: [
      {
        kind: 'visit',
        title: 'The emergency duty team',
        place: 'The emergency duty team, a Thursday from 9 in the evening',
        heard: 'Three social workers and the manager on call',
        words:
          'Police ring first and go first. On two nights in five nobody of health answers. Children are asked, and what they say is written down in their words.',
        followUp: 'Ask health which number is answered after 10.',
        daysAgo: 20,
      },
    ],
  },
  {
    title: 'What became of the challenge about conferences?',
    question: 'Are conferences in time since the third chair came, and do families say that they understand them?',
    finding: 'In time since spring. Families were not asked.',
    notes: [
      {
        kind: 'evidence',
        title: 'Conferences in time, by month',
        words: 'Nine in ten since April, two in three the year before. The figure is the council’s own.',
        daysAgo: 12,
      },
    ],
  },
  {
    title: 'Do schools know what came of what they told?',
    question:
      'When a school tells the front door something, does it hear back, and does that change what it tells next time?',
    finding: '',
    notes: [
      {
        kind: 'visit',
        title: 'Two secondary schools',
        place: 'Two secondary schools in the south of the area',
        heard: 'Two safeguarding leads and eight pupils of the school council',
        words: 'One in three hears back. Pupils know whom to tell at school, and do not know what happens then.',
        followUp: 'Ask the front door for its count of answers.',
        daysAgo: 6,
      },
    ],
  },
];

/** The words of the report that the example’s scrutineer has issued. */
export const exampleIssued = {
  title: 'Half a year of looking: who hears the child?',
  sections: [
    [
      'What I looked at, and how',
      'I read 30 records, sat in on four conferences, spent two days at the front door and one night with the emergency duty team, and heard 41 practitioners and 17 young people.',
    ],
    [
      'What works for children',
      'Children are asked, and their words are in the records: in 26 of 30. Conferences begin in time again. The front door tells schools within a day that it has their contact.',
    ],
    [
      'What does not',
      'Health is missing from half of the strategy meetings. Schools rarely hear what came of a contact. Nobody asks parents whether they understood the plan.',
    ],
    [
      'What I challenged, and what came of it',
      'I challenged the council on late conferences and the integrated care board on strategy meetings. The first has changed something for children; the second has an answer, and no effect yet.',
    ],
    [
      'What must change',
      'A health worker at every strategy meeting, or a reason written down. One way of telling schools what came of a contact. A question to parents at the end of each conference.',
    ],
  ],
  comment: { section: 'What works for children', words: 'The count of records was 27, not 26: one was opened late.' },
  answer: 'I have looked at the record again. It holds the child’s words, and was opened after my sample was drawn.',
} as const;

/** What the example’s scrutineer has begun to write. */
export const exampleDraft = {
  title: 'The year: what changed, and for whom',
  first: 'Three lines of enquiry: nights, conferences, schools. Two visits so far.',
} as const;
