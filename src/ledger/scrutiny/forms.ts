import { z } from 'zod';
import { typed } from '../../partnership/directory/answers.ts';
import { isId } from '../../platform/database/ids.ts';
import type { Answers } from '../../platform/http/form-use.store.ts';
import { dayAnswer, dayText } from '../../platform/ui/patterns.tsx';
import type { NoteKind } from './note.ts';
import { commentAnswers, type ReportKind, reportKinds } from './report.ts';

const text = (what: string, longest = 8000) =>
  z
    .string()
    .trim()
    .max(longest, `${what} must be ${longest.toLocaleString('en-GB')} characters or fewer`);
const needed = (missing: string, what: string, longest?: number) => text(what, longest).min(1, missing);

const names = <Name extends string>(all: Readonly<Record<Name, unknown>>) => Object.keys(all) as [Name, ...Name[]];

const LineForm = z.object({
  title: needed('Enter what the line of enquiry is called', 'The name', 200),
  question: needed('Enter what you want to know', 'What you want to know'),
  finding: text('What you found'),
});
export const lineFields = Object.keys(LineForm.shape);
export const readLine = (answers: Answers) =>
  LineForm.safeParse({
    title: typed(answers, 'title'),
    question: typed(answers, 'question'),
    finding: typed(answers, 'finding'),
  });

const titles: Readonly<Record<NoteKind, string>> = {
  evidence: 'Enter what the evidence is',
  visit: 'Enter what the visit was',
  challenge: 'Enter the challenge in one sentence',
};
const wordsMissing: Readonly<Record<NoteKind, string>> = {
  evidence: 'Enter the evidence',
  visit: 'Enter what was heard',
  challenge: 'Enter what was seen',
};

const NoteForm = (kind: NoteKind) =>
  z.object({
    title: needed(titles[kind], 'The title', 200),
    words: needed(wordsMissing[kind], 'What you enter'),
    address: text('The web address', 500).refine(
      (address) => address === '' || /^https?:\/\/\S+$/i.test(address),
      'Enter a web address that begins with https://',
    ),
    onDay: dayAnswer('Enter the day', 'The day must be a real date'),
    place: kind === 'visit' ? needed('Enter where it was', 'Where it was', 200) : text('Where it was', 200),
    heard: kind === 'visit' ? needed('Enter who was heard', 'Who was heard', 500) : text('Who was heard', 500),
    followUp: text('What to follow up'),
    agency: z
      .string()
      .transform((id) => id || undefined)
      .refine((id) => id === undefined || isId(id), 'Select the agency from the list')
      .refine((id) => kind !== 'challenge' || id !== undefined, 'Select the agency'),
    expected: text('What the answer must say'),
    line: z
      .string()
      .transform((id) => id || undefined)
      .refine((id) => id === undefined || isId(id), 'Select the line of enquiry from the list'),
    reference: text('The reference', 100),
  });
export const noteFields = Object.keys(NoteForm('evidence').shape);
const typedFields = noteFields.filter((field) => field !== 'onDay');

/** What was typed for a note, or what is wrong with it. */
export const readNote = (kind: NoteKind, answers: Answers) =>
  NoteForm(kind).safeParse({
    ...Object.fromEntries(typedFields.map((field) => [field, typed(answers, field)])),
    onDay: dayText(answers, 'onDay'),
  });

const HeadForm = z
  .object({
    title: needed('Enter the title', 'The title', 200),
    kind: z.enum(names<ReportKind>(reportKinds), 'Select what report it is'),
    from: dayAnswer('Enter the first day that it covers', 'The first day must be a real date'),
    until: dayAnswer('Enter the last day that it covers', 'The last day must be a real date'),
  })
  .refine(({ from, until }) => from <= until, { path: ['until'], error: 'The last day must not be before the first' });
export const headFields = ['title', 'kind', 'from', 'until'] as const;

/** What was typed at the head of a report, or what is wrong with it. */
export const readHead = (answers: Answers) =>
  HeadForm.safeParse({
    title: typed(answers, 'title'),
    kind: typed(answers, 'kind'),
    from: dayText(answers, 'from'),
    until: dayText(answers, 'until'),
  });

const CommentForm = z.object({
  section: text('The section', 200),
  words: needed('Enter what is not right, and what is', 'What you enter', 4000),
});
export const commentFields = ['saidBy', 'toldBy', 'section', 'words'] as const;
export const readComment = (answers: Answers) =>
  CommentForm.safeParse({ section: typed(answers, 'section'), words: typed(answers, 'words') });

const AnswerForm = z.object({
  answer: z.enum(names(commentAnswers), 'Select whether it was corrected'),
  why: needed('Enter why', 'Why', 4000),
});
export const answerFields = ['answer', 'why'] as const;
export const readAnswer = (answers: Answers) =>
  AnswerForm.safeParse({ answer: typed(answers, 'answer'), why: typed(answers, 'why') });
